// Claims and sources as they come: printed, or in lower case with spaces between all marks, as some tools write them.

import { splitSentences } from '../text/sentences.ts'
import { type CheckedText, readForCheck } from './checked-text.ts'

/** What a tool that cuts texts into words puts between a mark and its word; and the brackets it renames. */
const GAPS: readonly (readonly [RegExp, string])[] = [
  [/-L[RSC]B-/g, '('],
  [/-R[RSC]B-/g, ')'],
  [/[[<]?\bUNK\b[\]>]?/g, '…'],
  [/(?<=\p{L}) (?=['’](?:s|re|ve|ll|d|m)(?!\p{L})|n['’]t(?!\p{L}))/giu, ''],
  [/(?<=\p{L}|\d) (?=,\s)/gu, ''],
  [/(?<=\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty) - (?=\p{L})/giu, '-'],
  [/(?<![\d.,])(\d{1,3}(?:,\d{3})*), (?=\d{3}(?:,? \d{3})*(?![\d.,]\d|\d))/g, '$1,'],
  [/(?<![\d.,])(\d{1,3})\. (?=\d(?: (?:million|billion|trillion|per ?cent)\b| ?%|\.\s))/g, '$1.'],
]

/** Where a text has no capitals, every full stop with space around it ends a sentence, and so does every line. */
const ENDS_WITHOUT_CAPITALS = /(?<=\s[.!?]|\p{L}{3}[.!?]["'”)]*)\s+|\s*\n\s*/u

export function sentencesForCheck(text: string, language: string): readonly CheckedText[] {
  const joined = withoutGaps(text)
  const parts = splitSentences(joined, language).map(({ start, end }) => joined.slice(start, end))
  return parts
    .flatMap((part) => (hasCapitals(part) ? [part] : withCalendar(part).split(ENDS_WITHOUT_CAPITALS)))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => readForCheck(part, language))
}

/** A claim between quotation marks as a whole quotes nobody, and the number of a line counts nothing. */
export function withoutFrame(claim: string): string {
  return claim
    .replace(/^\s*["“]([^"“”]*)["”]\s*$/, '$1')
    .replace(/^[^\S\n]*(?:\d{1,2}[.)]|[-*•–])[^\S\n]+(?=\p{Lu})/gmu, '')
}

function hasCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text)
}

function withoutGaps(text: string): string {
  return GAPS.reduce((joined, [pattern, by]) => joined.replace(pattern, by), text)
}

const MONTH =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?=\s\d)|(?<=\d\s)(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g

/** Months and weekdays are known by their capitals. */
function withCalendar(text: string): string {
  return text.replace(MONTH, (name) => name.charAt(0).toUpperCase() + name.slice(1))
}
