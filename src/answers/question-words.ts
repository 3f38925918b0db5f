// What kind of answer a question asks for, told by its question words. Tables per language, folded words.

/** What an answer must hold to be one. `thing` is anything, `clause` a statement ("what did she say", "how"). */
export type Expected =
  | 'person'
  | 'organisation'
  | 'place'
  | 'name'
  | 'date'
  /** How many of something: no share, no sum of money. */
  | 'count'
  /** How old somebody or something is. */
  | 'age'
  | 'number'
  | 'percent'
  | 'money'
  | 'reason'
  | 'clause'
  | 'thing'

type Rule = readonly [pattern: RegExp, expected: Expected]

/** Nouns that say what is asked for when they follow "which" or "what"; other languages have theirs below. */
const HEAD_NOUNS: Readonly<Record<string, readonly (readonly [Expected, string])[]>> = {
  en: [
    [
      'person',
      `person people man woman boy girl actor actress singer musician artist author writer player athlete president minister
      politician leader ceo boss executive chief coach manager director judge lawyer candidate senator governor mayor king
      queen prince princess star celebrity scientist official individual winner founder billionaire`,
    ],
    [
      'organisation',
      `company firm bank group team club party organisation organization agency network newspaper airline brand retailer
      studio university school carmaker automaker chain court ministry union franchise platform outlet regulator`,
    ],
    [
      'place',
      `country countries city cities town state states nation nations place island continent region province county capital
      village district river lake sea ocean border airport location venue area`,
    ],
    ['date', 'year date day month decade century'],
    ['percent', 'percentage percent share proportion portion part fraction'],
    ['money', 'price cost salary fine budget revenue turnover profit income fee sum'],
    ['age', 'age'],
    ['count', 'number population toll'],
    ['number', 'amount rate score figure total temperature distance height size quantity'],
    ['reason', 'reason cause'],
  ],
  de: [
    [
      'person',
      'person mann frau politiker politikerin minister ministerin chef chefin spieler spielerin autor autorin',
    ],
    ['organisation', 'firma unternehmen konzern bank partei verein behorde zeitung mannschaft'],
    ['place', 'land lander stadt stadte ort staat insel region fluss'],
    ['date', 'jahr datum tag monat'],
    ['percent', 'anteil prozentsatz teil'],
    ['money', 'preis summe gehalt umsatz gewinn'],
    ['age', 'alter'],
    ['count', 'zahl anzahl'],
    ['number', 'menge'],
    ['reason', 'grund'],
  ],
  fr: [
    ['person', 'personne homme femme ministre president presidente joueur joueuse acteur actrice'],
    ['organisation', 'entreprise societe banque parti equipe journal'],
    ['place', 'pays ville etat region ile fleuve lieu'],
    ['date', 'annee date jour mois'],
    ['percent', 'part pourcentage proportion'],
    ['money', 'prix somme montant salaire'],
    ['age', 'age'],
    ['count', 'nombre'],
    ['number', 'chiffre'],
    ['reason', 'raison'],
  ],
  es: [
    ['person', 'persona hombre mujer ministro ministra presidente presidenta jugador jugadora actor actriz'],
    ['organisation', 'empresa compania banco partido equipo diario'],
    ['place', 'pais ciudad estado region isla rio lugar'],
    ['date', 'ano fecha dia mes'],
    ['percent', 'parte porcentaje proporcion'],
    ['money', 'precio suma salario sueldo'],
    ['age', 'edad'],
    ['count', 'numero'],
    ['number', 'cantidad cifra'],
    ['reason', 'razon motivo'],
  ],
  ru: [
    ['person', 'человек министр президент актер певец игрок'],
    ['organisation', 'компания компании банк партия команда'],
    ['place', 'страна стране страны город городе место регион остров'],
    ['date', 'год году дата день месяц'],
    ['percent', 'доля долю процент часть'],
    ['money', 'цена сумма зарплата'],
    ['age', 'возраст'],
    ['count', 'число количество'],
    ['reason', 'причина причине'],
  ],
}

const WHICH: Readonly<Record<string, RegExp>> = {
  en: /\b(?:which|what|whats)\b/,
  de: /\b(?:welche[mnrs]?|was fur)\b/,
  fr: /\bquel(?:le)?s?\b/,
  es: /\b(?:que|cual(?:es)?)\b/,
  ru: /(?<!\p{L})как(?:ой|ая|ое|ие|ого|ую|ом|их)(?!\p{L})/u,
}

/** Nouns that say what the figure is of are words to look for; these only say that there is one. */
const MERE_FIGURE = new Set(
  'number amount figure total quantity zahl anzahl menge nombre chiffre numero cantidad cifra число количество'.split(
    ' ',
  ),
)
const FIGURES: ReadonlySet<Expected> = new Set(['money', 'count', 'number'])

/** Tried in order on the folded question, before the nouns. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  en: [
    [
      /\bwhat (?:else )?(?:did|does|do|has|have|was|were|is|are)\b.*\b(?:say|said|tell|told|announce|think|call for|claim|warn)\b/,
      'clause',
    ],
    [/\b(?:why|how come|what (?:caused?|made|led|prompted)|what for)\b/, 'reason'],
    [/\bhow much of\b/, 'percent'],
    [
      /\bhow much\b.*\b(?:cost|costs|pay|paid|worth|charge|spend|spent|earn|earned|raise|raised|invest|invested|fine|fined)\b/,
      'money',
    ],
    [/\bhow old\b/, 'age'],
    [/\bhow many\b/, 'count'],
    [
      /\bhow (?:much|long|far|fast|big|large|high|tall|often|deep|heavy|wide|late|hot|cold|small|strong)\b/,
      'number',
    ],
    [/\b(?:who|whom|whose|whos)\b/, 'person'],
    [/\b(?:when|since when|how soon)\b/, 'date'],
    [/\bwhere\b/, 'place'],
    [/\bhow\b/, 'clause'],
  ],
  de: [
    [/\bwas (?:sagt|sagte|hat)\b/, 'clause'],
    [/\b(?:warum|wieso|weshalb|weswegen|wozu)\b/, 'reason'],
    [/\bwie ?viele? prozent\b/, 'percent'],
    [/\bwie alt\b/, 'age'],
    [/\bwie ?viele\b/, 'count'],
    [/\bwie ?(?:viel|oft|lange|weit|hoch|gross|schnell|schwer|teuer|stark)\b/, 'number'],
    [/\b(?:wer|wem|wen|wessen)\b/, 'person'],
    [/\b(?:wann|seit wann)\b/, 'date'],
    [/\b(?:wo|woher|wohin)\b/, 'place'],
    [/\bwie\b/, 'clause'],
  ],
  fr: [
    [/\bpourquoi\b/, 'reason'],
    [/\bcombien d(?:e |')(?!(?:euros?|dollars?)\b)/, 'count'],
    [/\bcombien\b/, 'number'],
    [/\bqui\b/, 'person'],
    [/\bquand\b/, 'date'],
    [/\bou\b(?= (?:est|sont|se|a|ont|en)\b)/, 'place'],
    [/\bcomment\b/, 'clause'],
  ],
  es: [
    [/\bpor que\b/, 'reason'],
    [/\bcuantos anos (?:tiene|tenia|cumple)\b/, 'age'],
    [/\bcuant[oa]s\b(?! (?:euros?|dolares)\b)/, 'count'],
    [/\bcuant[oa]s?\b/, 'number'],
    [/\bquien(?:es)?\b/, 'person'],
    [/\bcuando\b/, 'date'],
    [/\b(?:a|de)?donde\b/, 'place'],
    [/\bcomo\b/, 'clause'],
  ],
  ru: [
    [/(?<!\p{L})(?:почему|зачем|отчего)(?!\p{L})/u, 'reason'],
    [/(?<!\p{L})сколько .{0,30}(?<!\p{L})лет(?!\p{L})/u, 'age'],
    [/(?<!\p{L})сколько (?:человек|людей|\p{L}+(?:ов|ей))(?!\p{L})/u, 'count'],
    [/(?<!\p{L})сколько(?!\p{L})/u, 'number'],
    [/(?<!\p{L})(?:кто|кого|кому|кем|чей|чья)(?!\p{L})/u, 'person'],
    [/(?<!\p{L})когда(?!\p{L})/u, 'date'],
    [/(?<!\p{L})(?:где|куда|откуда)(?!\p{L})/u, 'place'],
    [/(?<!\p{L})как(?!\p{L})/u, 'clause'],
  ],
  ja: [
    [/何歳|年齢|いくつですか/, 'age'],
    [/いくら/, 'money'],
    [/何[人冊件台本匹頭軒]|いくつ/, 'count'],
    [/いつ|何[年月日]/, 'date'],
    [/何|誰|どこ|どの|どんな|なぜ|どう/, 'thing'],
  ],
  zh: [
    [/几岁|多大年[纪龄]|年[龄齡]|幾歲/, 'age'],
    [/多少[钱錢]/, 'money'],
    [/多少|几[个名人]|幾[個名人]/, 'count'],
    [/什么时候|何时|哪[年天]|什麼時候|何時/, 'date'],
    [/什么|什麼|[谁誰]|哪|怎么|怎麼|[几幾]/, 'thing'],
  ],
  ko: [
    [/몇 ?살|나이/, 'age'],
    [/얼마/, 'money'],
    [/몇 ?(?:명|개|권)/, 'count'],
    [/언제/, 'date'],
  ],
}

const YES_NO: Readonly<Record<string, RegExp>> = {
  en: /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|must|isnt|arent|wasnt|didnt|doesnt|hasnt)\b/,
  de: /^(?:ist|sind|war|waren|hat|haben|hatte|wird|werden|kann|konnte|gibt|gab|darf|muss)\b/,
  fr: /^(?:est-ce que|est-il|est-elle|y a-t-il|a-t-il|a-t-elle|ont-ils|sont-ils)\b/,
  es: /^(?:es|son|fue|ha|han|hay|esta|estan|puede|tiene)\b/,
  ru: /^(?:есть ли|был[аои]? ли|будет ли|\p{L}+ ли)(?!\p{L})/u,
}

const NO_RULES: readonly Rule[] = []
/** "Which two of the largest countries": so many words may stand between. */
const WORDS_BEFORE_NOUN = 5

export interface Asked {
  readonly expected: Expected
  /** The word that said so ("company" of "which company", "old" of "how old"), which the answer need not repeat. */
  readonly headNoun?: string
}

/** What a folded question asks for. */
export function askedFor(folded: string, language: string): Asked {
  const rule = (RULES[language] ?? NO_RULES).find(([pattern]) => pattern.test(folded))
  const [, head] = rule?.[0].exec(folded)?.[0].split(' ') ?? []
  return (
    headNounOf(folded, language) ?? {
      expected: rule?.[1] ?? 'thing',
      ...(head !== undefined && { headNoun: head }),
    }
  )
}

export function isYesNo(folded: string, language: string): boolean {
  return YES_NO[language]?.test(folded) ?? false
}

/** Whether there is any question word, so that "tariffs on steel" is known to be a search and not a question. */
export function hasQuestionWord(folded: string, language: string): boolean {
  return (
    (WHICH[language]?.test(folded) ?? false) ||
    (RULES[language] ?? NO_RULES).some(([pattern]) => pattern.test(folded))
  )
}

function headNounOf(folded: string, language: string): Asked | undefined {
  const which = WHICH[language]
  const nouns = HEAD_NOUNS[language]
  const match = which?.exec(folded)
  if (!match || !nouns) return undefined
  const after = folded.slice(match.index + match[0].length).match(/[\p{L}]+/gu) ?? []
  for (const word of after.slice(0, WORDS_BEFORE_NOUN)) {
    const found = nouns.find(([, words]) => wordsOf(words).has(word))
    if (found) {
      const isTold = FIGURES.has(found[0]) && !MERE_FIGURE.has(word)
      return { expected: found[0], ...(!isTold && { headNoun: word }) }
    }
    if (ENDS_NOUN.has(word)) return undefined
  }
  return undefined
}

/** A verb ends the noun phrase: "what did the company say" asks for no company. */
const ENDS_NOUN = new Set(
  'did does do has have had will would can could should may might say said happened if happens to that'.split(
    ' ',
  ),
)

const sets = new Map<string, ReadonlySet<string>>()

function wordsOf(words: string): ReadonlySet<string> {
  const known = sets.get(words) ?? new Set(words.split(/\s+/))
  sets.set(words, known)
  return known
}
