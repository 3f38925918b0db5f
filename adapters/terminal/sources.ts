// The list of sources below points: marks, names and dates in columns, the address behind them where all addresses fit,
// else each on a line of its own. Everything is dim: it is there for who looks for it.

import stringWidth from 'string-width'
import type { MarkedSource } from '../../src/domain.ts'
import { plainText } from '../../src/message/plain-text.ts'
import { type SourceLabel, sourceLabels } from '../../src/message/source-label.ts'
import type { Page } from './page.ts'
import { hang, type Line, ours, outside, type Span } from './spans.ts'

const INDENT = '  '
const GAP = '  '

interface Cells {
  readonly mark: Span
  readonly name: readonly Span[]
  readonly when: string
  readonly url: string
}

interface Columns {
  readonly name: number
  readonly when: number
  readonly url: number
}

export function sourceLines(sources: readonly MarkedSource[], page: Page): readonly Line[] {
  const labels = sourceLabels(sources, page.language)
  const markWidth = Math.max(...labels.map(({ mark }) => `[${mark}]`.length))
  const rows = labels.map((label) => cellsOf(label, markWidth))
  const columns: Columns = {
    name: Math.max(...rows.map(({ name }) => widthOf(name))),
    when: Math.max(...rows.map(({ when }) => stringWidth(when))),
    url: Math.max(...rows.map(({ url }) => stringWidth(url))),
  }
  const room = page.width - INDENT.length - markWidth - 1
  return rows.flatMap((row) => rowLines(row, columns, room, page))
}

function cellsOf({ mark, name, notes, when = '', url = '' }: SourceLabel, markWidth: number): Cells {
  const note = notes.length > 0 ? ` (${notes.join(', ')})` : ''
  return {
    mark: ours(`${INDENT}${`[${mark}]`.padStart(markWidth)} `, 'dim'),
    name: [outside(plainText(name), 'dim'), ours(note, 'dim')],
    when,
    url: plainText(url),
  }
}

function rowLines(row: Cells, columns: Columns, room: number, page: Page): readonly Line[] {
  const beforeUrl = columns.name + withGap(columns.when)
  if (beforeUrl > room) return stackedLines(row, room, page)
  const { mark, name, when, url } = row
  const toDate = ' '.repeat(columns.name - widthOf(name)) + GAP
  const dated = when === '' ? name : [...name, ours(toDate + when, 'dim')]
  if (url === '') return [[mark, ...dated]]
  if (beforeUrl + withGap(columns.url) > room) return [[mark, ...dated], ...addressLines(row, page)]
  const toUrl = ' '.repeat(beforeUrl - widthOf(dated)) + GAP
  return [[mark, ...dated, ours(toUrl + url, 'dim')]]
}

/** Where there is no room for columns: the date behind the name if it fits, else below it. */
function stackedLines(row: Cells, room: number, page: Page): readonly Line[] {
  const { mark, name, when } = row
  const indent = indentOf(row)
  const dated = [...name, ours(` ${page.signs.dot} ${when}`, 'dim')]
  const lines =
    when === '' || widthOf(dated) > room
      ? [...hang(name, mark, page.width), ...(when === '' ? [] : [[indent, ours(when, 'dim')]])]
      : [[mark, ...dated]]
  return row.url === '' ? lines : [...lines, ...addressLines(row, page)]
}

function addressLines(row: Cells, { width }: Page): readonly Line[] {
  return hang([ours(row.url, 'dim')], indentOf(row), width)
}

function indentOf({ mark }: Cells): Span {
  return ours(' '.repeat(stringWidth(mark.text)), 'dim')
}

function widthOf(spans: readonly Span[]): number {
  return stringWidth(spans.map(({ text }) => text).join(''))
}

/** A cell with the gap before it; a column that is empty throughout takes no room. */
function withGap(width: number): number {
  return width === 0 ? 0 : GAP.length + width
}
