// Blocks as lines: what stands on its own, what stands in bold, and where there is air.

import type { Block, Chat } from '../../src/domain.ts'
import { sourceLabels } from '../../src/message/source-label.ts'
import { postUrl } from './address.ts'
import { type Emphasis, type Line, ours, outside, type Run } from './html.ts'

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
      return [sourceRuns(block.sources, language)]
    case 'passage':
      return [passageRuns(block)]
    case 'rows':
      return block.rows.flatMap(rowRuns)
    case 'buttons':
      return []
  }
}

function paragraph(text: string, emphasis?: Emphasis): Run {
  return outside(text.trim(), { emphasis, isParagraph: true })
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

/** The cited sentences stand out, unless what would have to be cut for it is no words: a sequence that is cut shows. */
function passageRuns(passage: Extract<Block, { kind: 'passage' }>): readonly Run[] {
  const runs = citedRuns(passage)
  const whole = paragraph(passage.text)
  const isWhole =
    runs
      .map(({ text }) => text)
      .join('')
      .trim() === whole.text.trim()
  return isWhole ? runs.filter(({ text }) => text !== '') : [whole]
}

/** Ranges that overlap are read as one. */
function citedRuns({ text, cited }: Extract<Block, { kind: 'passage' }>): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [start, end] of cited.toSorted((a, b) => a[0] - b[0])) {
    runs.push(outside(text.slice(at, start), { isParagraph: true }))
    runs.push(outside(text.slice(Math.max(at, start), end), { emphasis: 'bold', isParagraph: true }))
    at = Math.max(at, end)
  }
  return [...runs, outside(text.slice(at), { isParagraph: true })]
}

function rowRuns({
  term,
  text,
  note,
}: Extract<Block, { kind: 'rows' }>['rows'][number]): readonly (readonly Run[])[] {
  const row = [outside(term.trim(), { emphasis: 'bold' }), ours(' '), outside(text.trim())]
  return note === undefined ? [row] : [row, [outside(note.trim(), { emphasis: 'italic' })]]
}
