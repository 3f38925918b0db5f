// One spelling for what typesetters, keyboards and scripts spell in many ways, so that texts can be compared.
// Everything compared with stored text is compared after `norm` or `fold`; what readers see is never normalised.

export interface Normalised {
  readonly text: string
  /** The offset in the original text of an offset in `text`. Within a character that became several it is its end. */
  at(offset: number): number
}

const NOT_ASCII = /[^\x00-\x7f]/

/** Letters that stay as they are unless a combining mark follows; skipping them keeps long foreign texts fast. */
const STABLE =
  '\\u00c0-\\u0131\\u0134-\\u013e\\u0141-\\u0148\\u014a-\\u017e\\u0370-\\u0373\\u0388-\\u03cf\\u0400-\\u0481' +
  '\\u048a-\\u052f\\u05d0-\\u05ea\\u0620-\\u064a\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3'

/** Whatever may change: a base with its marks, runs that compose (Hangul letters, half-width kana), the rest one by one. */
const CHANGEABLE = new RegExp(
  `[\\u1100-\\u11ff]+|[\\uff61-\\uff9f]+|[\\s\\S]\\p{M}+|[^\\x00-\\x7f${STABLE}]`,
  'gu',
)

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
const SINGLE_QUOTE = /[\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u00b4\u02b9\u02bb\u02bc\uff07]/g
const DOUBLE_QUOTE = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u301d-\u301f\uff02]/g
const DASH = /[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g
const ARABIC_SIGNS: Readonly<Record<string, string>> = { '\u066a': '%', '\u066b': '.', '\u066c': ',' }

/**
 * NFKC; all quotes as `"` and `'`; all dashes as `-`; `…` as `...`; every space a space; invisible characters gone;
 * Arabic and Persian digits as ASCII (grounding 3.1). Case stays.
 */
export function norm(text: string): string {
  return NOT_ASCII.test(text) ? text.replace(CHANGEABLE, replacement) : text
}

/** As `norm`, and knows where each offset came from. */
export function normalise(text: string): Normalised {
  if (!NOT_ASCII.test(text)) return { text, at: (offset) => offset }
  const starts: number[] = [0]
  const origins: number[] = [0]
  let delta = 0
  const normal = text.replace(CHANGEABLE, (piece: string, offset: number) => {
    const replaced = replacement(piece, offset, text)
    if (replaced.length !== piece.length) {
      delta += replaced.length - piece.length
      starts.push(offset + piece.length + delta)
      origins.push(offset + piece.length)
    }
    return replaced
  })
  return { text: normal, at: (offset) => originOf(offset, starts, origins) }
}

/** A word of which folding takes nothing but its case, as most are. */
export function isPlainWord(text: string): boolean {
  return /^[a-z0-9]+$/i.test(text)
}

/** `norm`, then without accents, in lower case, without possessive `'s` and without dots that are not decimal points. */
export function fold(text: string): string {
  if (isPlainWord(text)) return text.toLowerCase()
  const plain = NOT_ASCII.test(text) ? withoutMarks(norm(text)) : text
  return plain
    .toLowerCase()
    .replace(/'s(?![a-z0-9])/g, '')
    .replace(/\.(?!\d)|(?<=\p{L})\./gu, '')
}

const MEMO_SIZE = 4_000
const memo = new Map<string, string>()

function replacement(piece: string, offset: number, text: string): string {
  let replaced = memo.get(piece)
  if (replaced === undefined) {
    replaced = normalPiece(piece)
    if (memo.size >= MEMO_SIZE) memo.clear()
    memo.set(piece, replaced)
  }
  // '10½' must not become '101/2', nor '10²' '102'.
  if (/^\d/.test(replaced) && isDigit(text.charCodeAt(offset - 1)) && !isDigitLike(piece)) {
    return replaced.includes('/') ? ` ${replaced}` : piece
  }
  return replaced
}

function normalPiece(piece: string): string {
  return piece
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTE, "'")
    .replace(DOUBLE_QUOTE, '"')
    .replace(DASH, '-')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[\u066a-\u066c]/g, (sign) => ARABIC_SIGNS[sign] ?? sign)
    .replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFKC')
    .replace(/\u2044/g, '/')
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Full-width and Arabic digits are digits of the same number; fractions and superscripts are not. */
function isDigitLike(piece: string): boolean {
  return /^\p{Nd}/u.test(piece)
}

function originOf(offset: number, starts: readonly number[], origins: readonly number[]): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const origin = (origins[low] ?? 0) + offset - (starts[low] ?? 0)
  const limit = origins[low + 1]
  return limit === undefined ? origin : Math.min(origin, limit)
}

// Arabic vowel signs and Hebrew points are marks too; the vowel signs of Indic scripts are letters and stay.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ى: 'ي',
  ة: 'ه',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
}
