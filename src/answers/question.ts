// What a reader wants to know: the kind of question, what an answer must hold, the words to look for, and the sources
// and times it is limited to (grounding 6.2, steps 1 and 2). Nothing here looks into the store.

import type { NameMention } from '../text/names.ts'
import { fold } from '../text/normalise.ts'
import { findQuotes } from '../text/quotes.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { contentStems, isStopWord, type Token, tokenize } from '../text/tokens.ts'
import { findNamedSources, type NamedSource, standsAsSource } from './named-sources.ts'
import { findPeriods, type Period } from './period.ts'
import { bare, kindOf, type QuestionKind } from './question-kind.ts'
import { askedFor, type Expected, hasQuestionWord, isYesNo } from './question-words.ts'
import { findSureNames } from './sure-names.ts'

/** A word to look for. `factor` scales its rarity: the noun that only says what is asked for weighs little. */
export interface Term {
  readonly text: string
  readonly factor: number
  readonly isName: boolean
  /** What a follow-up says itself, beside the words it borrows. */
  readonly isNew?: boolean
}

export interface Question {
  readonly text: string
  readonly language: string
  readonly kind: QuestionKind
  readonly expected: Expected
  /** What the question before a follow-up asked for, where the follow-up does not say. */
  readonly expectedBefore?: Expected
  readonly isYesNo: boolean
  /** A follow-up that says only what kind of answer it wants: "why?", "how much?" */
  readonly isBare?: boolean
  readonly terms: readonly Term[]
  /** Each once; sources that the question asks of are none. */
  readonly names: readonly NameMention[]
  /** What stands in quotation marks. */
  readonly phrases: readonly string[]
  readonly sources: readonly NamedSource[]
  /** Names that stand where sources stand, and under which nothing is stored. */
  readonly strangeSources: readonly string[]
  readonly periods: readonly Period[]
  /** "Latest", "now", "today": the newest matters most. */
  readonly wantsLatest: boolean
  /** The two things compared, if it compares. */
  readonly sides?: readonly [string, string]
}

/** So many words about what several sources say ask for several facts at once, and no one article holds them all. */
const LONG_TERMS = 15
/** So many do where two sources are named, or two days. */
const SEVERAL_TERMS = 8
const HEAD_NOUN_FACTOR = 0.35
const WEAK_FACTOR = 0.35

/** Words of asking and of reporting: they say little about where the answer is. */
const WEAK: Readonly<Record<string, string>> = {
  en: `say tell happen mention describe discuss report article according story news call name explain exactly currently
    recent recently latest now today week compare comparison difference kind type sort thing`,
  de: 'sagen berichten passieren geschehen erklaren meldung nachricht artikel art heute aktuell neueste',
  fr: 'dire passer arriver expliquer article nouvelle type sorte',
  es: 'decir pasar ocurrir explicar articulo noticia tipo',
  ru: 'говорить сказать произошло случилось статья новость',
}

const LATEST =
  /\b(?:latest|newest|most recent|right now|now|currently|at the moment|today|aktuell|neueste[nrs]?|jetzt|heute|derni[eè]re?s?|actuellement|ultim[oa]s?|ahora|actualmente)\b|(?<!\p{L})(?:сейчас|последн\p{L}+|сегодня)(?!\p{L})/u

export interface ReadOptions {
  readonly now: number
  readonly sourceNames: readonly string[]
  readonly language?: string
}

export function isLong({ terms, sources, strangeSources }: Question): boolean {
  return terms.length >= LONG_TERMS && sources.length + strangeSources.length > 0
}

/**
 * It asks what several articles say: no sentence of one of them holds it all. A shorter one must name somebody: names
 * are then what tells whether an article is about something else.
 */
export function asksForSeveral(question: Question): boolean {
  if (isLong(question)) return true
  const { terms, names, sources, strangeSources, periods } = question
  const asked = sources.length + strangeSources.length
  const days = periods.filter(({ isRelative }) => !isRelative).length
  return terms.length >= SEVERAL_TERMS && names.length > 0 && asked > 0 && (asked > 1 || days > 1)
}

export function readQuestion(text: string, options: ReadOptions): Question {
  const trimmed = text.trim()
  const language = options.language ?? languageOf(trimmed)
  const asking = bare(askingSentence(trimmed))
  const { expected, headNoun } = askedFor(asking, language)
  const sources = findNamedSources(trimmed, options.sourceNames)
  const periods = findPeriods(trimmed, language, options.now)
  const certain = sources.filter(({ isCertain }) => isCertain)
  const searched = without(trimmed, [...certain, ...periods.filter(({ isRelative }) => isRelative)])
  const names = findSureNames(searched, language).map((name) => withoutCommand(name, language))
  const sides = sidesOf(trimmed)
  return {
    text: trimmed,
    language,
    kind: kindOf(asking),
    expected,
    isYesNo: isYesNo(asking, language),
    terms: termsOf(searched, language, names, headNoun),
    names: [...new Map(names.map((name) => [name.text, name])).values()],
    phrases: findQuotes(searched).map((quote) => quote.text),
    sources,
    strangeSources: names
      .filter(({ start, end }) => standsAsSource(trimmed, start, end))
      .map(({ text: name }) => name),
    periods,
    wantsLatest: LATEST.test(asking),
    ...(sides && { sides }),
  }
}

/** "A man was convicted. How old is he?" asks with its last sentence. */
function askingSentence(text: string): string {
  const asking = text.match(/[^.!?]*\?/g)?.at(-1)
  return asking && asking.trim().split(/\s+/).length > 2 ? asking : text
}

function termsOf(
  text: string,
  language: string,
  names: readonly NameMention[],
  headNoun: string | undefined,
): readonly Term[] {
  const terms = new Map<string, Term>()
  for (const token of tokenize(text, language)) {
    const stems = contentStems(token.text, language)
    if (stems.length === 0 || hasQuestionWord(fold(token.text), language)) continue
    const key = stems.join(' ')
    const isName = names.some((name) => token.start >= name.start && token.start < name.end)
    if (terms.get(key)?.isName) continue
    terms.set(key, { text: token.text, factor: isName ? 1 : factorOf(token, language, headNoun), isName })
  }
  return [...terms.values()]
}

function factorOf(token: Token, language: string, headNoun: string | undefined): number {
  const folded = fold(token.text)
  if (headNoun !== undefined && folded === headNoun) return HEAD_NOUN_FACTOR
  return isWeak(token.text, language) ? WEAK_FACTOR : 1
}

function isWeak(word: string, language: string): boolean {
  const [first] = contentStems(word, language)
  return first !== undefined && weakStems(language).has(first)
}

const weak = new Map<string, ReadonlySet<string>>()

function weakStems(language: string): ReadonlySet<string> {
  const known = weak.get(language) ?? new Set(contentStems(WEAK[language] ?? '', language))
  weak.set(language, known)
  return known
}

/** "Compare Norvia" and "Explain Norvia" ask about Norvia. */
function withoutCommand(name: NameMention, language: string): NameMention {
  const [first = '', ...tokens] = name.tokens
  if (!name.isSentenceStart || tokens.length === 0 || !isWeak(first, language)) return name
  const cut = name.text.indexOf(tokens[0] ?? '', first.length)
  return { ...name, text: name.text.slice(cut), tokens, start: name.start + cut, isSentenceStart: false }
}

function without(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
}

const SIDES: readonly RegExp[] = [
  /\b(?:compare|comparing)\s+(.+?)\s+(?:and|with|to|versus|vs\.?)\s+(.+?)[?.!]*$/iu,
  /\b(?:difference|differences) between\s+(.+?)\s+and\s+(.+?)[?.!]*$/iu,
  /\bcompared? (?:to|with)\s+(.+?)\s+and\s+(.+?)[?.!]*$/iu,
  /(?:^|[,:]\s*|\b(?:of|in|by|for|about|between)\s+)([\p{L}\p{N}' .-]{2,60}?)\s+(?:vs\.?|versus)\s+([\p{L}\p{N}' .-]{2,60}?)[?.!]*$/iu,
  /\bboth\s+(.+?)\s+and\s+([\p{Lu}][\p{L}\p{N}'-]*(?:\s+\p{Lu}[\p{L}\p{N}'-]*)*)/u,
  /,\s+((?:the\s+)?\p{Lu}[\p{L}\p{N}'-]*(?:\s+\p{Lu}[\p{L}\p{N}'-]*)*)\s+or\s+((?:the\s+)?\p{Lu}[\p{L}\p{N}'-]*(?:\s+\p{Lu}[\p{L}\p{N}'-]*)*)\s*\?/u,
]

function sidesOf(text: string): readonly [string, string] | undefined {
  for (const pattern of SIDES) {
    const [, left, right] = pattern.exec(text) ?? []
    if (left && right && left.split(' ').length <= 8 && right.split(' ').length <= 8) return [left, right]
  }
  return undefined
}

const CANDIDATES = ['en', ...Object.keys(STOP_WORDS).filter((code) => code !== 'en')]

/** A question is too short for statistics; its little words tell. English when they do not. */
export function languageOf(text: string): string {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  const words = tokenize(text, 'en').map((token) => fold(token.text))
  let best = 'en'
  let most = 0
  for (const code of CANDIDATES) {
    const count = words.filter((word) => isStopWord(word, code)).length
    if (count > most) [best, most] = [code, count]
  }
  return most === 0 && /\p{Script=Cyrillic}/u.test(text) ? 'ru' : best
}
