// Cards: a heading and a sentence or two of another story, in a row with more of them. Comments: what readers wrote, each
// with a button to reply. Both look like prose and belong to no story.

import { endsAsSentence } from './block.ts'
import type { PastedBlock } from './pasted-blocks.ts'

const MAX_TEASER_WORDS = 45
/** Under a heading with a date of its own. */
const MAX_DATED_WORDS = 120
const MIN_CARDS = 3
const REPLY = /^(?:reply|replies|antworten|répondre|responder|ответить|rispondi)\b/i
const MAX_COMMENT_BLOCKS = 5

/** Indexes of blocks that are teasers or comments. */
export function findTeasers(blocks: readonly PastedBlock[]): ReadonlySet<number> {
  const found = new Set([...underRelatedHeadings(blocks), ...comments(blocks)])
  for (const cards of rowsOfCards(blocks)) {
    if (isBesideTheStory(blocks, cards)) for (const index of cards.teasers) found.add(index)
  }
  return found
}

/** What follows "Related stories" until prose that is not led by a heading of its own. */
function* underRelatedHeadings(blocks: readonly PastedBlock[]): Iterable<number> {
  let isUnder = false
  for (const [index, one] of blocks.entries()) {
    if (one.chrome === 'related') isUnder = true
    else if (isUnder && isStory(one)) {
      isUnder = one.words <= MAX_TEASER_WORDS && stands(blocks, index)
      if (isUnder) yield index
    }
  }
}

/** Between blocks that are no prose. */
function stands(blocks: readonly PastedBlock[], index: number): boolean {
  const [before, after] = [blocks[index - 1], blocks[index + 1]]
  return !(before && isStory(before)) && !(after && isStory(after))
}

/** Backwards from each button to reply, to the name or the time over the comment. */
function* comments(blocks: readonly PastedBlock[]): Iterable<number> {
  for (const [index, one] of blocks.entries()) {
    if (!REPLY.test(one.text) || one.words > 3) continue
    const written: number[] = []
    for (let at = index - 1; at >= Math.max(0, index - MAX_COMMENT_BLOCKS); at--) {
      const before = blocks[at]
      if (before && isStory(before)) written.push(at)
      else if (written.length > 0) {
        yield* written
        break
      }
    }
  }
}

interface Cards {
  readonly start: number
  readonly end: number
  readonly teasers: readonly number[]
  /** Times, reading times or "Read more" stand at most of them. */
  readonly hasMeta: boolean
}

/** Runs in which a line, perhaps a time or a label, and one short paragraph take turns. */
function rowsOfCards(blocks: readonly PastedBlock[]): readonly Cards[] {
  const rows: Cards[] = []
  let start = 0
  let teasers: number[] = []
  let meta = 0
  let hasLine = false
  let isDated = false
  const close = (end: number) => {
    if (teasers.length >= MIN_CARDS) rows.push({ start, end, teasers, hasMeta: meta * 2 >= teasers.length })
    start = end + 1
    teasers = []
    meta = 0
  }
  for (const [index, one] of blocks.entries()) {
    if (!isStory(one)) {
      if (one.chrome === undefined) hasLine = true
      else if (one.chrome === 'date' || one.chrome === 'pointer') meta++
      isDated ||= one.chrome === 'date'
      continue
    }
    const maxWords = isDated ? MAX_DATED_WORDS : MAX_TEASER_WORDS
    if (hasLine && one.words <= maxWords && stands(blocks, index)) teasers.push(index)
    else close(index)
    hasLine = false
    isDated = false
  }
  close(blocks.length)
  return rows
}

/** With times on them, or with no paragraph of a story on one of its sides: links in a story have some on both. */
function isBesideTheStory(blocks: readonly PastedBlock[], { start, end, teasers, hasMeta }: Cards): boolean {
  const cards = new Set(teasers)
  const isParagraph = (one: PastedBlock, index: number) => isStory(one) && !cards.has(index)
  return (
    hasMeta ||
    !blocks.some((one, index) => index < start && isParagraph(one, index)) ||
    !blocks.some((one, index) => index >= end && isParagraph(one, index))
  )
}

function isStory({ text, words, isProse, chrome }: PastedBlock): boolean {
  return chrome === undefined && (isProse || (words >= 2 && endsAsSentence(text)))
}
