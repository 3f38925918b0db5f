// Whether a full stop, a question mark or an ellipsis ends a sentence.

import type { Abbreviations } from './abbreviations.ts'

/** A place where the sentence that began at `start` may end: `mark` stands at `at`, what follows begins after `end`. */
export interface Candidate {
  readonly text: string
  readonly start: number
  readonly at: number
  readonly mark: string
  readonly end: number
}

const OPENERS = /^[\s"'“„‘«»‹›([{¿¡*•–—-]+/
/** Words of two scripts in one: iPhone, eBay. They begin sentences though their first letter is small. */
const CAMEL = /^\p{Ll}{1,2}\p{Lu}/u

/** Whether a sentence ends there, or the mark belongs to an abbreviation, a number, a quote or an omission within it. */
export function endsSentence(candidate: Candidate, words: Abbreviations): boolean {
  const { text, mark, end } = candidate
  if (/^[。！？｡]/.test(mark)) return !/^(?:と|って|など|[、，,」』）])/.test(text.slice(end, end + 2))
  const next = text.slice(skipSpace(text, end), end + 60)
  if (next === '') return true
  const follows = next.replace(OPENERS, '')
  if (follows === '') return !/^["'”’»›)\]]/.test(next)
  if (/^[\p{Ll}]/u.test(follows) && !CAMEL.test(follows)) return false
  if (/^[,;:]/.test(follows)) return false
  if (/^[?!]/.test(mark)) return !isSaid(mark, follows)
  if (/^(?:…|\.{2,})/.test(mark)) return endsAfterEllipsis(candidate, follows, words)
  return mark.startsWith('.') ? endsAfterDot(candidate, follows, words) : true
}

const SAYING =
  /^(?:[\p{Lu}][\p{L}.'’-]*\s+){1,3}(?:said|says|asked|asks|added|adds|told|replied|wrote|shouted|cried|tweeted)\b/u

/** “Why now?” Mr Hale asked. */
function isSaid(mark: string, follows: string): boolean {
  return /["”’']/.test(mark) && SAYING.test(follows)
}

/** An ellipsis that stands apart or in brackets means words left out, and what follows may be the same sentence. */
function endsAfterEllipsis({ text, at, mark }: Candidate, follows: string, words: Abbreviations): boolean {
  const isOmission = /[\s([]/.test(text[at - 1] ?? ' ') && !/["”»]$/.test(mark)
  return !isOmission || isStarter(follows, words)
}

function endsAfterDot(candidate: Candidate, follows: string, words: Abbreviations): boolean {
  const { text, start, at, mark } = candidate
  const word = wordBefore(text, start, at)
  const lower = word.toLowerCase()
  const starts = () => isStarter(follows, words)
  // A quote or bracket that closes after the dot ends what the abbreviation would lead to.
  const isClosed = mark.length > 1
  if (word === '') return true
  if (words.leading.has(lower)) return isClosed && !/[)\]]/.test(mark)
  if (words.numbered.has(lower) && /^#?\d|^[IVXL]{2,}\b/.test(follows)) return false
  if (words.units.has(lower))
    return isClosed || starts() || /[\dIVX]\s*$/.test(text.slice(0, at - word.length).slice(-8))
  if (HALF_OF_DAY.test(text.slice(Math.max(start, at - 5), at))) return !TIME_GOES_ON.test(follows)
  if (words.trailing.has(lower) || ACRONYM.test(word)) return starts() || (isClosed && !/[)\]]/.test(mark))
  if (DOTTED.test(word)) return false
  if (INITIAL.test(word)) return isClosed || (starts() && !isInitialOfName(text, start, at - word.length))
  if (/^\d+$/.test(word)) return endsAfterNumber(candidate, word, starts, words)
  return true
}

const HALF_OF_DAY = /(?:^|[\s\d])[ap]\.?\s?m$/i
/** 5 p.m. Tuesday, 5 p.m. Eastern: the time goes on. */
const TIME_GOES_ON =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|^(?:[ECMP][SD]?T|GMT|UTC|BST|CET|Eastern|Pacific|Central|Mountain|London|\d)/
const ACRONYM = /^\p{Lu}(?:\.\p{L}{1,2})+$/u
/** z.B, u.a, d.w.z: in small letters, whatever the language. */
const DOTTED = /^\p{Ll}{1,2}(?:\.\p{L}{1,2})+$/u
const INITIAL = /^\p{Lu}(?:[.-]+\p{Lu})*$/u

/** "George W." and "J.K." lead to a family name; "Plan B." and "vitamin C." do not. */
function isInitialOfName(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 24), at)
  return /(?:^|\s)(?:\p{Ll}{1,3}|\p{Lu}(?:\.-?\p{Lu})*)\.\s*$/u.test(before)
}

function endsAfterNumber(
  candidate: Candidate,
  word: string,
  starts: () => boolean,
  words: Abbreviations,
): boolean {
  // "1. The first item": the number of a list.
  if (candidate.at - word.length === candidate.start && word.length < 4) return false
  if (!words.ordinals || word.length > 2 || candidate.mark.length > 1) return true
  return starts()
}

function isStarter(follows: string, words: Abbreviations): boolean {
  // A letter with a dot is an initial, also where the letter is a word: "С. Лунин".
  const word = /^[\p{L}\p{M}-]+(?!\.\S|[\p{L}\p{M}-]|(?<=^\p{L})\.)/u.exec(follows)?.[0] ?? ''
  return word.length > 0 && words.starters.has(word.toLowerCase()) && !/^\p{Lu}{2}/u.test(word)
}

const OF_WORD = /[\p{L}\p{M}\p{N}.&'’-]/u

/** The word that the dot stands after, without what opens before it: `(Mr` gives `Mr`. */
function wordBefore(text: string, start: number, at: number): string {
  let from = at
  while (from > start && at - from < 24 && OF_WORD.test(text[from - 1] ?? ' ')) from--
  return text.slice(from, at)
}

export function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}
