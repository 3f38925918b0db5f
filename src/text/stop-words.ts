// Words that carry no meaning of their own, per language. Short lists on purpose: words of the news (state,
// million, world, government) are kept out, question words are in, because a question is searched by what it asks about.

import { fold } from './normalise.ts'

/** Folded words, apostrophes gone, per ISO 639-1 code. Languages without a list have no stop words. */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`a about above according across after again against all almost already also although am among an and any
    are arent around as at away back be became because been before being below between both but by can cannot cant
    could couldnt did didnt do does doesnt doing dont down during each either else even ever every few for from
    further get gets getting got had hadnt has hasnt have havent having he hell hed her here hers herself hes him
    himself his how however i id if ill im in into is isnt it itll its itself ive just least less let like many may
    me might more most mr mrs ms much must my myself neither no nor not now of off often on once one only onto or other others
    our ours ourselves out over own per perhaps quite rather really shall she shed shell shes should shouldnt since
    so some still such than that thats the their theirs them themselves then there these they theyd theyll theyre
    theyve this those though through thus to together too toward towards under until up upon us very via was wasnt
    we wed well were werent weve what whatever whats when where whether which while who whom whose why will with
    within without wont would wouldnt yes yet you youd youll your youre yours yourself youve`),
  de: words(`ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus
    ausser bei beim bereits bin bis bisher bist da dabei dadurch dafur dagegen daher dahin damit danach dann daran
    darauf daraus darf darin daruber darum das dass davon davor dazu dein deine dem den denen denn dennoch der deren
    derer des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch durfen ebenso ein
    eine einem einen einer eines einmal er erst es etwa etwas euch euer eure fast fur ganz gar gegen gegenuber hab
    habe haben hat hatte hatten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in
    indem innerhalb ins ist ja je jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt kann kein
    keine keinem keinen keiner keines konne konnen konnte konnten man manche mehr mein meine mich mir mit mitte
    musse mussen musste mussten muss nach nachdem neben nicht nichts noch nun nur ob oder ohne schon sehr sei seien
    sein seine seinem seinen seiner seines seit sich sie sind so sogar solche soll sollen sollte sollten sondern
    sowie uber um und uns unser unsere unter viel viele vielen vom von vor wahrend wann war ware waren warum was
    weder wegen weil weiter welche welchem welchen welcher welches wem wen wenn wer werde werden wessen wie wieder
    wieviel will wir wird wo wobei wohl wollen wollte wollten worden wurde wurden zu zum zur zwar zwischen`),
  es: words(`a acerca ademas ahi ahora al algo alguna algunas alguno algunos ante antes aquel aquella aquellos asi aun
    aunque bajo bien cada casi como con contra cual cuales cualquier cuando cuanta cuantas cuanto cuantos de del desde
    despues donde dos durante e el ella ellas ello ellos en entonces entre era eran eres es esa esas ese eso esos esta
    estaba estaban estado estan estar estas este esto estos fue fueron ha haber habia habian hace hacia han has hasta
    hay he la las le les lo los mas me mi mientras mis misma mismo mucha muchas mucho muchos muy nada ni ningun ninguna
    no nos nosotros o os otra otras otro otros para pero poco por porque pues que quien quienes se sea sean segun ser
    si sido siempre sin sino sobre son su sus tal tambien tampoco tan tanto te tiene tienen toda todas todavia todo
    todos tras tu tus u un una unas uno unos usted ustedes y ya yo`),
  fr: words(`a afin ai ainsi alors apres assez au aucun aucune aujourdhui auquel aura aurait aussi autant autre autres aux
    avaient avait avant avec avoir ayant beaucoup bien c ca car ce ceci cela celle celles celui cependant ces cet cette
    ceux chaque chez comme comment contre d dans de deja depuis des dont du elle elles en encore entre est et etaient
    etait etant ete etre eux fait font hors il ils j je jusqu l la laquelle le lequel les lesquels leur leurs lors
    lorsque lui m ma mais malgre me meme memes mes moi moins mon n ne ni non nos notre nous on ont ou par parce parmi pas
    pendant peu peut peuvent plus plusieurs pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans
    sauf se selon sera serait seront ses si soit son sont sous sur t ta tandis tant te tel telle tels tes toi ton tous
    tout toute toutes tres tu un une vers voici voila vos votre vous y`),
  it: words(`a ad agli ai al alcuni alcune alla alle allo allora altra altre altri altro anche ancora avere aveva avevano
    ben c che chi ci cio cioe coi col come con contro cosa cosi cui d da dagli dai dal dalla dalle dallo degli dei del
    della delle dello dentro di dopo dove due e ed era erano essere fa fino fra fu furono gia gli ha hanno ho i il in
    infatti io l la le lei li lo loro lui ma mai me mentre mi mia mio molta molte molti molto ne negli nei nel nella nelle
    nello no noi non nostra nostro o ogni oltre ora per perche pero piu poco poi prima proprio qua quale quali quando
    quanta quante quanti quanto quasi quella quelle quelli quello questa queste questi questo qui quindi sara se sei sempre
    senza si sia siamo siano sino solo sono sopra sotto sta stata state stati stato su sua sue sugli sui sul sulla sulle
    suo suoi tale tanto te tra tu tutta tutte tutti tutto un una uno verso vi voi`),
  pt: words(`a acerca agora ainda alem algo alguem algum alguma algumas alguns ante antes ao aos apenas apos aquela aquele
    aqueles aquilo as assim ate atraves bem cada com como contra contudo cuja cujo da daquele das de dela dele deles desde
    dessa desse desta deste depois disso do dos durante e ela elas ele eles em embora enquanto entao entre era eram essa
    essas esse esses esta estao estar estas estava este estes estou eu foi foram ha haver havia isso isto ja la lhe lhes
    logo mais mas me mesmo meu minha muita muitas muito muitos na nada nao nas nem nenhum nessa nesse nesta neste no nos
    nossa nosso num numa o onde os ou outra outras outro outros para pela pelas pelo pelos pois por porem porque quais
    qual qualquer quando quanta quantas quanto quantos que quem se seja sem sempre sendo ser sera seu seus si sido sim so
    sob sobre sua suas tal tambem tanto tao te tem tendo ter tinha toda todas todo todos tu tudo um uma umas uns voce`),
  nl: words(`aan achter af al alle alleen alles als altijd andere anders beide bij binnen boven buiten dan daar daarbij
    daarna daarom dat de den deze die dit doch doen door dus echter een eens eerst en enige enkele er erg ertoe ge geen
    had hadden hare heb hebben heeft hem hen het hier hij hoe hoeveel hun ik in is ja je jij jouw jullie kan kon konden
    kunnen maar mag me meer men met mij mijn moet moeten na naar naast niet niets nog nu of om omdat onder ons onze ook op
    over reeds sinds slechts soms te tegen terwijl tijdens toch toen tot tussen u uit uw van vanaf veel voor vooral
    waar waarom waarop waren wanneer was wat we wel welke werd werden wie wij wil worden wordt zal ze zeer zelf zich zij
    zijn zo zoals zonder zou zouden`),
  pl: words(`a aby albo ale az bardzo bez bo by byc byl byla byli bylo byly bedzie beda ci co czy dla do dlaczego dzis
    gdy gdyz gdzie go i ich ile im inne inny itd ja jak jaka jakie jako jaki je jeden jednak jego jej jemu jest jestem
    jeszcze jesli juz kazdy kiedy kim kto ktora ktore ktorego ktorej ktorych ktory ktorym ktorzy ku lecz lub ma maja
    mam mi mial mimo mnie moga moj moze mozna my na nad nam nas nasz nawet nia nic nich nie niej niego nim niz no o od
    ok on ona one oni ono oraz po pod podczas poniewaz ponad przed przede przez przy raz rowniez sa sam sie ta tak taka
    takich takie taki takze tam te tego tej ten to tu tych tylko tym tys u w wam was we wiec wielu wiele wszystkie
    wszystko wsrod wy z za zas ze zeby zostal zostala`),
  sv: words(`alla allt an andra annan annat att av bara bland blev bli blir blivit da dag de dem den denna deras dess
    dessa det detta dig din dina dit ditt du dar darfor efter eftersom ej eller en er ett fick fran for fore genom gor
    ha hade han hans har henne hennes hon honom hur har i icke in inga ingen inget innan inte jag ju kan kommer kunde
    man med mellan men mer mest mig min mina mitt mot mycket maste ni nu nar nagon nagot nagra och ocksa om oss pa
    redan sa samma samt sedan sig sin sina sitt ska skall skulle som till trots under upp ut utan vad var vara varfor
    varit varje vars vart vem vi via vid vilka vilken vilket vill at ar aven over`),
  tr: words(`acaba ama ancak artik asla aslinda az bana bazi belki ben beni benim beri bile bir bircok biri birkac biz
    bize bizi bizim boyle bu buna bunda bundan bunlar bunu bunun burada cok cunku da daha dahi de defa degil diger diye
    dolayi en fakat gibi gore halen hangi hatta hem henuz hep hepsi her herhangi herkes hic icin ile ilgili ise iste
    kac kadar karsi kendi kendine kez ki kim kimse mi mu nasil ne neden nedenle nerede nicin niye o olan olarak oldu
    oldugu olmak olmasi olsa olup olur on ona ondan onlar onlari onu onun ote ragmen sadece sana sen siz sonra su sanki
    tarafindan tum uzere var ve veya ya yani yapilan yerine yine yok zaten`),
  ru: words(`а без более был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее ей ему
    если есть еще же за здесь и из или им их к как какая какие какой ко когда который которая которое которые которых
    кто ли либо мне может можно мы на над надо нас наш не него нее нет ни них но ну о об однако он она они оно от
    очень по под после потому почему при про раз с сам свои своих свой своей своего себя сейчас со сколько так также
    такие такой там те тем теперь то того тоже той только том тот ту ты у уже хотя чего чей чем через что чтобы эта эти
    этих это этого этой этом этот эту я`),
  uk: words(`а або адже але без би був була були було бути в вам вас весь ви вже від він вона вони воно все всі всіх
    для до його е ж за з зі і із іи їи їх й и к коли котрии крім куди ли лише мене мені ми мі на над нам нас наш не неи
    нема ні ніж них о один однак от ось під після по при про проти саме свої своїх своє себе скільки так також такии там
    те ти тим то того тоді тои тому тільки у усі хто хоча це цеи ці цього цієї чи через чии чого чому що щоб як яка які
    якии яких якого якої я є єдвін`),
  ar: words(`في من الي علي ان انه انها عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون قد لا لم لن ما ماذا هو هي هم
    هل او ام ثم بعد قبل كل كما لكن حتي اذا منذ عند عندما بين حول خلال غير اي ايضا به بها له لها فيه فيها منه منها عليه
    عليها اليه و ف ب ل ك متي اين كيف كم لماذا نحن انا انت اننا وقد وفي ومن وهو وهي ولا وان كانوا حيث ضد دون فقط`),
}

function words(list: string): ReadonlySet<string> {
  return new Set(fold(list).trim().split(/\s+/))
}
