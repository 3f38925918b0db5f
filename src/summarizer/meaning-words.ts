// The words by which a sentence denies, doubts or turns a direction round, per language. A language that is not here has
// none, and its points raise no such doubt.

import { stem } from '../text/tokens.ts'

/** Whole words in any script: `\b` knows the letters of ASCII only. */
function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu')
}

const NEGATIONS: Readonly<Record<string, RegExp>> = {
  en: wholeWords(
    "not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|fail(?:s|ed)? to|lack(?:s|ed)?|\\p{L}+n['’]t",
  ),
  de: wholeWords(
    'nicht|kein\\p{L}*|nie|niemals|niemand|nichts|weder|ohne|bestreite\\p{L}*|bestritt\\p{L}*|ablehn\\p{L}*',
  ),
  fr: wholeWords(
    "ne|n['’]\\p{L}+|(?<!(?:ce|un|le|les|des|premier|premiers) )pas|jamais|aucune?|rien|sans|ni|refus\\p{L}*",
  ),
  es: wholeWords('no|nunca|jamás|ning[uú]n\\p{L}*|nadie|nada|sin|ni|tampoco'),
  ru: wholeWords('не|нет|ни|нельзя|никогда|никто|ничего|без|отказал\\p{L}*|отрица\\p{L}*'),
}
/** Where two negatives are one: «ne … pas», «no … nadie», «никто не». Elsewhere the second takes the first back. */
const DOUBLING: ReadonlySet<string> = new Set(['fr', 'es', 'ru'])

export function negationsIn(text: string, language: string): readonly string[] {
  return text.match(NEGATIONS[language.slice(0, 2)] ?? /(?!)/g) ?? []
}

/** Whether a sentence with these negations denies what it speaks of. */
export function isNegated(negations: readonly string[], language: string): boolean {
  return DOUBLING.has(language.slice(0, 2)) ? negations.length > 0 : negations.length % 2 === 1
}

const HEDGES: Readonly<Record<string, RegExp>> = {
  en: wholeWords(
    'alleged(?:ly)?|expect(?:s|ed)?|estimate[sd]?|hope[sd]?|announce[sd]?|call(?:s|ed)|reported(?:ly)?|apparent(?:ly)?|suspected|claim(?:s|ed)?|accus(?:es|ed|ing)|according to|(?<!(?:in|by|since|until|of|last|next|early|late|\\d) )may(?! \\d)|might|could|likely|unlikely|possibl[ey]|perhaps|expected to|believed to|thought to|said to|would|says?|said|told|suggest(?:s|ed)?|warn(?:s|ed)?|plan(?:s|ned)? to|propos(?:es|ed)',
  ),
  de: wholeWords(
    'angeblich|mutmaßlich\\p{L}*|offenbar|laut|soll|sollen|könnte\\p{L}*|möglicherweise|wohl|vermutlich|zufolge|dürfte\\p{L}*|sagte\\p{L}*|gesagt|teilte|mitgeteilt|erklärte\\p{L}*|nannte|klagte\\p{L}*|hofft|erwartet|rechnet|schätz\\p{L}*|bezifferte|angaben|will|wollen|wünscht',
  ),
  fr: wholeWords(
    "selon|aurait|auraient|pourrait|pourraient|présumé\\p{L}*|peut-être|d['’]après|affirm\\p{L}*|déclar\\p{L}*|indiqu\\p{L}*|annonc\\p{L}*|estim\\p{L}*|précis\\p{L}*|jug\\p{L}*|espèr\\p{L}*|attend\\p{L}*|prévoi\\p{L}*|serait|seraient|(?:a|ont) dit|disent|dit|a-t-(?:il|elle)|parlé?",
  ),
  es: wholeWords(
    'según|presunt\\p{L}*|podría\\p{L}*|habría\\p{L}*|supuest\\p{L}*|quizás?|dijo|dice[n]?|afirm\\p{L}*|inform\\p{L}*|anunci\\p{L}*|explic\\p{L}*|calific\\p{L}*|consider\\p{L}*|calcul\\p{L}*|cifr\\p{L}*|prev[eé]|espera\\p{L}*|habla de',
  ),
  ru: wholeWords(
    'якобы|по данным|по словам|предположительно|возможно|вероятно|может|могут|сказал\\p{L}*|говор\\p{L}*|сообщ\\p{L}*|заяв\\p{L}*|счита\\p{L}*|оцени\\p{L}*|показал\\p{L}*|назвал\\p{L}*|надее\\p{L}*|жд[её]т|ждали|данным',
  ),
}

/** What shows that a sentence does not vouch for what it says: who says it, or that it is only likely. */
export function hedgesIn(text: string, language: string): readonly string[] {
  return text.match(HEDGES[language.slice(0, 2)] ?? /(?!)/g) ?? []
}

const OPPOSITES: Readonly<Record<string, string>> = {
  en: `rise:fall increase:decrease grow:shrink gain:lose win:lose up:down higher:lower more:less more:fewer
most:least before:after above:below begin:end start:stop open:close accept:reject approve:reject support:oppose
allow:ban allow:forbid convict:acquit guilty:innocent buy:sell import:export enter:leave arrive:depart join:leave hire:fire
appoint:dismiss raise:lower raise:cut improve:worsen strengthen:weaken success:failure succeed:fail pass:fail include:exclude
expand:contract increase:cut profit:loss surplus:deficit maximum:minimum major:minor early:late first:last inside:outside
public:private publicly:secretly legal:illegal love:hate friend:enemy ally:rival attack:defend victory:defeat confirm:deny
admit:deny agree:disagree alive:dead survive:die safe:dangerous hot:cold warm:cold large:small big:small long:short
fast:slow high:low rich:poor strong:weak easy:difficult new:old young:old male:female man:woman boy:girl son:daughter
brother:sister husband:wife father:mother north:south east:west northern:southern eastern:western left:right day:night
morning:evening borrow:lend teacher:student employer:employee plaintiff:defendant optimistic:pessimistic
positive:negative encourage:discourage agree:refuse advance:retreat temporary:permanent increase:reduce attract:repel
hide:reveal remember:forget launch:cancel hope:fear welcome:condemn praise:criticize praise:criticise accelerate:slow reopen:close climb:fall climbed:fell lifted:fell raised:fell
raise:cut dropped:rose lifted:lowered cheap:expensive younger:older`,
  de: `steigt:sinkt stieg:sank steigen:sinken gestiegen:gesunken gewinnt:verliert gewann:verlor gewonnen:verloren
mehr:weniger höher:niedriger vor:nach über:unter öffnet:schließt öffnen:schließen geöffnet:geschlossen erhöht:senkt
erhöhen:senken erhöht:gesenkt fiel:stieg erhöht:sank erhöht:sinkt hebt:senkt gefallen:gestiegen dafür:dagegen bevor:nachdem gesperrt:geöffnet eröffnet:geschlossen
Zunahme:Rückgang Gewinn:Verlust Sieg:Niederlage verurteilt:freigesprochen jünger:älter größer:kleiner stimmt:lehnt zustimmen:ablehnen kaufte:verkaufte erlaubt:verboten begrüßt:kritisiert`,
  fr: `augmenter:baisser augmente:diminue hausse:baisse gagner:perdre gagné:perdu plus:moins avant:après
augmenté:baissé augmenté:reculé augmenté:diminué tombé:monté relevé:abaissé rouvert:fermé approuver:rejeter
approuvent:rejettent soutient:rejette condamné:acquitté supérieur:inférieur victoire:défaite bénéfice:perte ouvrir:fermer ouvert:fermé accepter:refuser acheter:vendre autorisé:interdit`,
  es: `subir:bajar subió:bajó aumentar:disminuir aumentó:disminuyó alza:baja ganar:perder ganó:perdió más:menos
elevó:bajó cayó:subió creció:cayó subida:caída reabrió:cerró apoya:rechaza apoyar:rechazar mayores:menores ganancia:pérdida
victoria:derrota condenado:absuelto antes:después abrir:cerrar abrió:cerró aceptar:rechazar aceptó:rechazó comprar:vender`,
  ru: `рост:снижение вырос:упал выросла:упала выросли:упали выросло:упало выиграл:проиграл больше:меньше до:после открыть:закрыть
открыт:закрыт открыли:закрыли открыл:закрыл младше:старше поднял:снизил повысил:снизил прибыль:убыток победа:поражение
увеличил:сократил купил:продал разрешил:запретил`,
}

/** What can be only one of its kind at a time; for the rest, as opposites. */
const KINDS: Readonly<Record<string, string>> = {
  en: `red/blue/green/yellow/white/black/orange/purple/pink/brown/grey small/medium/large daily/weekly/monthly/quarterly/annual
mother/father/brother/sister/son/daughter/uncle/aunt/wife/husband/grandmother/grandfather spring/summer/autumn/winter
breakfast/lunch/dinner car/bus/train/lorry/ship/boat/plane/helicopter/bicycle gold/silver/bronze/copper
football/cricket/tennis/rugby/basketball/hockey`,
}

const opposites = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()

/** Stems of a language, each with the stems of its opposites. */
export function oppositesIn(language: string): ReadonlyMap<string, ReadonlySet<string>> {
  const code = language.slice(0, 2)
  const known = opposites.get(code)
  if (known) return known
  const table = new Map<string, Set<string>>()
  const add = (one: string, other: string) => table.set(one, (table.get(one) ?? new Set()).add(other))
  for (const pair of OPPOSITES[code]?.split(/\s+/) ?? []) {
    const [a = '', b = ''] = pair.split(':').map((word) => stem(word, code))
    add(a, b)
    add(b, a)
  }
  for (const kind of KINDS[code]?.split(/\s+/) ?? []) {
    const stems = kind.split('/').map((word) => stem(word, code))
    for (const one of stems) for (const other of stems) if (one !== other) add(one, other)
  }
  opposites.set(code, table)
  return table
}
