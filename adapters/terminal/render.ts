// Blocks in, lines out, as wide as the terminal allows.

import type { Block, Message } from '../../src/domain.ts'
import { type Look, type Page, pageOf } from './page.ts'
import { passageLines } from './passage.ts'
import { rowLines } from './rows.ts'
import { sourceLines } from './sources.ts'
import { hang, type Line, ours, outside, paint, wrap } from './spans.ts'

/** The whole message as text that ends with a line break; blank lines stand between blocks that need air. */
export function renderMessage(message: Message, look: Look): string {
  const page = pageOf(look, message.language)
  return message.blocks
    .flatMap((block, at) => {
      const before = message.blocks[at - 1]
      const lines = linesOf(block, page)
      return before && lines.length > 0 && needsAir(before, block) ? [[], ...lines] : lines
    })
    .map((line) => `${paint(line, look.colour)}\n`)
    .join('')
}

/** What belongs together stands together: a headline with its points, points with their sources, a remark with its rows. */
function needsAir(before: Block, block: Block): boolean {
  switch (block.kind) {
    case 'title':
    case 'headline':
    case 'passage':
      return true
    case 'quiet':
      return before.kind !== 'quiet'
    case 'sources':
      return before.kind !== 'point' && before.kind !== 'headline'
    case 'text':
    case 'update':
      return before.kind !== 'headline'
    case 'rows':
      return before.kind !== 'headline' && before.kind !== 'quiet'
    case 'point':
      return ['title', 'sources', 'passage', 'rows'].includes(before.kind)
    case 'buttons':
      return false
  }
}

function linesOf(block: Block, page: Page): readonly Line[] {
  switch (block.kind) {
    case 'title':
      return [
        ...wrap([outside(block.text.trim(), 'bold')], page.width),
        [ours(page.signs.rule.repeat(page.width), 'dim')],
      ]
    case 'headline':
      return wrap([outside(block.text.trim(), 'bold')], page.width)
    case 'text':
      return wrap([outside(block.text.trim())], page.width)
    case 'quiet':
    case 'update':
      return wrap([outside(block.text.trim(), 'dim')], page.width)
    case 'point':
      return pointLines(block, page)
    case 'sources':
      return sourceLines(block.sources, page)
    case 'passage':
      return passageLines(block, page)
    case 'rows':
      return rowLines(block.rows, page)
    case 'buttons':
      return []
  }
}

/** Marks are tied to the last word by no-break spaces, so that none begins a line. */
function pointLines({ text, marks }: Extract<Block, { kind: 'point' }>, page: Page): readonly Line[] {
  const shown = marks.map((mark) => `\u00a0[${mark}]`).join('')
  return hang([outside(text.trim()), ours(shown, 'dim')], ours(`${page.signs.bullet} `), page.width)
}
