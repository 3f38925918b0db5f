// Pairs in two columns, or where a term is too wide for that, each term above its text. Below a pair, dim, its remark.

import stringWidth from 'string-width'
import type { Block } from '../../src/domain.ts'
import { plainText } from '../../src/message/plain-text.ts'
import type { Page } from './page.ts'
import { hang, type Line, ours, outside, type Span } from './spans.ts'

type Row = Extract<Block, { kind: 'rows' }>['rows'][number]

const INDENT = '  '
const GAP = '  '
/** The text is what is read; terms may have two fifths of the width. */
const WIDEST_TERM = 0.4

export function rowLines(rows: readonly Row[], { width, signs }: Page): readonly Line[] {
  const column = Math.max(...rows.map(({ term }) => stringWidth(plainText(term))))
  const isBeside = column <= width * WIDEST_TERM
  return rows.flatMap((row) => {
    const lines = isBeside ? besideTerm(row, column, width) : belowTerm(row, width)
    const indent = ours(INDENT + (isBeside ? ' '.repeat(column) + GAP : INDENT))
    return [...lines, ...noteLines(row, indent, width).map((line) => withoutLast(` ${signs.dot}`, line))]
  })
}

function besideTerm({ term, text }: Row, column: number, width: number): readonly Line[] {
  const label = outside(plainText(term))
  const gap = ours(' '.repeat(column - stringWidth(label.text)) + GAP)
  const indent = INDENT.length + column + GAP.length
  return hang([outside(plainText(text))], ours(' '.repeat(indent)), width).map((line, at) =>
    at === 0 ? [ours(INDENT), label, gap, ...line.slice(1)] : line,
  )
}

function belowTerm({ term, text }: Row, width: number): readonly Line[] {
  const indent = ours(INDENT + INDENT)
  return [
    ...hang([outside(plainText(term))], ours(INDENT), width),
    ...hang([outside(plainText(text))], indent, width),
  ]
}

function noteLines({ note }: Row, indent: Span, width: number): readonly Line[] {
  return note === undefined ? [] : hang([outside(plainText(note), 'dim')], indent, width)
}

/** A dot between two things has nothing to say where the line ends. */
function withoutLast(sign: string, line: Line): Line {
  const last = line.at(-1)
  if (!last?.text.endsWith(sign)) return line
  return [...line.slice(0, -1), { ...last, text: last.text.slice(0, -sign.length) }]
}
