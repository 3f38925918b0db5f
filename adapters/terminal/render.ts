// Blocks in, lines out, as wide as the terminal allows.

import stringWidth from 'string-width'
import type { Block, MarkedSource, Message } from '../../src/domain.ts'
import { shortDate } from '../../src/message/dates.ts'
import { texts } from '../../src/message/texts.ts'
import type { TerminalAbilities } from './abilities.ts'
import { isolated, plainText } from './plain-text.ts'
import { wrap } from './wrap.ts'

type Style = (text: string) => string

/** How emphasis looks: escape codes, or for `cited` words without colour, marks around them. */
interface Styles {
  readonly bold: Style
  readonly dim: Style
  readonly cited: Style
}

const COLOUR: Styles = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  cited: (text) => `\u001b[1m${text}\u001b[22m`,
}
const PLAIN: Styles = { bold: (text) => text, dim: (text) => text, cited: (text) => text }

/** The whole message as text that ends with a line break; blank lines stand between blocks that need air. */
export function renderMessage(
  message: Message,
  abilities: Pick<TerminalAbilities, 'colour' | 'width'>,
): string {
  const context: Context = {
    width: abilities.width,
    styles: abilities.colour ? COLOUR : PLAIN,
    marksCited: !abilities.colour,
    language: message.language,
  }
  let out = ''
  let before: Block | undefined
  for (const block of message.blocks) {
    if (before && needsAir(before, block)) out += '\n'
    out += linesOf(block, context)
      .map((line) => `${line}\n`)
      .join('')
    before = block
  }
  return out
}

interface Context {
  readonly width: number
  readonly styles: Styles
  /** Without colour, cited words in a passage stand between marks. */
  readonly marksCited: boolean
  readonly language: string
}

function needsAir(before: Block, block: Block): boolean {
  if (block.kind === 'title' || block.kind === 'headline' || block.kind === 'passage') return true
  if (before.kind === 'title' || before.kind === 'passage' || before.kind === 'rows') return true
  return before.kind === 'sources'
}

function linesOf(block: Block, context: Context): readonly string[] {
  const { width, styles } = context
  switch (block.kind) {
    case 'title':
      return wrap(plainText(block.text), width).map(styles.bold)
    case 'headline':
      return wrap(headline(block, context), width).map(styles.bold)
    case 'text':
      return wrap(plainText(block.text), width)
    case 'quiet':
      return wrap(plainText(block.text), width).map(styles.dim)
    case 'point':
      return pointLines(block, context)
    case 'sources':
      return block.sources.flatMap((source) => sourceLines(source, context))
    case 'passage':
      return passageLines(block, context)
    case 'rows':
      return rowLines(block.rows, context)
  }
}

function headline({ text, language }: Extract<Block, { kind: 'headline' }>, context: Context): string {
  const words = isolated(plainText(text))
  return language === undefined || language === context.language
    ? words
    : `${words} (${languageName(language, context.language)})`
}

function languageName(code: string, shownIn: string): string {
  return texts(shownIn).inLanguage(new Intl.DisplayNames([shownIn], { type: 'language' }).of(code) ?? code)
}

const BULLET = ' • '

function pointLines(
  { text, marks }: Extract<Block, { kind: 'point' }>,
  { width, styles }: Context,
): readonly string[] {
  // Marks are glued to the last word with no-break spaces, so that none begins a line alone.
  const shown = marks.map((mark) => `[${mark}]`).join('\u00a0')
  const lines = hang(`${isolated(plainText(text))}\u00a0${shown}`.replace(/\u00a0$/, ''), BULLET, width)
  return lines.map((line) =>
    line.replace(/\u00a0?(?:\[\d+\]\u00a0?)+$/, (end) => styles.dim(end)).replaceAll('\u00a0', ' '),
  )
}

function sourceLines(
  { mark, source }: MarkedSource,
  { width, styles, language }: Context,
): readonly string[] {
  const say = texts(language)
  const said = [
    isolated(plainText(source.name)),
    source.publishedAt === undefined ? '' : shortDate(source.publishedAt, language),
    source.kind === 'snippet' ? say.excerpt : '',
    source.language === language ? '' : languageName(source.language, language),
    plainText(source.url ?? ''),
  ].filter(Boolean)
  return hang(said.join('\u00a0· '), `   [${mark}] `, width).map((line) =>
    styles.dim(line.replaceAll('\u00a0', ' ')),
  )
}

const BAR = ' │ '

function passageLines(
  { text, cited }: Extract<Block, { kind: 'passage' }>,
  context: Context,
): readonly string[] {
  const pieces = markedWords(text, cited)
  const [open, close] = context.marksCited ? ['»', '«'] : ['', '']
  const shown = pieces
    .map((piece) => (piece.isCited ? `${open}${plainText(piece.text)}${close}` : plainText(piece.text)))
    .filter(Boolean)
    .join(' ')
  return styledLines(wrap(shown, context.width - stringWidth(BAR)), pieces, context).map(
    (line) => `${context.styles.dim(BAR)}${line}`,
  )
}

/** A passage as alternating plain and cited pieces, in order. */
function markedWords(text: string, cited: readonly (readonly [number, number])[]) {
  const pieces: { readonly text: string; readonly isCited: boolean }[] = []
  let end = 0
  for (const [from, to] of [...cited].sort((a, b) => a[0] - b[0])) {
    if (from > end) pieces.push({ text: text.slice(end, from), isCited: false })
    pieces.push({ text: text.slice(Math.max(from, end), to), isCited: true })
    end = Math.max(end, to)
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isCited: false })
  return pieces
}

/** Gives each wrapped line back its emphasis: pieces are walked along with the characters of the lines. */
function styledLines(
  lines: readonly string[],
  pieces: readonly { readonly text: string; readonly isCited: boolean }[],
  { styles, marksCited }: Context,
): readonly string[] {
  if (marksCited) return lines
  const flags = pieces.flatMap((piece) =>
    [...plainText(piece.text).replaceAll(' ', '')].map(() => piece.isCited),
  )
  let at = 0
  return lines.map((line) => {
    const runs: { text: string; isCited: boolean }[] = []
    for (const character of line) {
      const isCited = character === ' ' ? (runs.at(-1)?.isCited ?? false) : (flags[at++] ?? false)
      const run = runs.at(-1)
      if (run && run.isCited === isCited) run.text += character
      else runs.push({ text: character, isCited })
    }
    return runs.map((run) => (run.isCited ? styles.cited(run.text) : styles.dim(run.text))).join('')
  })
}

function rowLines(
  rows: Extract<Block, { kind: 'rows' }>['rows'],
  { width, styles }: Context,
): readonly string[] {
  const terms = rows.map((row) => plainText(row.term))
  const column = Math.min(Math.max(...terms.map((term) => stringWidth(term))), Math.floor(width / 3))
  return rows.flatMap((row, at) => {
    const term = terms[at] ?? ''
    const indent = ' '.repeat(column + 4)
    const first = `  ${term}${' '.repeat(Math.max(1, column - stringWidth(term) + 2))}`
    const lines = hang(isolated(plainText(row.text)), first, width, indent)
    const notes = row.note === undefined ? [] : wrap(isolated(plainText(row.note)), width - indent.length)
    return [...lines, ...notes.map((line) => styles.dim(`${indent}${line}`))]
  })
}

/** Text behind a label, further lines under the text and not under the label. */
function hang(
  text: string,
  label: string,
  width: number,
  indent = ' '.repeat(stringWidth(label)),
): readonly string[] {
  const [first = '', ...rest] = wrap(text, Math.max(8, width - Math.max(stringWidth(label), indent.length)))
  return [`${label}${first}`, ...rest.map((line) => `${indent}${line}`)]
}
