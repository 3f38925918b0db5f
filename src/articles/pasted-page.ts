// A pasted page → the story in it, with what its surroundings say about it.

import type { Extraction } from './extraction.ts'
import { judge, refusalOf } from './judge.ts'
import { type PastedBlock, pastedBlocks } from './pasted-blocks.ts'
import { findBody } from './pasted-body.ts'
import { findByline, findDate, findSite } from './pasted-metadata.ts'
import { findTitle } from './pasted-title.ts'
import { present } from './present.ts'

const MAX_LINES = 20_000

/** How far above the title a date or a by-line may stand. */
const ABOVE_TITLE = 2
const WITHOUT_TITLE = 12

/** Everything but the language, which needs a detector. */
export function extractPasted(page: string, o: { readonly now: number }): Extraction {
  const lines = page.split('\n').length
  if (lines > MAX_LINES) return tooMany(lines)
  const blocks = pastedBlocks(page)
  const { start, end, paragraphs, isListing } = findBody(blocks)
  const found = findTitle(blocks, start, paragraphs)
  const head = { from: Math.max(0, found ? found.index - ABOVE_TITLE : start - WITHOUT_TITLE), start, end }
  const byline = findByline(blocks, head)
  return {
    ...judge({ paragraphs, isListing, ...evidenceOf(blocks) }),
    ...present({
      title: found?.title,
      byline: byline?.names,
      publisher: byline?.publisher,
      site: findSite(blocks, found?.site),
    }),
    ...findDate(blocks, head, o.now),
    paragraphs,
    text: paragraphs.join('\n\n'),
  }
}

export function evidenceOf(blocks: readonly PastedBlock[]) {
  return {
    hasWall: blocks.some(({ chrome }) => chrome === 'wall'),
    hasConsent: blocks.some(({ chrome }) => chrome === 'consent'),
    pageWords: blocks.reduce((sum, { words }) => sum + words, 0),
    refusal: refusalOf(blocks.map(({ text }) => text)),
  }
}

function tooMany(lines: number): Extraction {
  const reason = `The page has ${lines} lines, and more than ${MAX_LINES} lines are no article.`
  return { status: 'rejected', reason, paragraphs: [], text: '' }
}
