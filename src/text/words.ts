// Where the words of a text stand. Nearly all are plain: letters and digits with a space or a full stop behind them. Their
// ends are found character by character; whatever may have marks inside is left to the pattern, which is ten times slower.

/**
 * A word with its inner marks: `don't`, `AT&T`, `U.S.-China`, `example.com`, `1,247,000`. A dot joins only within
 * acronyms, numbers and names of sites, so that a missing space after a full stop does not glue two words. The limits
 * keep a word without an end from overflowing the stack of the matcher.
 */
export const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,500}(?:(?:['’&\u2010\u2011-]|\.(?=\p{N}|\p{Ll}|\p{L}(?!\p{L}))|\.-|(?<=\p{N}),(?=\p{N}{3}(?!\p{N})))[\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,500}){0,100}/uy
const LONGEST_PLAIN = 500

/** What a character is to a word. Unknown is what combines with others, and every script that is not listed. */
const UNKNOWN = 0
const PLAIN = 1
const MARK = 2
const BETWEEN = 3

/** Latin, Greek and Cyrillic, and the quotes and dashes between their words. */
const LISTED: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x052f],
  [0x2000, 0x206f],
]
const KINDS = kindsOfListed()

function kindsOfListed(): Uint8Array {
  const kinds = new Uint8Array(0x2070)
  for (const [from, to] of LISTED) {
    for (let code = from; code <= to; code++) kinds[code] = kindOf(String.fromCharCode(code))
  }
  return kinds
}

function kindOf(character: string): number {
  if (/[\p{L}\p{N}]/u.test(character)) return PLAIN
  if (/['’&\u2010\u2011.,-]/.test(character)) return MARK
  return /\p{M}/u.test(character) ? UNKNOWN : BETWEEN
}

/** A stretch of a text, as offsets into it. */
export interface Within {
  readonly start: number
  readonly end: number
}

/** Calls back with the beginning and the end of every word of a text, or of a stretch of it, in order. */
export function eachWord(
  text: string,
  found: (start: number, end: number) => void,
  { start: from, end: to }: Within = { start: 0, end: text.length },
): void {
  let at = from
  while (at < to) {
    const kind = KINDS[text.charCodeAt(at)] ?? UNKNOWN
    if (kind === MARK || kind === BETWEEN) at++
    else {
      const end = plainEnd(text, at, to) ?? patternEnd(text, at, to)
      if (end === undefined) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      else {
        found(at, end)
        at = end
      }
    }
  }
}

function kindAt(text: string, at: number, to: number): number {
  return at < to ? (KINDS[text.charCodeAt(at)] ?? UNKNOWN) : BETWEEN
}

/** The end of a plain word, or undefined where it takes the pattern to tell. */
function plainEnd(text: string, start: number, to: number): number | undefined {
  const limit = Math.min(start + LONGEST_PLAIN, to)
  let end = start
  while (end < limit && KINDS[text.charCodeAt(end)] === PLAIN) end++
  const behind = kindAt(text, end, to)
  const ends = behind === BETWEEN || (behind === MARK && kindAt(text, end + 1, to) === BETWEEN)
  return ends && end > start ? end : undefined
}

function patternEnd(text: string, start: number, to: number): number | undefined {
  const within = to < text.length ? text.slice(0, to) : text
  WORD.lastIndex = start
  return WORD.test(within) ? WORD.lastIndex : undefined
}
