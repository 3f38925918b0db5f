// Finds the story among the blocks of a pasted page: the run of blocks that holds most prose, where whatever is between
// two paragraphs costs a little, and a heading over comments is never crossed.

import { countWords, endsAsSentence, isListItem } from './block.ts'
import { parseByline } from './byline.ts'
import type { ChromeKind } from './chrome-patterns.ts'
import type { PastedBlock } from './pasted-blocks.ts'
import { findTeasers } from './pasted-teasers.ts'

export interface Body {
  /** Index of the first block of the story, and of the one behind its last. */
  readonly start: number
  readonly end: number
  readonly paragraphs: readonly string[]
  /** Teasers of other stories were most of what there was. */
  readonly isListing: boolean
}

interface Run {
  readonly start: number
  readonly end: number
  readonly weight: number
}

export function findBody(blocks: readonly PastedBlock[]): Body {
  const teasers = findTeasers(blocks)
  const weights = blocks.map((one, index) => (teasers.has(index) ? -WEIGHT_OF_LINE : weightOf(one)))
  const run = bestRun(blocks, weights)
  const start = afterStandfirst(blocks, run)
  const paragraphs = paragraphsOf(
    blocks.slice(start, run.end).map((one, index) => (teasers.has(start + index) ? undefined : one)),
  )
  const told = paragraphs.reduce((sum, text) => sum + countWords(text), 0)
  return {
    start,
    end: run.end,
    paragraphs,
    isListing: told < MIN_STORY_WORDS && told * 2 < wordsOfTeasers(blocks, teasers),
  }
}

const MIN_STORY_WORDS = 60

function wordsOfTeasers(blocks: readonly PastedBlock[], teasers: ReadonlySet<number>): number {
  return [...teasers].reduce((sum, index) => sum + (blocks[index]?.words ?? 0), 0)
}

const WEIGHT_OF_LINE = 5
const MAX_WEIGHT = 60
const SHORT_WORDS = 20
const WEIGHT_OF_CHROME: Partial<Record<ChromeKind, number>> = {
  related: -20,
  footer: -40,
  consent: -30,
  wall: -5,
}

function weightOf({ chrome, isProse, words }: PastedBlock): number {
  if (chrome) return WEIGHT_OF_CHROME[chrome] ?? -2
  if (!isProse) return words <= 2 ? -3 : -WEIGHT_OF_LINE
  return words < SHORT_WORDS ? words * 0.6 : Math.min(words, MAX_WEIGHT)
}

const ENOUGH_WEIGHT = 50

/** The heaviest run, but never comments in place of the story above them. */
function bestRun(blocks: readonly PastedBlock[], weights: readonly number[]): Run {
  const runs: Run[] = []
  let from = 0
  for (const [index, one] of blocks.entries()) {
    if (one.chrome !== 'comments') continue
    runs.push(heaviest(weights, from, index))
    from = index + 1
  }
  runs.push(heaviest(weights, from, weights.length))
  const best = runs.reduce((a, b) => (b.weight > a.weight ? b : a))
  return runs.find(({ weight }) => weight >= ENOUGH_WEIGHT && weight >= best.weight / 4) ?? best
}

/** The run with the largest sum of weights (Kadane). */
function heaviest(weights: readonly number[], from: number, to: number): Run {
  let best: Run = { start: from, end: from, weight: 0 }
  let start = from
  let weight = 0
  for (let index = from; index < to; index++) {
    if (weight <= 0) {
      start = index
      weight = 0
    }
    weight += weights[index] ?? 0
    if (weight > best.weight) best = { start, end: index + 1, weight }
  }
  return best
}

const HEAD_BLOCKS = 10
const MAX_STANDFIRST_WORDS = 70

/** What stands over the by-line or the date is a standfirst: it tells the story again, and is not its first paragraph. */
function afterStandfirst(blocks: readonly PastedBlock[], { start, end }: Run): number {
  let words = 0
  let after = start
  for (let index = start; index < Math.min(end, start + HEAD_BLOCKS); index++) {
    const one = blocks[index]
    if (!one) break
    if (isHead(one)) after = index + 1
    else if (one.isProse && one.chrome === undefined) words += one.words
    if (words > MAX_STANDFIRST_WORDS) break
  }
  return after
}

function isHead({ text, chrome, isProse }: PastedBlock): boolean {
  return chrome === 'date' || chrome === 'byline' || (!isProse && parseByline(text)?.isMarked === true)
}

/** Prose, items of lists that prose leads to, and short sentences between paragraphs; each once. */
function paragraphsOf(blocks: readonly (PastedBlock | undefined)[]): readonly string[] {
  const kept: string[] = []
  let isInList = false
  for (const [index, one] of blocks.entries()) {
    if (!one || one.chrome) continue
    const isItem: boolean =
      isListItem(one.text) && one.words >= 3 && (isInList || /:["”»]?$/.test(kept.at(-1) ?? ''))
    if (one.isProse || isItem || isShortSentence(one, blocks[index - 1], blocks[index + 1]))
      kept.push(one.text)
    isInList = isItem
  }
  return withoutRepeats(kept)
}

function isShortSentence(
  one: PastedBlock,
  before: PastedBlock | undefined,
  after: PastedBlock | undefined,
): boolean {
  const isBetween = before?.isProse === true && !before.chrome && after?.isProse === true && !after.chrome
  return isBetween && one.words >= 2 && endsAsSentence(one.text) && /^["“„«‘'—–-]?\s?\p{Lu}/u.test(one.text)
}

const MAX_PULLED_CHARS = 320

/** Past so many paragraphs only equal ones are looked for: comparing each with all takes too long. */
const MAX_COMPARED = 400

/** A passage that is set again, as a standfirst or pulled out of its paragraph, is told once. */
export function withoutRepeats(paragraphs: readonly string[]): readonly string[] {
  const whole = paragraphs.join('\n')
  const seen = new Set<string>()
  return paragraphs.filter((text) => {
    if (seen.has(text)) return false
    seen.add(text)
    if (paragraphs.length > MAX_COMPARED || text.length > MAX_PULLED_CHARS || !text.includes(' ')) return true
    const quoted = text.replace(/^["“„«‘]+|["”“»’]+$/g, '')
    return quoted.length < 20 || !isInsideAnother(whole, quoted, paragraphs, text)
  })
}

function isInsideAnother(
  whole: string,
  quoted: string,
  paragraphs: readonly string[],
  text: string,
): boolean {
  if (whole.indexOf(quoted) === whole.lastIndexOf(quoted)) return false
  return paragraphs.some((other) => other.length > text.length && other.includes(quoted))
}
