// Passages between quotation marks, and whether a source says them word for word.

import { norm } from './normalise.ts'

export interface QuoteMention {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface OpenQuote {
  readonly mark: string
  readonly at: number
}

/** What closes each opening mark: German closes „ with “, Swedish ” with ”, and keyboards have one mark for both. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '”': '”',
  '"': '"”',
  '「': '」',
  '『': '』',
  '‘': '’',
}
const MARK = /[“”„‟«»‹›"「」『』‘’]/g

/** These also close, or are apostrophes: they open only after a space, a bracket or a dash, and before a word. */
const AMBIGUOUS = '”»›"‘'
const MAY_STAND_BEFORE = /[\s([{\-–—/:“„«"‘]/
const CUT_WORD = /^(?:\d|(?:em|til|tis|twas|cause|bout|n)\b)/i
/** Longer passages in single quotes more likely began with a stray mark. */
const MAX_SINGLE_QUOTE_CHARS = 300

/**
 * What stands between quotation marks, without them, two characters or more; of nested quotes the outer one. A quote
 * over several paragraphs, each opened anew, is one mention per paragraph. Marks without a partner are passed over.
 */
export function findQuotes(text: string): readonly QuoteMention[] {
  const found: QuoteMention[] = []
  let open: OpenQuote | undefined
  let paragraphEnd = -1
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    // A quote does not reach over a blank line, unless the next paragraph opens it anew.
    if (open && paragraphEnd < index) {
      if (mark === open.mark && startsLine(text, index))
        found.push(...mention(text, open.at + 1, paragraphEnd))
      open = undefined
    }
    if (paragraphEnd < index) paragraphEnd = endOfParagraph(text, index)
    if (open && closes(text, open, mark, index)) {
      found.push(...mention(text, open.at + 1, index))
      open = undefined
    } else if (opens(text, mark, index, open)) open = { mark, at: index }
  }
  return found
}

function startsLine(text: string, index: number): boolean {
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, index).trim() === ''
}

function closes(text: string, open: OpenQuote, mark: string, index: number): boolean {
  if (!CLOSERS[open.mark]?.includes(mark)) return false
  if (mark !== '’') return !(AMBIGUOUS.includes(mark) && looksOpening(text, index))
  return !/[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ') && index - open.at <= MAX_SINGLE_QUOTE_CHARS
}

function opens(text: string, mark: string, index: number, open: OpenQuote | undefined): boolean {
  if (!(mark in CLOSERS)) return false
  // Inside a quote a mark begins a nested one; only the same mark again, or any after a single one, begins anew.
  if (open && mark !== open.mark && open.mark !== '‘') return false
  if (mark === '‘')
    return !open && looksOpening(text, index) && !CUT_WORD.test(text.slice(index + 1, index + 7))
  if (mark === '"' && isSpace(text[index - 1]) && isSpace(text[index + 1])) return !open
  return !AMBIGUOUS.includes(mark) || looksOpening(text, index)
}

function looksOpening(text: string, index: number): boolean {
  const before = text[index - 1]
  return (before === undefined || MAY_STAND_BEFORE.test(before)) && !isSpace(text[index + 1])
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char)
}

function endOfParagraph(text: string, from: number): number {
  BLANK_LINE.lastIndex = from
  return BLANK_LINE.exec(text)?.index ?? text.length
}
const BLANK_LINE = /\n[^\S\n]*\n/g

function mention(text: string, from: number, to: number): readonly QuoteMention[] {
  const inside = text.slice(from, to)
  const start = from + inside.length - inside.trimStart().length
  const words = inside.trim()
  return words.length < 2 ? [] : [{ text: words, start, end: start + words.length }]
}

/** Pieces of a shortened quote must stand this near to each other in the source (grounding 3.8). */
const MAX_SPREAD_CHARS = 400
const OMISSION = / ?(?:\[[^\]]*\]|\(\.{3}\)|\.{3,}) ?/

/**
 * Whether the text says the quote word for word, whatever the case, spaces and kind of marks. `...` and `[insertions]`
 * cut a quote into pieces that must follow each other within 400 characters. Pass the text of one article.
 */
export function quoteOccurs(quote: string, text: string): boolean {
  const pieces = comparable(quote).split(OMISSION).map(withoutEdges).filter(Boolean)
  const [first, ...others] = pieces
  if (first === undefined) return false
  const source = comparable(text)
  const reach = Math.max(MAX_SPREAD_CHARS, pieces.join(' ').length)
  for (let at = placeOf(first, source, 0); at >= 0; at = placeOf(first, source, at + 1)) {
    if (follow(others, source, at + first.length, at + reach)) return true
  }
  return false
}

function follow(pieces: readonly string[], source: string, from: number, limit: number): boolean {
  let end = from
  for (const piece of pieces) {
    const at = placeOf(piece, source, end, limit)
    if (at < 0) return false
    end = at + piece.length
  }
  return true
}

/** Where the words stand as whole words: "art" is not said by "party". */
function placeOf(piece: string, source: string, from: number, limit = source.length): number {
  const within = source.slice(0, limit)
  for (let at = within.indexOf(piece, from); at >= 0; at = within.indexOf(piece, at + 1)) {
    if (!joins(source, at) && !joins(source, at + piece.length)) return at
  }
  return -1
}

/** Letters and digits of scripts with spaces on both sides of the offset. */
function joins(source: string, at: number): boolean {
  return WORD_CHAR.test(source[at - 1] ?? ' ') && WORD_CHAR.test(source[at] ?? ' ')
}
const WORD_CHAR = /(?=[\p{L}\p{N}])[\u0000-\u0dff]/u

function comparable(text: string): string {
  return norm(text)
    .toLowerCase()
    .replace(/["'`]+/g, "'")
    .replace(/[\s-]+/g, ' ')
}

/** American typesetting puts the comma of the sentence inside the quote. */
function withoutEdges(piece: string): string {
  return piece.replace(/^[\s,;:.!?'-]+|[\s,;:.!?'-]+$/g, '')
}
