// From the words of a question to the articles and windows that most likely answer it (grounding 6.2 step 4).

import { DAY_MS } from '../clock.ts'
import type { Article, Focus } from '../domain.ts'
import type { ArticleMatch, Store } from '../ports.ts'
import { stemHashesOf } from './analysed-article.ts'
import type { Period } from './period.ts'
import { createQuery, type Query } from './query.ts'
import type { Question } from './question.ts'
import { type Coverage, countTerms, coverageOf, type TermCounts } from './term-counts.ts'
import { type Scores, scoreArticle, type Window } from './windows.ts'

export interface Candidate extends Coverage {
  readonly article: Article
  readonly counts: TermCounts
  /** Of title, best window and article as a whole, with recency and focus; larger is better. */
  readonly score: number
  readonly windows: readonly Window[]
  readonly bestWindow: Window
}

export interface Retrieval {
  readonly query: Query
  /** Best first; duplicates are all there. */
  readonly candidates: readonly Candidate[]
}

export interface RetrieveOptions {
  readonly now: number
  readonly focus?: Focus
  /** How many articles to look into. */
  readonly limit?: number
}

/** Of the best matches of all times, of each source named, and of the last weeks. */
const LOOKED_INTO = 50
const OF_A_SOURCE = 25
const OF_THE_LAST_WEEKS = 25
const LAST_WEEKS_MS = 30 * DAY_MS
const MOST_SOURCES = 4

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): how little the first ranks are apart. */
const RANK_OFFSET = 60
// Measured by `npm run bench -- retrieval`: what each list counts, and what recency, sources and periods multiply.
const MATCH_WEIGHT = 1
const WHOLE_WEIGHT = 1.5
const WINDOW_WEIGHT = 0.5
const LEAD_WEIGHT = 1
/** Ranks forget by how much: in a store of two articles the last is as near as the second of a thousand. */
const UNLED_SHARE = 0.9
const HALF_LIFE_DAYS = 7
const LATEST_HALF_LIFE_DAYS = 1.5
/** So much of its relevance an old article keeps. */
const OLD_SHARE = 0.6
const LATEST_OLD_SHARE = 0.45
const FOCUS_BOOST = 1.5
const SOURCE_BOOST = 3
const PERIOD_BOOST = 1.5
const LANGUAGE_BOOST = 1.15
/** A period filters only while so many articles that hold so much of the question remain (design section 7). */
const ENOUGH_ARTICLES = 3
const ENOUGH_COVERAGE = 0.4

export async function retrieve(
  store: Store,
  question: Question,
  options: RetrieveOptions,
): Promise<Retrieval> {
  const query = await createQuery(store, question.terms, question.language)
  if (query.anyOf.length === 0) return { query, candidates: [] }
  const looks = await looksOf(store, question, query, options)
  return { query, candidates: sourcesFirst(ranked(looks, question, options), question) }
}

interface Look extends Scores, Coverage {
  readonly match: ArticleMatch
  readonly counts: TermCounts
}

async function looksOf(
  store: Store,
  question: Question,
  query: Query,
  { now, limit = LOOKED_INTO }: RetrieveOptions,
): Promise<readonly Look[]> {
  const { anyOf } = query
  const lookAt = (matches: readonly ArticleMatch[]) => matches.map((match) => lookInto(match, query))
  const [period] = question.periods
  if (period?.isRelative) {
    const within = lookAt(await store.matchArticles({ anyOf, limit, ...boundsOf(period) }))
    if (within.filter(({ coverage }) => coverage >= ENOUGH_COVERAGE).length >= ENOUGH_ARTICLES) return within
  }
  const best = await store.matchArticles({ anyOf, limit })
  const lists = [best]
  const lastWeeks = { since: now - LAST_WEEKS_MS, until: now + DAY_MS }
  if (best.length >= limit && !holdsBestOf(best, lastWeeks))
    lists.push(await store.matchArticles({ anyOf, limit: OF_THE_LAST_WEEKS, ...lastWeeks }))
  for (const { name } of question.sources.slice(0, MOST_SOURCES)) {
    lists.push(await store.matchArticles({ anyOf, limit: OF_A_SOURCE, sourceName: name }))
  }
  return lookAt([...new Map(lists.flat().map((match) => [match.article.id, match])).values()])
}

type Stretch = Pick<Period, 'since' | 'until'>

/** So many of the best of all times are of the last weeks that asking for the best of these would bring no other. */
function holdsBestOf(best: readonly ArticleMatch[], lastWeeks: Stretch): boolean {
  return best.filter(({ article }) => isWithin(timeOf(article), lastWeeks)).length >= OF_THE_LAST_WEEKS
}

type MatchQuery = Parameters<Store['matchArticles']>[0]

function boundsOf({ since, until }: Period): Pick<MatchQuery, 'since' | 'until'> {
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) }
}

function lookInto(match: ArticleMatch, query: Query): Look {
  const { article, stemHashes = stemHashesOf(article) } = match
  const counts = countTerms(stemHashes, query.termsIn(article.language))
  return { match, counts, ...scoreArticle(counts), ...coverageOf(counts) }
}

/** Four lists fused by rank: full text, the article as a whole, its best window, its title and beginning. */
function ranked(looks: readonly Look[], question: Question, options: RetrieveOptions): readonly Candidate[] {
  const lists = [
    { weight: MATCH_WEIGHT, rankOf: ranksBy(looks, ({ match }) => match.score) },
    { weight: WHOLE_WEIGHT, rankOf: ranksBy(looks, ({ whole }) => whole) },
    { weight: WINDOW_WEIGHT, rankOf: ranksBy(looks, ({ bestWindow }) => bestWindow.score) },
    { weight: LEAD_WEIGHT, rankOf: ranksBy(looks, ({ leadCoverage }) => leadCoverage) },
  ]
  return looks
    .map((look) => {
      const { article } = look.match
      const fused = lists.reduce((sum, { weight, rankOf }) => sum + weight / (RANK_OFFSET + rankOf(look)), 0)
      const led = UNLED_SHARE + (1 - UNLED_SHARE) * look.leadCoverage
      return { ...look, article, score: fused * led * boostOf(article, question, options) }
    })
    .sort((a, b) => b.score - a.score || timeOf(b.article) - timeOf(a.article))
}

/** From 1; equals share a rank. */
function ranksBy(looks: readonly Look[], measure: (look: Look) => number): (look: Look) => number {
  const sorted = looks.map(measure).sort((a, b) => b - a)
  const ranks = new Map<number, number>()
  for (const [place, value] of sorted.entries()) if (!ranks.has(value)) ranks.set(value, place + 1)
  return (look) => ranks.get(measure(look)) ?? looks.length
}

/** A question that names several sources wants to hear each: the best article of each comes first. */
function sourcesFirst(candidates: readonly Candidate[], question: Question): readonly Candidate[] {
  if (question.sources.length < 2) return candidates
  const firsts = new Set<Candidate>()
  for (const { name } of question.sources) {
    const first = candidates.find(({ article }) => article.publisher === name || article.site === name)
    if (first) firsts.add(first)
  }
  return [
    ...candidates.filter((candidate) => firsts.has(candidate)),
    ...candidates.filter((candidate) => !firsts.has(candidate)),
  ]
}

function boostOf(article: Article, question: Question, { now, focus }: RetrieveOptions): number {
  const isOfPeriod = question.periods.some((period) => isWithin(timeOf(article), period))
  return (
    (isOfPeriod ? PERIOD_BOOST : recencyOf(article, question, now)) *
    (isOfFocus(article, focus) ? FOCUS_BOOST : 1) *
    (isOfNamedSource(article, question) ? SOURCE_BOOST : 1) *
    (article.language === question.language ? LANGUAGE_BOOST : 1)
  )
}

export function isOfFocus({ id, storyId }: Article, focus: Focus | undefined): boolean {
  if (!focus) return false
  return focus.articleIds.includes(id) || (storyId !== undefined && focus.storyIds.includes(storyId))
}

/** Near to `now` counts, before or after: a question may be asked as of an earlier day. */
function recencyOf(article: Article, question: Question, now: number): number {
  const ageDays = Math.abs(now - timeOf(article)) / DAY_MS
  const halfLife = question.wantsLatest ? LATEST_HALF_LIFE_DAYS : HALF_LIFE_DAYS
  const share = question.wantsLatest ? LATEST_OLD_SHARE : OLD_SHARE
  return share + (1 - share) * 0.5 ** (ageDays / halfLife)
}

function isOfNamedSource(article: Article, { sources }: Question): boolean {
  return sources.some(({ name }) => name === article.publisher || name === article.site)
}

export function isWithin(at: number, { since, until }: Stretch): boolean {
  return (since === undefined || at >= since) && (until === undefined || at <= until)
}

export function timeOf(article: Article): number {
  return article.publishedAt ?? article.storedAt
}
