// Numbers in words: "three hundred and five", "two-thirds", "the twenty-first", "half a million" (grounding 3.4, steps 3 to 5).

import { unitAt } from './figures.ts'
import { lastUnitOf, type NumberDraft, plainDraft } from './number-mention.ts'
import { openersOf } from './number-openers.ts'
import { type NumberLanguage, numberLanguage } from './number-words.ts'
import { isArticleBefore, type Run, readCardinal, type Word, wordAt } from './word-cardinals.ts'

export function* findWordNumbers(text: string, language: string): Iterable<NumberDraft> {
  const words = numberLanguage(language)
  const { openers, pattern } = openersOf(words)
  let readTo = 0
  for (const match of text.matchAll(pattern)) {
    const word = match[0].toLowerCase()
    if (match.index < readTo || !openers.has(word)) continue
    const draft = readNumber(text, { word, start: match.index, end: match.index + word.length }, words)
    if (!draft) continue
    readTo = draft.end
    yield draft
  }
}

function readNumber(text: string, opening: Word, words: NumberLanguage): NumberDraft | undefined {
  const run = readCardinal(text, opening, words)
  if (!run) return readFraction(text, opening, words) ?? readOrdinal(opening, words)
  return withCounted(text, opening, run, words) ?? cardinalDraft(text, opening, run)
}

/** A count of something smaller than one, or of tens up to an ordinal: "two-thirds", "twenty-first". */
function withCounted(
  text: string,
  { start }: Word,
  run: Run,
  words: NumberLanguage,
): NumberDraft | undefined {
  const next = wordAt(text, run.end)
  if (!next) return undefined
  const count = run.total + run.current
  const ordinal = words.ordinals.get(next.word)
  if (ordinal !== undefined && ordinal < 10 && count >= 20 && count % 10 === 0)
    return ordinalDraft(count + ordinal, start, next.end)
  const fraction = words.fractions.get(next.word)
  return fraction !== undefined && count < 1 / fraction
    ? fractionDraft(count * fraction, start, next.end)
    : undefined
}

function cardinalDraft(
  text: string,
  { start }: Word,
  { total, current, scale, isVague, end }: Run,
): NumberDraft {
  const value = total + current
  const unit = unitAt(text, end)
  return plainDraft({
    kind: 'num',
    value,
    lastUnit: lastUnitOf(value),
    scale,
    isWord: true,
    isSoft: isVague || (value <= 2 && !unit),
    start,
    end,
    ...unit,
  })
}

/** Behind these "half" is a part of a match or a year. */
const PART_BEFORE = /(?:first|second|other|opening|latter|this|each) $/i
/** "A third" is a share before these, and when nothing follows; elsewhere it is one more. */
const SHARE_BEHIND = /^(?: (?:of|as|more|less|fewer|higher|lower|larger|smaller)(?!\p{L})|[^ \p{L}-]|$)/iu
const SHARE_BEFORE = /(?:by|nearly|about|almost|than|over|up|down|only|roughly) an? $/i

function readFraction(
  text: string,
  { word, start, end }: Word,
  words: NumberLanguage,
): NumberDraft | undefined {
  const fraction = words.fractions.get(word)
  if (fraction === undefined || text[end] === '-') return undefined
  const before = text.slice(Math.max(0, start - 16), start)
  const isAlone = fraction === 0.5 || word.startsWith('трет') || word.startsWith('четверт')
  if (isAlone ? PART_BEFORE.test(before) : !isArticleBefore(text, start)) return undefined
  if (words.doubtful.has(word) && !SHARE_BEHIND.test(text.slice(end, end + 10)) && !SHARE_BEFORE.test(before))
    return undefined
  return halfMillion(text, fraction, start, end, words) ?? fractionDraft(fraction, start, end)
}

/** "Half a million", "eine halbe Million". */
function halfMillion(
  text: string,
  fraction: number,
  start: number,
  end: number,
  words: NumberLanguage,
): NumberDraft | undefined {
  const first = wordAt(text, end)
  const last = first && /^an?$/.test(first.word) ? wordAt(text, first.end) : first
  const times = words.multipliers.get(last?.word ?? '')
  if (!last || times === undefined) return undefined
  const value = fraction * times
  return plainDraft({
    kind: 'num',
    value,
    lastUnit: lastUnitOf(value),
    scale: times,
    isWord: true,
    isSoft: true,
    start,
    end: last.end,
    ...unitAt(text, last.end),
  })
}

function readOrdinal({ word, start, end }: Word, words: NumberLanguage): NumberDraft | undefined {
  const ordinal = words.ordinals.get(word)
  return ordinal === undefined ? undefined : ordinalDraft(ordinal, start, end)
}

function fractionDraft(value: number, start: number, end: number): NumberDraft {
  return plainDraft({ kind: 'frac', value, lastUnit: 0.01, isWord: true, start, end })
}

function ordinalDraft(value: number, start: number, end: number): NumberDraft {
  return plainDraft({ kind: 'ord', value, isWord: true, isSoft: value <= 2, start, end })
}
