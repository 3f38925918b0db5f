// Claims and sources as they come: printed, or in lower case with spaces between all marks, as some tools write them.

import { splitSentences } from '../text/sentences.ts'
import { type CheckedText, readForCheck } from './checked-text.ts'

/** Where a text has no capitals, every full stop with space around it ends a sentence, and so does every line. */
const ENDS_WITHOUT_CAPITALS = /(?<=\s[.!?]|\p{L}{3}[.!?]["'”)]*)\s+|\s*\n\s*/u

export function sentencesForCheck(text: string, language: string): readonly CheckedText[] {
  const joined = withWholeFigures(text)
  const parts = splitSentences(joined, language).map(({ start, end }) => joined.slice(start, end))
  return parts
    .flatMap((part) => (hasCapitals(part) ? [part] : withCalendar(part).split(ENDS_WITHOUT_CAPITALS)))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => readForCheck(part, language))
}

function hasCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text)
}

/** Tools that cut texts into words also cut figures: "235, 000". */
function withWholeFigures(text: string): string {
  return text.replace(/(?<![\d.,])(\d{1,3}(?:,\d{3})*), (?=\d{3}(?:,? \d{3})*(?![\d.,]\d|\d))/g, '$1,')
}

const MONTH =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?=\s\d)|(?<=\d\s)(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g

/** Months and weekdays are known by their capitals. */
function withCalendar(text: string): string {
  return text.replace(MONTH, (name) => name.charAt(0).toUpperCase() + name.slice(1))
}
