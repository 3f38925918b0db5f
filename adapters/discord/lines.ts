// Blocks as lines: what stands on its own, what stands out, and where there is air.

import type { Block } from '../../src/domain.ts'
import { sourceLabels } from '../../src/message/source-label.ts'
import { type Emphasis, type Line, ours, outside, type Run } from './markdown.ts'

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
      return [{ runs: sourceRuns(block.sources, language) }]
    case 'passage':
      return [{ runs: passageRuns(block) }]
    case 'rows':
      return block.rows.flatMap(rowLines)
    case 'buttons':
      return []
  }
}

function paragraph(text: string, emphasis?: Emphasis): Run {
  return outside(text.trim(), { emphasis, isParagraph: true })
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

/** Marks are tied to the last word by no-break spaces, so that none begins a line. */
function pointRuns({ text, marks }: Extract<Block, { kind: 'point' }>): readonly Run[] {
  return [ours('• '), paragraph(text), ours(marks.map((mark) => `\u00a0[${mark}]`).join(''))]
}

/** `[1] Ellery Courier, 3 Mar 2026 · [2] Marrow Radio (in German)`; the names are links. */
function sourceRuns(
  sources: Extract<Block, { kind: 'sources' }>['sources'],
  language: string,
): readonly Run[] {
  return sourceLabels(sources, language).flatMap(({ mark, name, notes, when, url }, at) => {
    const note = notes.length > 0 ? ` (${notes.join(', ')})` : ''
    return [
      ours(`${at === 0 ? '' : ' · '}[${mark}] `),
      outside(name.trim(), { url }),
      ours(`${when === undefined ? '' : `, ${when}`}${note}`),
    ]
  })
}

/** The cited sentences stand out. Ranges that overlap are read as one. */
function passageRuns({ text, cited }: Extract<Block, { kind: 'passage' }>): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [start, end] of cited.toSorted((a, b) => a[0] - b[0])) {
    runs.push(outside(text.slice(at, start), { isParagraph: true }))
    runs.push(outside(text.slice(Math.max(at, start), end), { emphasis: 'bold', isParagraph: true }))
    at = Math.max(at, end)
  }
  runs.push(outside(text.slice(at), { isParagraph: true }))
  // A control sequence that a range cuts in two would show: then nothing stands out.
  const whole = paragraph(text)
  const isWhole =
    runs
      .map((run) => run.text)
      .join('')
      .trim() === whole.text.trim()
  return isWhole ? runs.filter((run) => run.text !== '') : [whole]
}

function rowLines({ term, text, note }: Extract<Block, { kind: 'rows' }>['rows'][number]): readonly Runs[] {
  const row = { runs: [outside(term.trim(), { emphasis: 'bold' }), ours(' '), outside(text.trim())] }
  return note === undefined ? [row] : [row, { runs: [outside(note.trim())], isQuiet: true }]
}
