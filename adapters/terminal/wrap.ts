// Where lines end: words move as wholes, scripts without spaces break between characters or at their words, and
// nothing ever breaks inside a character. Offsets are those of the text given.

import stringWidth from 'string-width'

type Range = readonly [start: number, end: number]

/** A space with a mark on it is a character, not a gap. */
const WORDS = /(?:[^ ]| (?=[\p{M}\u200c\u200d]))+/gu
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]/u
/** Thai, Lao, Burmese, Khmer: words without gaps. */
const UNSPACED_WORDS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/
/** After a hyphen or a dash between letters, but not in addresses. */
const AFTER_HYPHEN = /(?<=\p{L}{2}[-\u2010\u2013]|\p{L}\u2014)(?=\p{L}{2})/u
const ADDRESS = /[/@]/
/** Closing marks, small kana and repetition marks may not begin a line; no-break spaces hold both sides. */
const NOT_FIRST =
  /^[\u00a0\u202f\u2011、。，．・：；？！‼⁇⁈⁉」』）］｝〉》】〕〗〙”’…‥ー～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ‐゠–〜％℃%,.!?:;)\]}]/u
/** Opening marks may not end one. */
const NOT_LAST = /[\u00a0\u202f\u2011「『（［｛〈《【〔〖〘“‘([{$£¥€￥＄]$/u
/** Where an address or a row of marks is cut if it must be. */
const GOOD_CUT = /[/?&=#_.\-\u00a0]$/

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Splits text into lines of at most `width` columns. What is longer than a line is cut between its characters. */
export function breakLines(text: string, width: number): readonly Range[] {
  const lines: Range[] = []
  let line: Range | undefined
  for (const [start, end] of pieces(text)) {
    if (line && stringWidth(text.slice(line[0], end)) <= width) {
      line = [line[0], end]
      continue
    }
    if (line) lines.push(line)
    const parts = cut(text, [start, end], width)
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1)
  }
  return line ? [...lines, line] : lines
}

/** What stays together, in order. Gaps lie between pieces and belong to none. */
function* pieces(text: string): Iterable<Range> {
  for (const match of text.matchAll(WORDS)) {
    let at = match.index
    for (const part of partsOf(match[0])) {
      yield [at, at + part.length]
      at += part.length
    }
  }
}

function partsOf(word: string): readonly string[] {
  if (CJK.test(word)) return joinUnbreakable(characters(word))
  if (UNSPACED_WORDS.test(word)) return joinUnbreakable(wordsWithin(word))
  return ADDRESS.test(word) ? [word] : word.split(AFTER_HYPHEN)
}

function characters(word: string): readonly string[] {
  return Array.from(graphemes.segment(word), ({ segment }) => segment)
}

function wordsWithin(word: string): readonly string[] {
  const words = new Intl.Segmenter('th', { granularity: 'word' })
  return Array.from(words.segment(word), ({ segment }) => segment)
}

/** Basic kinsoku: joins what may not stand at the end or the beginning of a line. Words of other scripts stay whole. */
function joinUnbreakable(pieces: readonly string[]): readonly string[] {
  const parts: string[] = []
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1]
    if (before === undefined || canBreak(before, piece)) parts.push(piece)
    else parts.push(`${parts.pop()}${piece}`)
  }
  return parts
}

function canBreak(before: string, after: string): boolean {
  return !NOT_LAST.test(before) && !NOT_FIRST.test(after) && (isUnspaced(before) || isUnspaced(after))
}

function isUnspaced(part: string): boolean {
  return CJK.test(part) || UNSPACED_WORDS.test(part)
}

/** Cuts a piece that is wider than a line, behind a separator if one stands in the second half of the line. */
function cut(text: string, [start, end]: Range, width: number): readonly Range[] {
  if (stringWidth(text.slice(start, end)) <= width) return [[start, end]]
  const parts: Range[] = []
  let [from, good, at] = [start, start, start]
  for (const character of characters(text.slice(start, end))) {
    const until = at + character.length
    if (at > from && stringWidth(text.slice(from, until)) > width) {
      const to = good - from > (at - from) / 2 ? good : at
      parts.push([from, to])
      from = to
    }
    if (GOOD_CUT.test(character)) good = until
    at = until
  }
  return [...parts, [from, end]]
}
