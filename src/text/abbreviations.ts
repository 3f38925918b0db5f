// Words whose full stop does not end a sentence, and words that begin one, per language. In lower case and without the
// last dot; a part of an abbreviation of several (z. B., EE. UU.) stands by itself.

export interface Abbreviations {
  /** Always followed by more: titles, "e.g.", "z". */
  readonly leading: ReadonlySet<string>
  /** Followed by a number: No. 5, Feb. 3, Art. 7. Before anything else they end a sentence as other words do. */
  readonly numbered: ReadonlySet<string>
  /** May end a sentence: Inc., U.S., etc. They do when a word follows that begins sentences. */
  readonly trailing: ReadonlySet<string>
  /** After a number they are units or years and may end a sentence (5 млн. Он), before a name they lead (г. Москва). */
  readonly units: ReadonlySet<string>
  /** Folded to lower case: words that begin a sentence and no name. */
  readonly starters: ReadonlySet<string>
  /** '3. Januar': a number of one or two digits with a dot is an ordinal. */
  readonly ordinals: boolean
}

interface Lists {
  readonly leading?: string
  readonly numbered?: string
  readonly trailing?: string
  readonly units?: string
  readonly starters?: string
  readonly ordinals?: boolean
}

/** Written in every language of Latin letters: titles of people, initials of firms. */
const LATIN: Lists = {
  leading: 'mr mrs ms dr prof st vs ca',
  numbered: 'no nos nr art vol p pp fig',
  trailing: 'etc inc ltd corp co jr sr llc plc',
}

const LISTS: Readonly<Record<string, Lists>> = {
  en: {
    leading: `v mx messrs mme sen sens rep reps gov govs gen gens col maj capt brig cmdr cdr adm lt sgt cpl pvt rev hon pres
      supt det insp ft mt eg ie cf approx viz al dept univ ave blvd asst assoc atty attys lt.col ph lt.gov`,
    numbered: 'jan feb mar apr jun jul aug sep sept oct nov dec ch sec para pt op prop',
    trailing:
      'bros a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a esq ltd est mfg intl fla va tenn colo ga calif conn mich minn neb nev okla tex wis wyo ariz ark ky md pa',
    starters: `the a an in on at by for from with without to of as after before during since until while when where
      why how what who which if though although because but and or so yet it he she they we you i his her their its our my
      this that these those there here then now both some many most more few several all each every no not nor once
      meanwhile however instead still also even earlier later last next another other one two according despite under over
      between among about around against through under like unlike only just such`,
  },
  de: {
    leading: `z b d h c u i r s o ä v a m w hr fr hrn bzw ggf evtl sog geb gest inkl exkl zzgl vgl lt abs bd hrsg
      dipl ing mag sek std tel allg bes bspw dt engl frz gem int jhrl kath ev nat prof rd str tägl verh zit st`,
    numbered: 'jan feb mär apr jun jul aug sep sept okt nov dez kap ziff rn',
    trailing: 'usw chr e.v jh mio mrd tsd max min ag a.d a.m u.s.a usa',
    starters: `der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich man in im am an auf aus bei
      beim mit nach von vom vor zu zum zur für über unter durch gegen ohne um seit während wegen trotz und oder aber
      doch denn sondern wenn weil dass ob als wie wo wer was wann warum auch noch nur schon so dann da damit dabei dafür
      dagegen daher darum deshalb danach dieser diese dieses diesen diesem jeder jede jedes alle viele einige mehrere
      kein keine nicht nun jetzt heute gestern morgen hier dort sein seine ihre ihren zudem außerdem allerdings laut
      zwar bereits insgesamt bislang bisher zuletzt zuvor später`,
    ordinals: true,
  },
  es: {
    leading: `sra srta sres d dª dña dra ud uds vd ee p ej gral lic ing excmo excma ilmo av avda núm pág págs cía mons
      fr a s s.a.r depto tte cnel`,
    numbered: 'núm cap',
    trailing: 'uu ee.uu s.a a.m p.m m c a.c d.c s.l j.c',
    starters: `el la los las un una unos unas en de del al con sin por para según desde hasta sobre entre tras ante y e o
      u pero sino aunque si no que cuando donde como mientras porque pues él ella ellos ellas su sus este esta estos
      estas ese esa esto eso aquel también además sin-embargo así ya hoy ayer lo se le les más todo todos todas`,
  },
  fr: {
    leading: `m mm mme mlle mgr me pr dr cf c.-à-d ex env av boul bd tél éd hab j.-c ste sts art`,
    numbered: 'chap n',
    trailing: 's.a j.-c a.m p.m',
    starters: `le la les un une des du de en dans à au aux pour par avec sans sur sous selon depuis après avant pendant
      entre et ou mais or donc car si il elle ils elles on nous vous je ce cet cette ces son sa ses leur leurs qui que
      quand où comme alors ainsi aussi toutefois cependant pourtant enfin hier aujourd mardi c l d n s j qu`,
  },
  it: {
    leading: `sig sigg sig.ra sig.na dott dott.ssa dr.ssa prof.ssa on avv ing geom arch rag mons card gen col cap ten
      sen es pag pagg tel v cfr s ss egr gent n`,
    numbered: 'cap',
    trailing: 'ecc s.p.a s.r.l a.c d.c spa srl',
    starters: `il lo la i gli le un uno una in di del della dei a al alla da dal con per su sul tra fra e o ma se non che
      quando dove come mentre perché anche così poi già oggi ieri lui lei loro questo questa questi queste quello quella
      suo sua secondo dopo prima l`,
  },
  pt: {
    leading: `sra srs sras dra drs prof profa exmo exma v ex gen cel cap min av r pág págs eng d núm tel`,
    numbered: 'cap',
    trailing: 's.a ltda cia a.c d.c',
    starters: `o a os as um uma em no na nos nas de do da com sem por para segundo desde até sobre entre após e ou mas
      se não que quando onde como enquanto porque ele ela eles elas seu sua este esta isso isto também além assim já
      hoje ontem todos`,
  },
  nl: {
    leading: `dhr mevr mw drs ir ing bijv blz tel mgr jhr resp incl excl prof.dr`,
    numbered: 'jan feb mrt apr jun jul aug sep sept okt nov dec',
    trailing: 'enz n.v b.v v.chr n.chr a.s j.l e.d',
    starters: `de het een in op van voor met bij door naar uit over onder tegen sinds volgens tijdens na en of maar want
      als dat die dit deze hij zij ze het we wij ik je er daar hier dan toen nu ook nog niet geen zijn haar hun wie wat
      waar wanneer waarom hoe toch echter daarom volgens`,
  },
  pl: {
    leading: `np tj tzn tzw ul al pl św ks inż mgr gen płk mjr kpt por red hab dot ok ws im zob por`,
    numbered: 'pkt str rozdz',
    trailing: 'itd itp r w n.e tys mln mld zł godz',
    units: 'r w',
    ordinals: true,
    starters: `w we z ze na do od po przy przez pod nad o u za dla i a ale oraz lub jednak jeśli gdy kiedy gdzie jak
      to ten ta te on ona ono oni nie tak już też także według jego jej ich`,
  },
  sv: {
    leading: `fr.o.m kl dvs tel ang inkl`,
    numbered: '',
    trailing: 'm.m osv',
    starters: `den det de en ett i på av för med till från om och men eller att som han hon vi jag du ni nu här där då
      när hur vad vem enligt efter under sedan inte också`,
  },
  ru: {
    leading: `им ул пр-т пер пл д кв корп стр с см напр проф акад ген полк кап т доц св о н ред`,
    numbered: 'гл рис табл п пп ст',
    trailing: 'е д п др н.э т.д т.п',
    units: 'г гг в вв руб коп тыс млн млрд трлн кг км м мин сек ч',
    starters: `в во на с со к ко по из за от до о об у для при под над между через и а но или что как так если когда где
      он она оно они мы вы я это этот эта эти тот та те его ее их не также однако по-словам ранее после перед во-время
      по-данным все все всё`,
  },
  uk: {
    leading: `ім вул пров пл буд кв див напр проф акад ген доц св о ред`,
    numbered: 'рис табл п ст',
    trailing: 'ін т.д т.п',
    units: 'р рр в ст грн коп тис млн млрд м',
    starters: `у в на з із зі до по від для при під над між через і й та а але або що як так якщо коли де він вона воно
      вони ми ви я це цей ця ці той та його її їх не також однак раніше після перед усі`,
  },
  tr: {
    leading: 'av doç yrd bkz örn sn m',
    numbered: '',
    trailing: 'vb vs m.ö m.s a.ş',
    ordinals: true,
    starters: 'bu o bir ve ama ancak fakat çünkü ne nasıl şu biz siz onlar ben sen',
  },
}

const BY_LANGUAGE = new Map<string, Abbreviations>()

/** Those of the language; of one without a list, the titles and firms of every language. */
export function abbreviationsOf(language: string): Abbreviations {
  const code = language.slice(0, 2).toLowerCase()
  const known = BY_LANGUAGE.get(code)
  if (known) return known
  const lists = LISTS[code] ?? { ...LISTS.en, ordinals: false }
  const made = {
    leading: setOf(LATIN.leading, lists.leading),
    numbered: setOf(LATIN.numbered, lists.numbered),
    trailing: setOf(LATIN.trailing, lists.trailing),
    units: setOf(lists.units),
    starters: setOf(lists.starters),
    ordinals:
      lists.ordinals ??
      ['da', 'nb', 'no', 'nn', 'fi', 'cs', 'sk', 'hu', 'hr', 'sr', 'sl', 'et', 'lv', 'is'].includes(code),
  }
  BY_LANGUAGE.set(code, made)
  return made
}

function setOf(...lists: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list?.trim().split(/\s+/) ?? []))
}
