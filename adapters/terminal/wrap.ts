// Lines that fit: words move as wholes, scripts without spaces break between characters, nothing breaks inside one.

import stringWidth from 'string-width'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/
/** Closing marks and small kana that may not begin a line. */
const NOT_FIRST =
  /^[、。，．・：；？！」』）］｝〉》】〕…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〻‐゠–〜%％,.!?:;)\]}]/u
/** Opening marks that may not end a line. */
const NOT_LAST = /[「『（［｛〈《【〔([{]$/u

/** Wraps text to lines of at most `width` columns. A word longer than a line is cut between its characters. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let columns = 0
  for (const piece of piecesOf(text)) {
    const space = line !== '' && piece.spaced ? 1 : 0
    const size = stringWidth(piece.text)
    if (columns + space + size <= width) {
      line += `${space ? ' ' : ''}${piece.text}`
      columns += space + size
      continue
    }
    if (line !== '') lines.push(line)
    const rest = cut(piece.text, width)
    lines.push(...rest.slice(0, -1))
    line = rest.at(-1) ?? ''
    columns = stringWidth(line)
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

interface Piece {
  readonly text: string
  /** Whether a space stood before it. */
  readonly spaced: boolean
}

function* piecesOf(text: string): Iterable<Piece> {
  for (const word of text.split(' ')) {
    if (!WIDE.test(word)) {
      yield { text: word, spaced: true }
      continue
    }
    let spaced = true
    for (const part of unspacedParts(word)) {
      yield { text: part, spaced }
      spaced = false
    }
  }
}

/** Where text without spaces may break: around each wide character, but never so that a closing mark begins a line. */
function unspacedParts(word: string): readonly string[] {
  const parts: string[] = []
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.at(-1)
    const joins =
      last !== undefined &&
      (NOT_FIRST.test(segment) || NOT_LAST.test(last) || !(WIDE.test(segment) || WIDE.test(last)))
    if (joins) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

function cut(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width) return [word]
  const parts = ['']
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.at(-1) ?? ''
    if (last !== '' && stringWidth(last + segment) > width) parts.push(segment)
    else parts[parts.length - 1] = last + segment
  }
  return parts
}
