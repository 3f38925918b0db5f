// What a passage must hold to be an answer, however well its words fit: the source, the time, the names and the telling
// word of the question, and what it asks for. Another company's figure, or that of another year, is a false statement to
// whoever asked, so in doubt it is shown as the closest there is.

import type { Article, Sentence } from '../domain.ts'
import { isAnaphoric } from '../summarizer/sentence-traits.ts'
import { type DateMention, datesMatch } from '../text/dates.ts'
import { calendarNames } from '../text/month-names.ts'
import { ROLES } from '../text/name-words.ts'
import { findNames, nameSupport } from '../text/names.ts'
import { fold } from '../text/normalise.ts'
import { analyse } from './analysed-article.ts'
import { POOR_FIT } from './answer-spans.ts'
import type { Passage } from './passages.ts'
import { datesIn, type Period } from './period.ts'
import type { Query, QueryTerm } from './query.ts'
import { asksForSeveral, type Question } from './question.ts'
import { type Candidate, timeOf } from './retrieve.ts'
import { FEATURES } from './sentence-features.ts'
import { heldWords, shareHeld } from './word-match.ts'

export type Lack = 'source' | 'period' | 'name' | 'word' | 'kind'

/** News tells in its title and first sentences what all of it is about. */
const LEAD_SENTENCES = 2
/** That of publication. */
const THE_DAY: DateMention = { relative: 'today', text: '', start: 0, end: 0 }
/** A word with less of the weight of all of them is one of many. */
const TELLING_SHARE = 0.25
const AS_RARE = 0.98
/** One of so many words may be said otherwise. */
const MANY_WORDS = 3
/** Languages whose words for causes are known. */
const REASONED: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es', 'ru'])

/** The first thing that is missing; undefined when the passage may answer. */
export function lackOf(question: Question, query: Query, passage: Passage): Lack | undefined {
  if (!isOfNamedSource(question, passage.candidate)) return 'source'
  if (asksForSeveral(question)) return undefined
  if (!question.periods.every((period) => isOfPeriod(passage, period))) return 'period'
  if (!holdsNames(question, passage)) return 'name'
  if (!holdsTellingWords(query, passage)) return 'word'
  return holdsKind(question, query, passage) ? undefined : 'kind'
}

/** "According to the Harbour Post" wants to hear the Harbour Post. */
function isOfNamedSource({ sources }: Question, { article }: Candidate): boolean {
  const certain = sources.filter(({ isCertain }) => isCertain)
  return (
    certain.length === 0 || certain.some(({ name }) => name === article.publisher || name === article.site)
  )
}

/** By the passage's own dates, else by those of the title, else by the day of publication. */
function isOfPeriod(passage: Passage, period: Period): boolean {
  const { date, said } = period
  const own = ownText(passage)
  if (!date || said?.test(fold(own))) return true
  const { article } = passage.candidate
  for (const text of [own, article.title]) {
    const dates = datesIn(text, article.language)
    if (dates.length > 0) return dates.some((other) => datesMatch(date, other, timeOf(article)))
  }
  return article.publishedAt !== undefined && datesMatch(date, THE_DAY, article.publishedAt)
}

/**
 * Every name stands in the passage, beside it, or in what the article is about. A neighbour's name is meant only by a
 * passage that points back or holds another name of the question; and of two names in the title, a passage that holds
 * the other one alone is about that one.
 */
function holdsNames({ names }: Question, passage: Passage): boolean {
  const { article } = passage.candidate
  const isIn = (text: string) => (name: (typeof names)[number]) =>
    nameSupport(name, text, { language: article.language }) === 'found' &&
    (!name.tokens.every((token) => ROLES.has(fold(token))) || text.includes(name.text))
  const own = ownText(passage)
  const isOwn = isIn(own)
  const missing = names.filter((name) => !isOwn(name))
  if (missing.length === 0) return true
  const about = [article.title, ...leadOf(passage.candidate), article.publisher, article.site].join('\n')
  const strange = missing.filter((name) => !isIn(about)(name))
  if (strange.length === 0) return missing.length < names.length || !isAboutOther(passage, names, own)
  const pointsBack = missing.length < names.length || isAnaphoric(own, article.language)
  return pointsBack && strange.every(isIn(`${sentenceBefore(passage)}\n${sentenceAfter(passage)}`))
}

/** It speaks of another name of the title, which is more than the name that is asked for. */
function isAboutOther({ candidate: { article } }: Passage, asked: Question['names'], own: string): boolean {
  const isAsked = (token: string) => asked.some(({ tokens }) => tokens.includes(token))
  return findNames(article.title, article.language).some(
    ({ text, tokens }) => own.includes(text) && !tokens.some(isAsked),
  )
}

/**
 * The rarest word of the question that is no name and no figure stands in the passage, the title or the first sentence:
 * an article about rents does not say what wages do. Of several that are as rare, all do.
 */
function holdsTellingWords(query: Query, passage: Passage): boolean {
  const words = plainWords(query, passage)
  const rarest = Math.max(...words.map(({ weight }) => weight))
  const all = words.reduce((sum, { weight }) => sum + weight, 0)
  if (rarest < TELLING_SHARE * all) return true
  return holdsAll(
    passage,
    words.filter(({ weight }) => weight >= AS_RARE * rarest),
  )
}

/** What a question says itself, beside names, figures, and words that only ask. */
function plainWords(query: Query, { candidate: { article } }: Passage): readonly QueryTerm[] {
  const terms = [...query.termsIn(article.language).values()]
  const isFollowUp = terms.some(({ isNew }) => isNew !== undefined)
  return terms.filter(
    ({ stem, factor, isName, isNew }) =>
      factor === 1 && !isName && !/\d/.test(stem) && (!isFollowUp || isNew),
  )
}

function holdsAll({ candidate, sentences }: Passage, words: readonly QueryTerm[]): boolean {
  const { article } = candidate
  const analysed = analyse(article)
  const places = [0, ...sentences.map((sentence) => article.sentences.indexOf(sentence))]
  const stems = [...analysed.titleStems, ...places.flatMap((place) => analysed.sentences[place] ?? [])]
  const held = heldWords(stems, '', article.language)
  return words.every((word) => shareHeld(word, held) > 0)
}

/** A figure, an age, a name or a date, where those can be told from other words; a reason may be told without "because". */
function holdsKind(question: Question, query: Query, passage: Passage): boolean {
  if (!canTell(question, ownText(passage), passage.candidate.article.language)) return true
  const words = plainWords(query, passage)
  const isThere = (passage.features[FEATURES.indexOf('span')] ?? 0) > POOR_FIT
  if (question.expected === 'reason' && words.length > 1) return isThere || holdsAll(passage, words)
  return isThere && (question.expected !== 'count' || tellsOfCounted(words, passage))
}

/** "How many patients died?" is no question of how many there were. The noun that is counted may be left out. */
function tellsOfCounted([, ...told]: readonly QueryTerm[], passage: Passage): boolean {
  return told.length >= MANY_WORDS || holdsAll(passage, told)
}

function canTell({ expected, terms }: Question, text: string, language: string): boolean {
  switch (expected) {
    case 'age':
    case 'count':
    case 'number':
    case 'percent':
    case 'money':
      return true
    case 'date':
      return language in calendarNames
    case 'person':
    case 'organisation':
    case 'place':
    case 'name':
      // "Who is Tessa Bruun?" wants no other name. German writes every noun with a capital, other scripts write none.
      if (expected === 'person' && terms.every(({ isName }) => isName)) return false
      return language !== 'de' && /\p{Lu}/u.test(text)
    case 'reason':
      return REASONED.has(language)
    case 'clause':
    case 'thing':
      return false
  }
}

function ownText({ candidate: { article }, sentences }: Passage): string {
  return sentences.map(({ start, end }) => article.text.slice(start, end)).join(' ')
}

function leadOf({ article }: Candidate): readonly string[] {
  return article.sentences.slice(0, LEAD_SENTENCES).map(wordingIn(article))
}

function sentenceBefore({ candidate: { article }, sentences: [first] }: Passage): string {
  const before = first && article.sentences[article.sentences.indexOf(first) - 1]
  return before ? wordingIn(article)(before) : ''
}

function sentenceAfter({ candidate: { article }, sentences }: Passage): string {
  const last = sentences.at(-1)
  const after = last && article.sentences[article.sentences.indexOf(last) + 1]
  return after ? wordingIn(article)(after) : ''
}

function wordingIn({ text }: Article): (sentence: Sentence) => string {
  return ({ start, end }) => text.slice(start, end)
}
