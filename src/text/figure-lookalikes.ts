// Digits that count nothing: times of day, codes, ratios; and scores, which are two figures in one (grounding 3.4, step 1).

import { type NumberDraft, plainDraft } from './number-mention.ts'

/** Digits glued to letters. "Mid-1990s" is no code, "EUR300" a price, "40K" and "21ST" figures. */
const CODE =
  /(?=\p{Lu})(?<![\p{L}\p{N}])(?!(?:Mid|Pre|Post|Late|Early|Under|Over|Top|Non|About|Nearly)-)(?!(?:[A-Z]{2}[DRPFY]|Rs)\d)\p{L}{1,8}-?\d+(?:\p{Lu}\d+|[.-]\d+)*\p{L}?(?![\p{L}\p{N}])|(?=\d)(?<![\p{L}\p{N}])\d+(?![KMB](?!\p{L})|ST|ND|RD|TH)\p{Lu}\p{L}?(?![\p{L}\p{N}])/gu
const TIME =
  /(?=\d)(?<![\d.,:])\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s?(?:a\.m\.|p\.m\.|am|pm|uhr|noon)(?!\p{L})|(?<![\d.,:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)|(?<![\d.,:])(?:[01]?\d|2[0-3])\s?h\s?[0-5]\d(?!\d)/giu
/** "10 1/2", "3/4", "24/7". */
const RATIO = /(?<![\d.,/-])(?:(\d{1,3}) (?=[1-7]\/[2-8](?!\d)))?(\d{1,3})\/(\d{1,3})(?![\d/])/g
const SCORE =
  /(?<![\d.,:-])(\d{1,3})(?:[-:]| to )(\d{1,3})(?![\d:%-]|[.,]\d|\s?(?:%|per ?cent|percent|million|billion|m\b|bn\b))/giu
const SPORT =
  /(?<!\p{L})(?:w[io]n|beat|beaten|defeat\p{L}*|los[te]\p{L}*|draw|drew|victor\p{L}*|goals?|scor\p{L}*|lead|led|match|game|sets?|ahead|behind|half-time|final|gewann|gewinn\p{L}*|sieg\p{L}*|verlor\p{L}*|gan[óa]\p{L}*|perd\p{L}*|gol(?:es)?|partido|gagn\p{L}*|побед\p{L}*|проигр\p{L}*|сч[её]т\p{L}*|матч\p{L}*)(?!\p{L})/iu
const SPORT_WITHIN = 50

/** Undefined drafts are spans that hold no figure. */
export function* findLookalikes(
  text: string,
): Iterable<{ readonly start: number; readonly end: number; readonly draft?: NumberDraft }> {
  for (const match of text.matchAll(TIME)) yield spanOf(match)
  for (const match of text.matchAll(CODE)) yield { ...spanOf(match), draft: codeOf(match) }
  for (const match of text.matchAll(RATIO)) yield { ...spanOf(match), draft: ratioOf(match) }
  for (const match of text.matchAll(SCORE))
    if (isSport(text, match)) yield { ...spanOf(match), draft: scoreOf(match) }
}

function spanOf(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: match.index, end: match.index + match[0].length }
}

function codeOf(match: RegExpExecArray): NumberDraft {
  return plainDraft({ kind: 'code', value: Number(/\d+/.exec(match[0])?.[0]), ...spanOf(match) })
}

/** A proper fraction with a small denominator is a share; anything else is a name: 24/7, 9/11. */
function ratioOf(match: RegExpExecArray): NumberDraft {
  const [, whole, above, below] = match
  const value = Number(above) / Number(below)
  if (whole) return plainDraft({ kind: 'num', value: Number(whole) + value, lastUnit: 0.1, ...spanOf(match) })
  if (Number(below) > 10 || value >= 1) return codeOf(match)
  return plainDraft({ kind: 'frac', value, lastUnit: 0.01, ...spanOf(match) })
}

function isSport(text: string, { index, 0: score }: RegExpExecArray): boolean {
  return SPORT.test(text.slice(Math.max(0, index - SPORT_WITHIN), index + score.length + SPORT_WITHIN))
}

function scoreOf(match: RegExpExecArray): NumberDraft {
  return plainDraft({ kind: 'score', value: Number(match[1]), value2: Number(match[2]), ...spanOf(match) })
}
