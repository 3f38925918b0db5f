// The parts of a sentence that could be what a question asks for: names for "who", figures for "how many", dates for
// "when". What the question says itself is no answer to it.

import { findDates } from '../text/dates.ts'
import { findNames } from '../text/names.ts'
import { fold } from '../text/normalise.ts'
import { findNumbers, type NumberMention } from '../text/numbers.ts'
import type { Expected } from './question-words.ts'

export interface AnswerSpan {
  readonly text: string
  readonly start: number
  readonly end: number
  /** How well it fits the kind asked for, 0 to 1. */
  readonly fit: number
}

const REASON_CUE =
  /\b(?:because|due to|owing to|as a result|thanks to|caused by|in order to|amid|after|since|so that|following|blam\w+|reason|weil|wegen|aufgrund|um .{1,60} zu|parce qu|à cause|en raison|car|porque|debido|a causa)\b|(?:потому что|из-за|так как|поскольку)/iu
const SAID =
  /\b(?:sa(?:y|ys|id|ying)|told|tells|ask(?:s|ed)|added|called|warn\w*|announc\w+|stat(?:ed|es)|claim\w*|argu\w+|wrote|according to|sagte|erklärte|a dit|déclar\w+|dijo|afirm\w+)\b|(?:сказал\p{L}*|заявил\p{L}*)|["“„«]/iu
const PLACE_BEFORE =
  /\b(?:in|at|near|from|to|into|across|around|outside|off|of|toward|towards|en|à|bei|nach|aus|в|из)\s+(?:the\s+|den\s+|der\s+|la\s+|el\s+)?$/iu
const PERSON_WORD = /^(?:he|she|his|her)$/i
const ORGANISATION =
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
    case 'number':
    case 'percent':
    case 'money':
      return numberSpans(sentence, language, expected, isAsked)
    case 'reason':
      return cueSpans(sentence, REASON_CUE)
    case 'clause':
      return cueSpans(sentence, SAID)
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
  return findNames(sentence, language)
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
    .map(({ text, start, end, day, month, year }) => ({
      text,
      start,
      end,
      fit: day || month || year ? 1 : 0.7,
    }))
  for (const match of sentence.matchAll(/\b(?:1\d|20)\d\ds?\b/g)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (isAsked(match[0]) || spans.some((span) => start < span.end && end > span.start)) continue
    spans.push({ text: match[0], start, end, fit: 1 })
  }
  return spans
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
      fit: numberFit(number, expected),
    }))
    .filter(({ fit }) => fit > 0)
}

function numberFit({ kind, isSoft }: NumberMention, expected: Expected): number {
  if (kind === 'code' || kind === 'ord') return 0
  if (kind === 'year') return 0.2
  if (expected === 'percent') return kind === 'pct' || kind === 'frac' ? 1 : 0.4
  if (expected === 'money') return kind === 'money' ? 1 : 0.4
  return isSoft ? 0.6 : 1
}

function cueSpans(sentence: string, cue: RegExp): readonly AnswerSpan[] {
  const match = cue.exec(sentence)
  return match ? [{ text: match[0], start: match.index, end: match.index + match[0].length, fit: 1 }] : []
}
