import { POINTERS, RELATED_HEADINGS, WEAK_POINTERS } from './chrome-phrases.ts'
import chromeWords from './chrome-words.json' with { type: 'json' }

// What stands around a story on its page, as one reads it there. Each row: the kind, what the whole block must look like,
// and how long the block may be. Longer blocks are prose that happens to begin alike.

/**
 * `comments`, `related` and `footer` begin something that goes on; `wall` says that the rest is not here; `byline` and
 * `date` stand at the head of a story; the others are nothing but themselves.
 */
export type ChromeKind =
  | 'share'
  | 'promo'
  | 'pointer'
  | 'related'
  | 'comments'
  | 'byline'
  | 'date'
  | 'caption'
  | 'consent'
  | 'footer'
  | 'wall'
  | 'control'
  | 'tags'

export interface ChromePattern {
  readonly kind: ChromeKind
  readonly maxChars: number
  readonly pattern: RegExp
}

const row = (kind: ChromeKind, maxChars: number, ...parts: readonly string[]): ChromePattern => ({
  kind,
  maxChars,
  pattern: new RegExp(parts.join('|'), 'iu'),
})

const END = '\\s*[:>»›→….!]*\\s*$'
/** `\\b` knows letters of ASCII only. */
const END_OF_WORD = '(?!\\p{L})'
const NO_SENTENCE = '(?!.*[.!?]["”»]?$)'
/** The pronoun, not the country. */
const US = '(?-i:[Uu]s)'
const NETWORKS = chromeWords.networks.join('|')
const FOOTER_LINKS =
  "about(?: us)?|contact(?: us)?|careers|advertise(?: with us)?|terms(?: (?:of|and|&) (?:use|service|conditions|sale))*|privacy(?: (?:policy|notice|statement|settings|center|centre))?|cookie(?:s)?(?: (?:policy|settings|notice|preferences))?|site ?map|help(?: cent(?:er|re))?|impressum|datenschutz(?:erklärung|hinweise)?|agb|nutzungsbedingungen|kontakt|mediadaten|barrierefreiheit|privatsphäre|mentions légales|politique de confidentialité|conditions générales(?: d[’'][\\p{L}]+)?|nous contacter|aviso legal|política de (?:privacidad|cookies)|quiénes somos|contacto|политика конфиденциальности|о нас|контакты|реклама на сайте|do not sell (?:or share )?my personal information|accessibility|rss|masthead|corrections|ethics policy|newsroom policies"

/** Somebody's words are not the site's. */
const NO_QUOTE = '(?!.*[“„«].{10,}[”“»])'

/** Sentences that ask the reader to do something about the site. */
const PROMPTS = [
  '\\b(?:click|tap|swipe) (?:here|below|on the link|the link|through)\\b|^(?:click|tap) (?:on|to)\\b',
  '^(?:please )?(?:subscribe|register|sign up|sign in|log in)(?: (?:now|today|here|below|free|to|for|and|with|via)\\b|[!:.]|$)',
  '\\bsign(?:ing)? up (?:here|below|to (?:our|receive)|for our)\\b',
  `^(?:please )?(?:join|follow) (?:${US}|our|@)|\\b(?:follow|find|like) ${US} (?:on|at)\\b|\\bjoin our (?:\\p{L}+ ){0,3}(?:channel|group|community|mailing list|newsletter)`,
  `\\bfollow (?:${US}|our|him|her|them|the author|\\p{L}+(?: \\p{L}+){0,3}) on (?:${NETWORKS}|social)\\b`,
  '\\b(?:our|the|a|this|free|daily|weekly|morning) (?:[\\p{L}-]+ ){0,4}newsletters?\\b.{0,100}\\b(?:inbox|sign up|subscribe|here)\\b|\\bnewsletters?\\b.{0,60}\\b(?:sign up|subscribe)\\b',
  '\\b(?:straight|direct(?:ly)?|delivered|sent|right) (?:in)?to your (?:inbox|e-?mail|phone)|\\bin your inbox\\b',
  '^(?:download|get|install|try) (?:the|our)\\b.{0,40}\\bapps?\\b|^download [\\p{L} ]{2,40} app$|\\bdownload our\\b|\\bavailable (?:on|in|from) (?:the )?(?:app store|google play|apple store)',
  '^become an? (?:member|subscriber|supporter|patron)\\b(?! of)|\\bsupport (?:our|independent|quality|local) journalism\\b',
  '^(?:do you have|have you got|got|have) (?:a|any) (?:news )?(?:story|tip|question|comment|confidential)\\b',
  `^(?:send|e-?mail|contact) (?:${US}|your (?:story|stories|tips?|news|photos|views))\\b|^contact (?:the (?:author|reporter|editor|newsroom)|\\p{L}+ \\p{L}+) (?:at|by|via|on)\\b|^(?:write|reach out) to (?:${US}|the (?:author|editor)|\\p{L}+ \\p{L}+) at\\b`,
  '^(?:turn on|enable|allow) (?:desktop |push |browser )?notifications|^get (?:the latest|breaking|our|unlimited|full|exclusive)\\b.{0,120}(?:news|stories|updates|access|headlines|alerts|inbox|newsletter|app)\\b',
  "^stay (?:up to date|informed|on top|connected|tuned)\\b|^(?:never|don['’]t) miss (?:a|an|another) (?:story|thing|update|beat|article)|^keep (?:updated|up (?:to date|with (?:the latest|our|all)))\\b|^follow our\\b",
  '^(?:jetzt|hier|kostenlos|gleich)\\b.{0,60}\\b(?:anmelden|abonnieren|registrieren|testen|bestellen|klicken|herunterladen|verpassen)[.!]?$',
  '\\b(?:abonnieren sie|melden sie sich (?:jetzt|hier|für|zu|an)|folgen sie (?:uns|unserem)|folge(?:n sie)? uns|klicken sie (?:hier|auf)|registrieren sie sich|laden sie (?:unsere|die) app)\\b',
  '\\b(?:unser(?:en|em|e|er)?|kostenlose[nrm]?|den|der|zum) (?:[\\p{L}-]+ ){0,3}[\\p{L}-]*newsletter\\b.{0,100}(?:\\b(?:anmeld\\p{L}*|abonn\\p{L}*|postfach|bestell\\p{L}*)\\b|\\b(?:erhalten|an)[.!]?$|$)|\\bin ihr(?:em)? (?:e-?mail-?)?postfach',
  "(?:abonnez-vous|inscrivez-vous|suivez-nous|rejoignez-nous|cliquez ici|téléchargez (?:notre|l['’]) ?app|recevez (?:notre|nos|chaque|gratuitement|le meilleur))",
  '(?:suscríbete|suscríbase|regístrate|regístrese|síguenos|síganos|únete a|haz clic|haga clic|pincha aquí|descarga (?:la|nuestra) app|recibe (?:en tu|nuestr))',
  'подпи(?:шитесь|сывайтесь|шись|сывайся)|следите за (?:нами|нашими)|нажмите (?:здесь|сюда)|скачайте (?:наше )?приложение|присоединяйтесь к нам|читайте нас',
  '(?:iscriviti alla|seguici su|clicca qui|inscreva-se|siga-nos|clique aqui|meld je aan|volg ons|klik hier|zapisz się|kliknij tutaj)',
]

/** Buttons, players, advertisements. */
const CONTROLS = [
  '^(?:(?:i )?(?:accept|agree|reject|allow|decline|manage|confirm)(?: (?:all|cookies|and close|and continue|preferences|settings|options|choices|my choices))*|(?:cookie|privacy) (?:settings|preferences)|(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|zustimmen|annehmen)(?: und (?:weiter|schließen))?|einstellungen(?: (?:verwalten|anpassen))?|(?:tout )?(?:accepter|refuser)(?: et (?:fermer|continuer))?|(?:gérer|paramétrer)(?: (?:les|mes))?(?: cookies| choix)?|aceptar(?: (?:todo|y (?:continuar|cerrar)))?|rechazar(?: todo)?|configurar|принять(?: все)?|отклонить|learn more|mehr erfahren|en savoir plus|más información|подробнее|ok|got it|verstanden|close|schließen|fermer|cerrar|закрыть|[×✕✖xX])$',
  '^(?:advertisement|advertising|ad|ads|sponsored(?: content| by .{2,30})?|paid (?:content|post|partner content)|promoted|anzeige|werbung|publicité|publicidad|anuncio|реклама|pubblicità|publicidade|advertentie|reklama|annons|story continues below(?: (?:this )?ad(?:vertisement)?)?|article continues (?:after|below)(?: (?:this )?ad(?:vertisement)?)?|scroll (?:down )?(?:to continue|for (?:video|more)).*|continue reading below)$',
  "^(?:skip to (?:main )?(?:content|navigation|search)|skip (?:ad|navigation)|(?:back|scroll|return|go) to (?:the )?(?:top|homepage|home|main content)|zum (?:inhalt|hauptinhalt|seitenanfang)(?: springen)?|nach oben|zurück(?: zur (?:startseite|übersicht))?|aller au contenu(?: principal)?|retour (?:en haut|à l[’']accueil)|ir al contenido|volver arriba|наверх|вернуться|floating button|loading|laden|wird geladen|please wait|play(?: video| audio)?|pause|mute|unmute|expand|collapse|show (?:more|less|all)|mehr anzeigen|weniger anzeigen|voir plus|ver más|показать ещё|next|previous|weiter|vorherige|suivant|précédent|siguiente|anterior|далее|назад|open in app|view (?:gallery|all|more|comments)|(?:open|view|close) (?:image|gallery|menu|search|modal|navigation)(?: in .*)?|enlarge(?: image)?|bild(?:er)?galerie|full ?screen|font resizer|(?:text|font) size|aa?|a[+-]|toggle navigation|menu|menü|search|suche|suchen|recherche|rechercher|buscar|поиск|меню|media playback is (?:not supported|unsupported).*|(?:your|this) browser (?:does not|doesn[’']t) support .*|video (?:player )?(?:is )?(?:loading|unavailable).*|listen to (?:this )?(?:article|story).*|artikel (?:an)?hören|écouter (?:l[’'])?article|escuchar (?:el )?artículo|0 ?seconds of.*|\\d+ (?:shares?|views?|likes?|retweets?|reads?)|reply|replies|report|like|dislike|upvote|antworten|melden|gefällt mir|répondre|signaler|responder|denunciar|ответить|пожаловаться|нравится)(?:\\s*\\(?\\d*\\)?)?[….]*$",
  '^(?:(?:photo|image|slide|picture|bild|foto|page|seite|imagen|фото)\\s*)?\\d{1,3}\\s*(?:/|of|von|de|sur|из|di)\\s*\\d{1,3}$',
  '^[\\p{P}\\p{S}\\p{N}\\s]*$',
]

const WEEKDAYS =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo'
const DAY =
  '\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?(?:\\s+de)?\\s+\\p{L}{3,12}\\.?,?(?:\\s+(?:de\\s+)?\\d{4})?|\\p{L}{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?(?:\\s+\\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}'
const TIME =
  '\\d{1,2}[:.h]\\d{2}(?::\\d{2})?\\s*(?:am|pm|a\\.m\\.|p\\.m\\.|uhr|h)?\\s*(?:\\(?[A-Z]{2,4}\\)?)?(?:\\s*[+-]\\d{1,2}:?\\d{0,2})?'
const AGENCIES =
  'getty|reuters|afp|ap\\b|ap photo|epa|dpa|tass|xinhua|bloomberg|alamy|shutterstock|sipa|ansa|keystone|apa|getty images|picture alliance'

const NAME = "(?-i:\\p{Lu})[\\p{L}'’.-]*"
const NAMES = `${NAME}(?:[\\s,/&]+(?:and|und|et|y|e|и|van|von|de|der|den|la|le|di|da|dos|del|bin|al|el)?\\s*${NAME}){0,9}`

const PHOTO =
  'photo(?:graph(?:er)?|s)?|picture|pic|image|images|illustration|graphic|video(?: still)?|screenshot|credit|file (?:photo|image)|foto|fotos|bild|bilder|archivbild|archivfoto|symbolbild|symbolfoto|grafik|quelle|crédit(?:s)?(?: photo)?|photos?|imagen|imágenes|fotografía|crédito|фото|иллюстрация|imago|getty images|gettyimages|shutterstock|istock|unsplash|pixabay|picture alliance'

export const CHROME_PATTERNS: readonly ChromePattern[] = [
  row(
    'comments',
    90,
    `^(?:(?:view |show |see |read |all |post a |leave a |add a |write a |your )*(?:\\d+ )?(?:reader )?comments?(?: \\(?\\d+\\)?| section)?|leave a (?:reply|comment)|join the (?:conversation|discussion)|what do you think\\??|have your say|post (?:a )?comment|sort by|load more comments)${END}`,
    `^(?:(?:alle |\\d+ |ihr |neuer |zu den )*(?:leser|user)?kommentare?(?: \\(?\\d+\\)?| lesen| anzeigen| schreiben)?|diskutieren sie mit|(?:ihre |jetzt )?mit(?:diskutieren|reden)|schreiben sie (?:einen|den ersten) kommentar|kommentar (?:schreiben|verfassen|hinterlassen)|antwort hinterlassen)${END}`,
    `^(?:(?:\\d+ |les |vos |tous les )*(?:commentaires?|réactions?)(?: \\(?\\d+\\)?)?|laisser un commentaire|(?:ré)?agir à cet article|(?:\\d+ |los |ver )*comentarios?(?: \\(?\\d+\\)?)?|deja(?:r)? (?:un|tu) comentario|(?:\\d+ |все )*комментари[ийев]+(?: \\(?\\d+\\)?)?|оставить комментарий|commenti|reacties|komentarze)${END}`,
    // The line over each comment: "Walter on 3 March 2026 at 4:47 pm said:".
    `^.{2,30}\\s(?:on|am|le|el)\\s.{6,24}\\d{1,2}[:.h]\\d{2}.{0,6}\\s(?:says|said|sagt|schrieb|wrote|dit|dijo|dice)\\s?:$`,
  ),
  row(
    'related',
    90,
    `^(?:${RELATED_HEADINGS})${END}`,
    `^more (?:on|from|in|about|by) [\\p{L}\\p{N}' &-]{2,50}$`,
    '^mehr (?:aus|von|über) [\\p{L} &-]{2,40}$',
  ),
  row(
    'pointer',
    240,
    `^[\\p{P}\\p{S}\\s]*(?:${POINTERS})\\s*(?:[:|»›>→]|[-–—]\\s)`,
    `^[\\p{P}\\p{S}\\s]*(?:${WEAK_POINTERS})\\s*(?:[:|»›>→]|[-–—]\\s)${NO_SENTENCE}`,
    `^(?:${POINTERS}|${WEAK_POINTERS})${END}`,
  ),
  row(
    'pointer',
    160,
    `^(?:read (?:more|the full)|lesen sie (?:hier|auch|mehr)|lire (?:aussi|la suite)|lee (?:también|más)|читайте также)${END_OF_WORD}${NO_SENTENCE}`,
    '^(?:continue|keep|start) reading\\b|^(?:weiterlesen|jetzt lesen)\\b|^\\[?(?:more|mehr|suite|más)\\]?\\s*[…>»]*$',
  ),
  row(
    'footer',
    400,
    '^(?:©|\\(c\\)\\s)|^copyright\\s*(?:©|\\(c\\)|\\d{4}|by\\b|notice|$)|^copyright .{2,60}\\d{4}\\.?$',
    'all rights reserved|alle rechte vorbehalten|tous droits (?:de reproduction et de représentation )?(?:sont )?réservés',
    '(?:todos los derechos reservados|reservados todos los derechos)|все права защищены|tutti i diritti riservati',
    'todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone',
    'may not be (?:published, broadcast|reproduced|redistributed|copied)',
    '(?:registered (?:office|in england)|company (?:number|registration no))\\b.*\\d',
  ),
  row('footer', 120, `^(?:${FOOTER_LINKS})(?:\\s*[|·•,/]?\\s*(?:&|and|und)?\\s*(?:${FOOTER_LINKS}))*$`),
  row(
    'wall',
    300,
    '^want to read (?:more|on)\\?|\\bget the full (?:story|article)\\b|\\b(?:testen sie|jetzt testen|probeabo|probemonat)\\b.{0,80}\\b(?:abo|monat|plus|\\+)',
    '付费(?:内容|阅读|文章)|订阅后(?:继续)?阅读|会员(?:专享|可读)|有料会員|会員限定|残り\\s?[\\d,]+\\s?文字|続き(?:を読む|は).{0,20}(?:会員|ログイン|登録)',
    '^to (?:(?:continue|keep) reading|read (?:the (?:full|rest|whole|entire|complete)|this|more)|view the full)\\b',
    '\\b(?:subscri\\p{L}+|log ?in|sign in|sign up|register|account|membership|unlock|trial)\\b.{0,80}\\bto (?:(?:continue|keep) reading|read (?:the (?:full|rest|whole|entire|complete)|this|more|on)\\b)',
    '(?:full|rest of (?:the|this)) (?:article|story|text) (?:is )?(?:available|only|reserved)',
    '(?:article|content|story|page) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved (?:for|to)|exclusive(?:ly)? (?:for|to)|limited to) (?:our |paying |registered |premium |paid )*(?:subscribers|members|users|readers)',
    '^already (?:a|have an?|registered)\\b.{0,30}[?:]|\\bsubscribers?[- ]only\\b|(?:content|article|story) (?:is )?(?:for )?members[- ]only',
    '^(?:please )?(?:subscribe|log ?in|sign in|register)(?: now)? (?:or (?:subscribe|log ?in|sign in|register) )?(?:to|for) (?:unlock|read|continue|access|full access|view)',
    "unlock (?:this|the) (?:article|story)|you (?:have|['’]ve) (?:reached|used|read) (?:your|all|the)\\b.{0,40}(?:free|limit|articles)",
    '(?:artikel|beitrag|inhalt|text) (?:ist|gibt es|steht) (?:\\p{L}+ )?(?:nur |exklusiv |ausschließlich )?(?:für|unseren?) (?:\\p{L}+ )?(?:abonnent|plus|mitglieder|registrierte|digital)',
    '(?:jetzt )?(?:weiterlesen|weiter lesen) (?:mit|und)\\b|um (?:den (?:ganzen |vollständigen )?(?:artikel|text)|diesen (?:artikel|text)|weiter ?zu ?lesen|weiterzulesen)',
    '^(?:sie sind )?bereits (?:abonnent|registriert|kunde|mitglied)\\p{L}*.{0,20}\\?|^(?:sie )?haben (?:sie )?(?:bereits|schon) ein (?:\\p{L}+-?)?(?:abo|abonnement|konto)|exklusiv für abonnent',
    'réservé(?:e)?s? (?:à|aux) (?:nos )?abonné|pour lire la suite|il vous reste [\\d,.]+ ?% (?:de cet article )?à lire|^déjà abonné|la suite est réservée|poursuivre (?:la|votre) lecture',
    'para (?:seguir|continuar) leyendo|(?:contenido|artículo) (?:exclusivo|solo|sólo) para (?:suscriptores|socios)|¿ya (?:eres|es) suscriptor|suscríbe(?:te|se) para (?:leer|seguir|acceder)|^inicia sesión para',
    'доступ(?:но|ен|на) только (?:для )?подписчик|чтобы (?:прочитать|читать) (?:полностью|дальше|статью)|полный текст доступен|уже подписаны\\?',
  ),
  row('promo', 340, `^${NO_QUOTE}.*?(?:${PROMPTS.join('|')})`),
  row(
    'consent',
    2_500,
    `^(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|clicking)|wir|diese (?:web)?seite|nous|ce site|en (?:poursuivant|continuant)|(?:nosotros )?utilizamos|este sitio|мы|этот сайт|сайт|with your (?:consent|agreement)|mit ihrer (?:einwilligung|zustimmung))${END_OF_WORD}.*(?:cookies?\\b|куки|информацию на устройстве|(?:store|access) (?:and/or )?(?:and )?(?:access|store)? ?information on (?:a|your) device|personal data|personenbezogene|données personnelles)`,
    '(?:our|unsere|nos|nuestros) (?:\\d+ )(?:\\p{L}+ )?(?:partners?|partnern?|partenaires|socios|vendors)|(?:accept|reject|manage) (?:all )?cookies|cookie (?:policy|preferences|settings)|cookies? (?:akzeptieren|ablehnen|einstellungen)|(?:accepter|refuser) (?:les |tous les )?cookies|aceptar (?:todas )?las cookies|withdraw your consent|einwilligung jederzeit widerrufen',
  ),
  row('control', 80, ...CONTROLS),
  row(
    'date',
    110,
    `^${NO_SENTENCE}(?:first )?(?:published|updated|posted|last (?:updated|modified|edited)|modified|created|stand|aktualisiert|veröffentlicht|erstellt|publiziert|publié|mis(?:e)? à jour|modifié|publicado|actualizado|опубликовано|обновлено|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt)${END_OF_WORD}[^.]*\\d`,
    `^${NO_SENTENCE}(?:stand|published|veröffentlicht|aktualisiert|zuletzt aktualisiert)\\b.{0,30}\\d`,
    '^(?:\\p{L}+\\s+)?\\d+\\s*[- ]?(?:min(?:ute)?s?|minuten|mins?\\.?|мин\\.?|минут[аы]?)\\s*(?:read|lesezeit|de lecture|de lectura|чтения|di lettura|leitura|leestijd)?[.]?$',
    `^(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|время чтения|lecture)${END_OF_WORD}.{0,30}$`,
    '^(?:(?:about|vor|il y a|hace|около)\\s+)?(?:\\d+|an?|one|einer|einem|une?|un|una)\\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|heures?|jours?|semaines?|mois|minutos?|horas?|días?|semanas?|meses|минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день)(?:\\s+(?:ago|назад))?$',
    `^(?:${WEEKDAYS})?[.,]?\\s*(?:den\\s+|le\\s+|el\\s+)?(?:${DAY})(?:\\s*(?:г\\.?|года))?(?:[\\s,|•·–—@-]*(?:at|um|à|a las|в|uhr)?\\s*${TIME})?(?:\\s*[|•·–—-]\\s*\\d+ min[\\p{L} ]*)?$`,
  ),
  row(
    'tags',
    400,
    `^(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|sections?|in this (?:article|story)|explore more on these topics|themen|schlagw(?:orte|örter)|stichworte|rubriken|mots[- ]clés|thèmes|sujets|etiquetas|temas|palabras clave|теги|темы|метки|argomenti|assuntos|onderwerpen)\\s*(?::|$)${NO_SENTENCE}`,
    '^(?:#[\\p{L}\\p{N}_]+[\\s,]*){1,}$',
  ),
  row(
    'caption',
    600,
    `^(?:${PHOTO}|caption|pictured|abbildung|légende)\\s*(?:[:|/©]|-\\s|\\d+\\s*[:/])`,
    `^(?:${PHOTO})\\s(?:by|von|par|por|de|courtesy)\\s${NAMES}[^.!?]{0,30}$`,
    `(?:^|[.!?…)\\]”"»]\\s*|[(\\[|/–—]\\s*)(?:${PHOTO})(?: (?:courtesy|credit|by|via|von|de|from))?\\s*[:/©|]\\s*[^.!?]{2,70}[).\\]]*$`,
    `[(\\[](?:${PHOTO})${END_OF_WORD}[^)\\]]{0,70}[)\\]]\\.?$`,
    `[(\\[][^()\\[\\]]{0,50}(?:/|via )\\s?(?:${AGENCIES})[^()\\[\\]]{0,40}[)\\]]$`,
    `(?:©|\\(c\\))\\s?${NAMES}[^.!?]{0,60}$`,
    `(?:/|\\bvia )\\s?(?:${AGENCIES})\\)?\\.?$`,
  ),
  row(
    'byline',
    160,
    `^(?:uploaded|posted|edited|reported|compiled|reviewed|produced|photograph(?:s|ed|y)?|filmed|reporting|additional reporting|editing|writing|translated|fact[- ]checked|published|bearbeitet|übersetzt|redigiert|traducido|editado|traduit|rédigé) (?:by|von|por|par)\\b(?:.{0,50}$|${NO_SENTENCE})`,
    '^\\(?(?:with|mit|avec|con) (?:inputs?|reporting|files?|assistance|contributions?|additional reporting|material|informationen|agenturen|agences) ?(?:from|by|of|von|der|des|de)?\\b[^.,]*[).]*$',
    '^(?:reporting|writing|editing|additional reporting) by [^;]*;.*',
    '^(?:our standards|the thomson reuters trust principles)\\b',
  ),
]
