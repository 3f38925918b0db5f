// Sentences of a text, as offsets into it. Every sentence lies within one paragraph; none overlap.
//
// The rules are ours and not those of Intl.Segmenter, which splits after "Mr.", "U.S." and "3. Januar", and whose
// answers change with the version of Node: a citation must open the same sentence everywhere (grounding 3.2 and 14).

import type { Sentence } from '../domain.ts'
import { type Abbreviations, abbreviationsOf } from './abbreviations.ts'
import { findQuotes, type QuoteMention } from './quotes.ts'
import { endsSentence, skipSpace } from './sentence-end.ts'

/** The rest of a longer article stays stored, but is not divided. */
const MAX_SENTENCES = 400
const MAX_SENTENCE_CHARS = 600
/** A longer quote of several sentences is divided; a shorter one stays whole, with the words that say whose it is. */
const MAX_WHOLE_QUOTE_CHARS = 220

/**
 * Sentences in order, without outer white space. Paragraphs are separated by blank lines. A single break is a space,
 * unless it is plain that the line was not broken for its length.
 */
export function splitSentences(text: string, language: string): readonly Sentence[] {
  const words = abbreviationsOf(language)
  const sentences: Sentence[] = []
  let paragraph = 0
  for (const [from, to] of paragraphsOf(text)) {
    paragraph++
    for (const [start, end] of spansOf(text.slice(from, to), words)) {
      sentences.push({ ordinal: sentences.length + 1, paragraph, start: from + start, end: from + end })
      if (sentences.length === MAX_SENTENCES) return sentences
    }
  }
  return sentences
}

type Span = readonly [start: number, end: number]

function* paragraphsOf(text: string): Iterable<Span> {
  const separator = /\r?\n[^\S\n]*\n\s*/g
  let from = 0
  for (const match of text.matchAll(separator)) {
    if (text.slice(from, match.index).trim()) yield [from, match.index]
    from = match.index + match[0].length
  }
  if (text.slice(from).trim()) yield [from, text.length]
}

/**
 * Where a sentence may end: marks that end one with the quotes, brackets and note numbers that close after them and
 * white space behind, or the full stop of a script without spaces. Also a full stop that lost its space ("said.The").
 */
const TERMINATOR =
  /(?<![.!?…])[.!?…‼⁇⁈⁉؟۔।॥]+(?:["'”’“‘»›«‹)\]}]|\[\d{1,3}\]|[\u00a0\u202f ](?=[»›”](?:\s|$)))*(?=\s|$)|[。！？｡]+["”’»）)」』】》〉]*|[.!?](?=\p{Lu}\p{Ll}+\s)(?<=\p{Ll}{2}[.!?])/gu

function spansOf(paragraph: string, words: Abbreviations): readonly Span[] {
  const spans: Span[] = []
  for (const [from, to] of linesOf(paragraph)) addSpansOfLine(spans, paragraph.slice(from, to), from, words)
  return spans
}

function addSpansOfLine(spans: Span[], line: string, offset: number, words: Abbreviations): void {
  const quotes = wholeQuotes(line)
  let quote = 0
  let start = skipSpace(line, 0)
  for (const { 0: mark, index } of line.matchAll(TERMINATOR)) {
    const end = index + mark.length
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) < end) quote++
    if (end <= start || (quotes[quote]?.start ?? end) <= index) continue
    if (!endsSentence({ text: line, start, at: index, mark, end }, words)) continue
    addSpan(spans, line, start, end, offset)
    start = skipSpace(line, end)
    if (spans.length >= MAX_SENTENCES) return
  }
  const rest = line.trimEnd().length
  if (rest > start) addSpan(spans, line, start, rest, offset)
}

/** Nobody breaks lines for their length later than this. */
const MAX_WRAPPED_CHARS = 120

/** The paragraph, cut at line breaks that begin something new: a list, headings, one paragraph per line. */
function* linesOf(paragraph: string): Iterable<Span> {
  if (!paragraph.includes('\n')) return yield [0, paragraph.length]
  const lines = paragraph.split('\n')
  const width = Math.max(...lines.slice(0, 1_000).map((line) => line.trim().length))
  let from = 0
  let to = -1
  for (const [index, line] of lines.entries()) {
    to += line.length + 1
    const following = lines[index + 1]
    if (following === undefined || isHardBreak(line.trim(), following.trim(), width)) {
      yield [from, to]
      from = to + 1
    }
  }
}

/** A break was made for the length of the line when the first word behind it would not have fitted before it. */
function isHardBreak(line: string, following: string, width: number): boolean {
  if (line === '' || !/^["“„«]?[\p{Lu}\p{N}•*►-]/u.test(following) || /[,;(\-–]$/.test(line)) return false
  if (/:$/.test(line) && /^["“„«]/.test(following)) return false
  const firstWord = /^\S+/.exec(following)?.[0].length ?? 0
  return line.length > MAX_WRAPPED_CHARS || line.length + 1 + firstWord <= width
}

function wholeQuotes(paragraph: string): readonly QuoteMention[] {
  if (!/["“„«»「『‘”]/.test(paragraph)) return []
  return findQuotes(paragraph).filter((quote) => quote.text.length <= MAX_WHOLE_QUOTE_CHARS)
}

function addSpan(spans: Span[], text: string, start: number, end: number, offset: number): void {
  let from = start
  while (end - from > MAX_SENTENCE_CHARS) {
    const to = cutBefore(text, from, from + MAX_SENTENCE_CHARS)
    spans.push([offset + from, offset + text.slice(0, to).trimEnd().length])
    from = skipSpace(text, to)
  }
  spans.push([offset + from, offset + end])
}

/** Not in the first third: a piece of a few words would stand alone. */
const SHORTEST_CUT = 1 / 3

/** After the last `;` or `:`, else the last comma, else at the last space, else between two characters. */
function cutBefore(text: string, from: number, limit: number): number {
  const window = text.slice(from, limit)
  const least = window.length * SHORTEST_CUT
  for (const boundary of [/[;:](?=\s)|[；：]/g, /,(?=\s)|[，、]/g, /(?=\s)/g]) {
    let last = -1
    for (const match of window.matchAll(boundary)) last = match.index + match[0].length
    if (last > least) return from + last
  }
  return from + lastGraphemeEnd(text.slice(limit - 64, limit + 64), 64) + window.length - 64
}

function lastGraphemeEnd(text: string, limit: number): number {
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  let end = 0
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return end > 0 ? end : limit
}
let graphemes: Intl.Segmenter | undefined
