// The parts of a sentence that could be what a question asks for: names for "who", figures for "how many", dates for
// "when". What the question says itself is no answer to it.

import { findDates } from '../text/dates.ts'
import { calendarNames } from '../text/month-names.ts'
import { fold } from '../text/normalise.ts'
import { findNumbers, type NumberMention } from '../text/numbers.ts'
import type { Expected } from './question-words.ts'
import { findSureNames } from './sure-names.ts'

export interface AnswerSpan {
  readonly text: string
  readonly start: number
  readonly end: number
  /** How well it fits the kind asked for, 0 to 1. */
  readonly fit: number
}

/** A year, or a number word that counts nothing, is hardly ever the figure that is asked for. */
export const POOR_FIT = 0.2
/** "The two", "no one"; "one of", "one another"; "the Group of Seven". */
const COUNTLESS_AFTER = /\b(?:the|these|those|no|this|that|each|any|every)\s+$/i
const COUNTLESS_BEFORE = /^\s+(?:of|another)\b/i
const IN_NAME = /\p{Ll}\s+$/u

/** "aged 52", "52-year-old", "Tessa Bruun, 52,", "52 Jahre alt", "de 52 ans", "52 года", "52歳". */
const AGE =
  /\b(?:aged|age of|at age)\s\d{1,3}\b|\b\d{1,3}[- ](?:years?|months?)[- ]olds?\b|(?<=\p{L}, )\d{1,3}(?=[,.;])|\b\d{1,3}(?: Jahre alt|-Jährig|-jährig)|\b(?:âgée? de |de )\d{1,3} ans\b|\b(?:tiene |tenía |de )\d{1,3} años\b|\b\d{1,3}(?:-летн| год(?:а|у)?(?!\p{L})| лет(?!\p{L}))|\d{1,3}\s?(?:歳|岁|歲|세|살)/u
const REASON_CUE =
  /\b(?:because|due to|owing to|as a result|thanks to|caused by|in order to|so that|blam\w+|reason|weil|wegen|aufgrund|um .{1,60} zu|parce qu|à cause|en raison|car|porque|debido|a causa)\b|(?:потому что|из-за|так как|поскольку)/iu
/** What came before may be the reason, or only have come before. */
const EARLIER_CUE = /\b(?:amid|after|since|following)\b/i
const EARLIER_FIT = 0.5
const YEAR = /\b(?:1\d|20)\d\ds?\b/g
/** "As early as March", "later this year": no day of the calendar, and a time all the same. */
const VAGUE_FIT = 0.7
const STRETCH =
  "(?:this|last|next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)|(?:diese|nächste|letzte|kommende|vergangene)[nmrs]? (?:Woche|Wochenende|Monat|Jahr)|(?:cette|la) (?:semaine|année)(?: prochaine| dernière)?|l['’]an(?:née)? (?:prochaine?|dernière?)|(?:esta|la próxima|la pasada) semana|(?:este|el próximo|el pasado) (?:mes|año)|(?:этой|прошлой|следующей) неделе|(?:этом|прошлом|следующем) (?:месяце|году)"
const SHORTEST_MONTH = 4
const SAID =
  /\b(?:sa(?:y|ys|id|ying)|told|tells|ask(?:s|ed)|added|called|warn\w*|announc\w+|stat(?:ed|es)|claim\w*|argu\w+|wrote|according to|sagte|erklärte|a dit|déclar\w+|dijo|afirm\w+)\b|(?:сказал\p{L}*|заявил\p{L}*)|["“„«]/iu
const PLACE_BEFORE =
  /\b(?:in|at|near|from|to|into|across|around|outside|off|of|toward|towards|en|à|bei|nach|aus|в|из)\s+(?:the\s+|den\s+|der\s+|la\s+|el\s+)?$/iu
const PERSON_WORD = /^(?:he|she|his|her)$/i
export const ORGANISATION =
  /\b(?:Inc|Ltd|Corp|Co|Group|Bank|Company|University|Agency|Council|Party|Association|Institute|Ministry|Department|Commission|Union|Club|United|City|Motors|Airlines|Energy|Holdings|GmbH|AG|PLC|LLC|SA)\b\.?/u

export function findAnswerSpans(
  sentence: string,
  language: string,
  expected: Expected,
  isAsked: (foldedToken: string) => boolean,
): readonly AnswerSpan[] {
  switch (expected) {
    case 'person':
    case 'organisation':
    case 'place':
    case 'name':
      return nameSpans(sentence, language, expected, isAsked)
    case 'date':
      return dateSpans(sentence, language, isAsked)
    case 'age':
      return cueSpans(sentence, AGE, 1)
    case 'count':
    case 'number':
    case 'percent':
    case 'money':
      return numberSpans(sentence, language, expected, isAsked)
    case 'reason':
      return reasonSpans(sentence)
    case 'clause':
      return cueSpans(sentence, SAID, 1)
    case 'thing':
      return []
  }
}

function nameSpans(
  sentence: string,
  language: string,
  expected: Expected,
  isAsked: (foldedToken: string) => boolean,
): readonly AnswerSpan[] {
  return findSureNames(sentence, language)
    .filter((name) => !name.tokens.every((token) => isAsked(fold(token)) || PERSON_WORD.test(token)))
    .map((name) => ({
      text: name.text,
      start: name.start,
      end: name.end,
      fit: nameFit(sentence, name, expected),
    }))
}

function nameFit(
  sentence: string,
  name: {
    readonly text: string
    readonly tokens: readonly string[]
    readonly start: number
    readonly isSentenceStart: boolean
  },
  expected: Expected,
): number {
  const isPlaceLike = PLACE_BEFORE.test(sentence.slice(0, name.start))
  if (expected === 'place') return isPlaceLike ? 1 : 0.5
  if (expected === 'organisation') return ORGANISATION.test(name.text) ? 1 : 0.7
  if (expected === 'person') {
    if (ORGANISATION.test(name.text)) return 0.4
    const isFullName = name.tokens.length === 2 || name.tokens.length === 3
    return (isFullName ? 1 : 0.7) * (isPlaceLike ? 0.7 : 1)
  }
  return 0.8
}

function dateSpans(
  sentence: string,
  language: string,
  isAsked: (foldedToken: string) => boolean,
): readonly AnswerSpan[] {
  const spans: AnswerSpan[] = findDates(sentence, language)
    .filter((date) => !date.text.split(/\s+/).every((word) => isAsked(fold(word))))
    .map(({ text, start, end }) => ({ text, start, end, fit: 1 }))
  for (const { pattern, fit } of [
    { pattern: YEAR, fit: 1 },
    { pattern: vagueTimes(language), fit: VAGUE_FIT },
  ]) {
    for (const match of sentence.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (isAsked(match[0]) || spans.some((span) => start < span.end && end > span.start)) continue
      spans.push({ text: match[0], start, end, fit })
    }
  }
  return spans
}

function vagueTimes(language: string): RegExp {
  const { months, capital } = calendarNames[language] ?? { months: [], capital: false }
  const names = capital ? months.flat().filter((name) => name.length >= SHORTEST_MONTH) : []
  return new RegExp(`(?<!\\p{L})(?:${[...names, STRETCH].join('|')})(?!\\p{L})`, 'gu')
}

function numberSpans(
  sentence: string,
  language: string,
  expected: Expected,
  isAsked: (foldedToken: string) => boolean,
): readonly AnswerSpan[] {
  return findNumbers(sentence, language)
    .filter((number) => !isAsked(fold(number.text)))
    .map((number) => ({
      text: number.text,
      start: number.start,
      end: number.end,
      fit: countsNothing(sentence, number) ? POOR_FIT : numberFit(number, expected),
    }))
    .filter(({ fit }) => fit > 0)
}

function countsNothing(sentence: string, { text, start, end, isWord, isSoft }: NumberMention): boolean {
  const [before, after] = [sentence.slice(0, start), sentence.slice(end)]
  if (isSoft && (COUNTLESS_AFTER.test(before) || COUNTLESS_BEFORE.test(after))) return true
  return isWord && /^\p{Lu}/u.test(text) && IN_NAME.test(before)
}

function numberFit({ kind, isSoft }: NumberMention, expected: Expected): number {
  if (kind === 'code' || kind === 'ord') return 0
  if (kind === 'year' || kind === 'decade') return POOR_FIT
  const isShare = kind === 'pct' || kind === 'frac'
  if (expected === 'percent') return isShare ? 1 : 0.4
  if (expected === 'money') return kind === 'money' ? 1 : isShare || isSoft ? POOR_FIT : 0.4
  if (expected === 'count' && (isShare || kind === 'money' || kind === 'score')) return POOR_FIT
  return isSoft ? 0.6 : 1
}

function reasonSpans(sentence: string): readonly AnswerSpan[] {
  return [...cueSpans(sentence, REASON_CUE, 1), ...cueSpans(sentence, EARLIER_CUE, EARLIER_FIT)]
}

function cueSpans(sentence: string, cue: RegExp, fit: number): readonly AnswerSpan[] {
  const match = cue.exec(sentence)
  return match ? [{ text: match[0], start: match.index, end: match.index + match[0].length, fit }] : []
}
