// Blocks as lines: what stands on its own, what stands out, and where there is air.

import type { Block } from '../../src/domain.ts'
import {
  ours,
  outside,
  paragraph,
  passageRuns,
  pointRuns,
  type Run,
  sourceRuns,
} from '../../src/message/runs.ts'
import type { Line } from './markdown.ts'

export function linesOf(blocks: readonly Block[], language: string): readonly Line[] {
  const shown = blocks.filter(({ kind }) => kind !== 'buttons')
  return shown.flatMap((block, at) => {
    const before = shown[at - 1]
    const hasAir = before !== undefined && needsAir(before, block)
    const lines = linesOfBlock(block, language).filter(({ runs }) =>
      runs.some(({ text }) => text.trim() !== ''),
    )
    return lines.map(({ runs, isQuiet }, index) => ({
      runs,
      style: isQuiet ? ('quiet' as const) : styleOf(block),
      hasAir: index === 0 && hasAir,
      beginsStory: index === 0 && block.kind === 'headline' && before !== undefined,
      keepsWithNext: block.kind === 'headline' || block.kind === 'update' || block.kind === 'title',
    }))
  })
}

function styleOf({ kind }: Block): Line['style'] {
  switch (kind) {
    case 'title':
      return 'title'
    case 'quiet':
    case 'sources':
    case 'update':
      return 'quiet'
    case 'passage':
      return 'quote'
    case 'headline':
    case 'point':
    case 'text':
    case 'rows':
    case 'buttons':
      return 'plain'
  }
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
    case 'buttons':
      return false
    case 'text':
    case 'update':
    case 'rows':
      return before.kind !== 'headline' && before.kind !== 'quiet' && before.kind !== 'title'
    case 'point':
      return before.kind === 'text' || before.kind === 'passage' || before.kind === 'sources'
  }
}

interface Runs {
  readonly runs: readonly Run[]
  readonly isQuiet?: true
}

function linesOfBlock(block: Block, language: string): readonly Runs[] {
  switch (block.kind) {
    case 'title':
    case 'text':
    case 'quiet':
      return [{ runs: withMoments(block) }]
    case 'update':
      return [{ runs: [paragraph(block.text)] }]
    case 'headline':
      return [{ runs: [paragraph(block.text, 'bold')] }]
    case 'point':
      return [{ runs: pointRuns(block) }]
    case 'sources':
      return [{ runs: sourceRuns(block, language) }]
    case 'passage':
      return [{ runs: passageRuns(block) }]
    case 'rows':
      return block.rows.flatMap(rowLines)
    case 'buttons':
      return []
  }
}

/** The words of a moment stand by themselves; words that are not there name none. */
function withMoments({
  text,
  moments = [],
}: Extract<Block, { kind: 'text' | 'quiet' | 'title' }>): readonly Run[] {
  const found = moments
    .map((moment) => ({ moment, start: text.lastIndexOf(moment.words) }))
    .find(({ start }) => start >= 0)
  if (!found) return [paragraph(text)]
  const { moment, start } = found
  const after = text.slice(start + moment.words.length)
  return [
    outside(text.slice(0, start).trimStart(), { isParagraph: true }),
    { text: moment.words, moment },
    outside(after.trimEnd(), { isParagraph: true }),
  ]
}

function rowLines({ term, text, note }: Extract<Block, { kind: 'rows' }>['rows'][number]): readonly Runs[] {
  const row = { runs: [outside(term.trim(), { emphasis: 'bold' }), ours(' '), outside(text.trim())] }
  return note === undefined ? [row] : [row, { runs: [outside(note.trim())], isQuiet: true }]
}
