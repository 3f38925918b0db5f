// Blocks as lines: what stands on its own, what stands in bold, and where there is air.

import type { Block, Chat } from '../../src/domain.ts'
import {
  ours,
  outside,
  paragraph,
  passageRuns,
  pointRuns,
  type Run,
  sourceRuns,
} from '../../src/message/runs.ts'
import { postUrl } from './address.ts'
import type { Line } from './html.ts'

export function linesOf(blocks: readonly Block[], to: Chat, language: string): readonly Line[] {
  const shown = blocks.filter(({ kind }) => kind !== 'buttons')
  return shown.flatMap((block, at) => {
    const before = shown[at - 1]
    const hasAir = before !== undefined && needsAir(before, block)
    const lines = runsOf(block, to, language).filter((runs) => runs.some(({ text }) => text.trim() !== ''))
    return lines.map((runs, index) => ({
      runs,
      hasAir: index === 0 && hasAir,
      isQuote: block.kind === 'passage',
      keepsWithNext: block.kind === 'headline' || block.kind === 'update',
    }))
  })
}

/** A headline stands with its points, and points with their sources. */
function needsAir(before: Block, { kind }: Block): boolean {
  switch (kind) {
    case 'title':
    case 'headline':
    case 'passage':
      return true
    case 'quiet':
      return before.kind !== 'quiet' && before.kind !== 'title'
    case 'sources':
      return false
    case 'text':
    case 'update':
    case 'rows':
      return before.kind !== 'headline' && before.kind !== 'quiet'
    case 'point':
      return before.kind !== 'headline' && before.kind !== 'point' && before.kind !== 'update'
    case 'buttons':
      return false
  }
}

function runsOf(block: Block, to: Chat, language: string): readonly (readonly Run[])[] {
  switch (block.kind) {
    case 'title':
    case 'headline':
      return [[paragraph(block.text, 'bold')]]
    case 'text':
      return [[paragraph(block.text)]]
    case 'quiet':
      return [[paragraph(block.text, 'italic')]]
    case 'update':
      return [[{ ...paragraph(block.text, 'italic'), url: postUrl(block.earlier.receipt, to) }]]
    case 'point':
      return [pointRuns(block)]
    case 'sources':
      return [sourceRuns(block, language)]
    case 'passage':
      return [passageRuns(block)]
    case 'rows':
      return block.rows.flatMap(rowRuns)
    case 'buttons':
      return []
  }
}

function rowRuns({
  term,
  text,
  note,
}: Extract<Block, { kind: 'rows' }>['rows'][number]): readonly (readonly Run[])[] {
  const row = [outside(term.trim(), { emphasis: 'bold' }), ours(' '), outside(text.trim())]
  return note === undefined ? [row] : [row, [outside(note.trim(), { emphasis: 'italic' })]]
}
