// Words of a text and the stems they are compared by.

import { fold } from './normalise.ts'
import { stemEnglish } from './stem-english.ts'
import { STOP_WORDS } from './stop-words.ts'
import { WordCache } from './word-cache.ts'
import { eachWord, type Within } from './words.ts'

export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Scripts written without spaces: Thai, Lao, Burmese, Khmer, Han and kana. Hangul has spaces. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/
const CJK_CHARACTER = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3々]|[\u{20000}-\u{3ffff}]/u
const CJK_CHARACTERS = new RegExp(CJK_CHARACTER.source, 'gu')

/** Words in order, with their place in the text. Text without spaces is cut into words by the rules of its script. */
export function tokenize(text: string, language: string): readonly Token[] {
  const tokens: Token[] = []
  const unspaced = UNSPACED.test(text)
  eachWord(text, (start, end) => {
    const token = { text: text.slice(start, end), start, end }
    if (unspaced && UNSPACED.test(token.text)) tokens.push(...unspacedWords(token, codeOf(language)))
    else tokens.push(token)
  })
  return tokens
}

/** What the forms of a word have in common: English by its endings, others by their first six letters. */
export function stem(word: string, language: string): string {
  const code = codeOf(language)
  return cacheOf(stems, code).get(word, 0, word.length, (found) => stemOf(found, code))
}

export function isStopWord(word: string, language: string): boolean {
  return isStop(fold(word).replaceAll("'", ''), codeOf(language))
}

/** Stems of the words that carry meaning, in order, repeats kept. Parts of hyphenated words count as words. */
export function contentStems(text: string, language: string): readonly string[] {
  const [stems = []] = contentStemsWithin(text, language, [{ start: 0, end: text.length }])
  return stems
}

/** The same of several stretches of a text, such as its sentences. */
export function contentStemsWithin(
  text: string,
  language: string,
  stretches: readonly Within[],
): readonly (readonly string[])[] {
  const code = codeOf(language)
  let found: string[] = []
  const within = (add: (start: number, end: number) => void) =>
    stretches.map((stretch) => {
      found = []
      eachWord(text, add, stretch)
      return found
    })
  if (UNSPACED.test(text)) {
    return within((start, end) => found.push(...unspacedContent(text.slice(start, end), code)))
  }
  const known = cacheOf(contents, code)
  const find = (word: string) => kept(contentOf(word, code), word)
  return within((start, end) => {
    const content = known.get(text, start, end, find)
    if (typeof content === 'string') found.push(content)
    else for (const part of content) found.push(part)
  })
}

function unspacedContent(word: string, code: string): readonly string[] {
  if (!UNSPACED.test(word)) return contentOf(word, code)
  return unspacedWords({ text: word, start: 0, end: word.length }, code).flatMap(({ text }) =>
    contentOf(text, code),
  )
}

/** What a word gives, mostly one stem; ten thousands are remembered, so that each is as small as it can be. */
type Content = string | readonly string[]

function kept(stems: readonly string[], word: string): Content {
  const [first = '', second] = stems
  if (stems.length === 0 || second !== undefined) return stems
  return first === word ? word : first
}

/**
 * What full-text search stores and is asked with: content stems with spaces between. Chinese, Japanese and Korean are
 * given character by character, so that a quoted run of characters is found as a phrase whatever its length.
 */
export function searchText(text: string, language: string): string {
  if (!hasCjk(text)) return contentStems(text, language).join(' ')
  const apart = text.replace(CJK_CHARACTERS, ' $& ')
  const found: string[] = []
  eachWord(apart, (start, end) => {
    const word = apart.slice(start, end)
    if (CJK_CHARACTER.test(word)) found.push(word)
    else found.push(...contentStems(word, language))
  })
  return found.join(' ')
}

export function hasCjk(text: string): boolean {
  return CJK_CHARACTER.test(text)
}

const stems = new Map<string, WordCache<string>>()
const contents = new Map<string, WordCache<Content>>()
const segmenters = new Map<string, Intl.Segmenter>()

function cacheOf<T>(caches: Map<string, WordCache<T>>, code: string): WordCache<T> {
  const known = caches.get(code)
  if (known) return known
  const cache = new WordCache<T>()
  caches.set(code, cache)
  return cache
}

/** `en-GB` is English. */
function codeOf(language: string): string {
  return (language.length > 2 ? (language.split(/[-_]/, 1)[0] ?? '') : language).toLowerCase()
}

const ELISION: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quelqu)'(?=\p{L})/u,
  it: /^(?:[ldcsmtv]|un|dell|all|nell|sull|dall|quell|quest|bell|grand)'(?=\p{L})/u,
  ca: /^[ldsmtn]'(?=\p{L})/u,
}

function stemOf(word: string, language: string): string {
  const folded = bare(word, language)
  if (/\d/.test(folded)) return folded.replace(/(?<=\d),(?=\d)/g, '')
  if (language === 'en') return stemEnglish(folded)
  if (/^[\uac00-\ud7a3]+$/.test(folded)) return folded.slice(0, 2)
  return folded.length > 6 ? Array.from(folded.slice(0, 12)).slice(0, 6).join('') : folded
}

function bare(word: string, language: string): string {
  const folded = fold(word)
  const elision = ELISION[language]
  return (elision ? folded.replace(elision, '') : folded).replaceAll("'", '')
}

function isStop(folded: string, language: string): boolean {
  if (language === 'ja') return /^[\u3041-\u3096]{1,2}$/.test(folded)
  return STOP_WORDS[language]?.has(folded) ?? false
}

/** Capitals make these words names: the United States, the World Health Organization. */
const ACRONYM = /^(?:US|U\.S\.?|WHO)$/

function contentOf(word: string, code: string): readonly string[] {
  const found: string[] = []
  for (const part of partsOf(word)) {
    const folded = bare(part, code)
    if (folded === '' || (isStop(folded, code) && !ACRONYM.test(part))) continue
    if (folded.length === 1 && !/\d/.test(folded) && !CJK_CHARACTER.test(folded)) continue
    found.push(stem(part, code))
  }
  return found
}

/** Openings that are also written without the hyphen: re-elected, cease-fire; and any single letter: G-7, e-mail. */
const JOINED_OPENING = /^(?:re|co|pre|cease|\p{L})$/iu

function partsOf(word: string): readonly string[] {
  if (!/[-\u2010\u2011]/.test(word)) return [word]
  const parts = word.split(/[-\u2010\u2011]/)
  const [first = '', second] = parts
  if (parts.length === 2 && second && JOINED_OPENING.test(first)) return [first + second]
  return parts
}

function unspacedWords(token: Token, code: string): readonly Token[] {
  const words: Token[] = []
  for (const { segment, index, isWordLike } of segmenterOf(code).segment(token.text)) {
    const start = token.start + index
    if (isWordLike) words.push({ text: segment, start, end: start + segment.length })
  }
  return words
}

function segmenterOf(code: string): Intl.Segmenter {
  const known = segmenters.get(code)
  if (known) return known
  const segmenter = new Intl.Segmenter(/^[a-z]{2,3}$/.test(code) ? code : 'und', { granularity: 'word' })
  segmenters.set(code, segmenter)
  return segmenter
}
