// Which stories hold a subscription's topics. Compared are content stems with a space on either side, so that a word, a
// hyphenated word and a phrase are all looked for in the same way: as a run of stems.

import { searchText } from '../text/tokens.ts'
import type { Topics } from './topics.ts'

/** What an article is known by to topics. */
export interface TopicWords {
  readonly language: string
  /** Of the title and of the beginning of the text, as `stemRun` makes them. */
  readonly title: string
  readonly lead: string
  /** Folded: publisher, site, host. */
  readonly sources: readonly string[]
  readonly categories: readonly string[]
}

export interface TopicMatch {
  /** Places in `Topics.wanted`; empty when everything is wanted. */
  readonly topics: readonly number[]
  /** 0 to 1: a title says what an article is about, its beginning what it mentions. */
  readonly interest: number
}

const INTEREST = { title: 1, lead: 0.5 }
const EVERYTHING: TopicMatch = { topics: [], interest: 0 }

export type MatchTopics = (articles: readonly TopicWords[]) => TopicMatch | undefined

/** Undefined for stories that do not fit. */
export function matchTopics(topics: Topics): MatchTopics {
  const runsIn = createRuns(topics)
  const isLeftOut = (article: TopicWords) =>
    runsIn(article.language).unwanted.some((run) => weightIn(article, run) > 0)

  return (articles) => {
    if (!hasAny(articles, topics.sources, ({ sources }) => sources)) return undefined
    if (!hasAny(articles, topics.categories, ({ categories }) => categories)) return undefined
    if (topics.unwanted.length > 0 && articles.some(isLeftOut)) return undefined
    if (topics.wanted.length === 0) return EVERYTHING
    const interests = topics.wanted.map((_, topic) =>
      Math.max(...articles.map((article) => interestOf(article, runsIn(article.language).wanted[topic]))),
    )
    const held = interests.flatMap((interest, topic) => (interest > 0 ? topic : []))
    return held.length === 0 ? undefined : { topics: held, interest: Math.max(...interests) }
  }
}

function hasAny(
  articles: readonly TopicWords[],
  wanted: readonly string[],
  namesOf: (article: TopicWords) => readonly string[],
): boolean {
  return (
    wanted.length === 0 || articles.some((article) => namesOf(article).some((name) => wanted.includes(name)))
  )
}

/** A topic is in the title when all of it is. One of which that language leaves no word is nowhere. */
function interestOf(article: TopicWords, runs: readonly string[] = []): number {
  if (runs.length === 0) return 0
  return Math.min(...runs.map((run) => weightIn(article, run)))
}

function weightIn({ title, lead }: TopicWords, run: string): number {
  if (title.includes(run)) return INTEREST.title
  return lead.includes(run) ? INTEREST.lead : 0
}

/** Content stems between spaces. Words that carry no meaning of their own in that language ("of") are left out. */
export function stemRun(text: string, language: string): string {
  return ` ${searchText(text, language)} `
}

/** The stems of an article's title and beginning, repeats kept. */
export function stemsOf({ title, lead }: Pick<TopicWords, 'title' | 'lead'>): readonly string[] {
  return `${title}${lead}`.split(' ').filter(Boolean)
}

/** Of each topic, in each language, a stem without which it is not said. The longest is likely the rarest. */
export function neededStems({ wanted }: Topics, languages: Iterable<string>): readonly string[] {
  const longest = (run: string) => run.split(' ').reduce((a, b) => (b.length > a.length ? b : a))
  return [...languages].flatMap((language) =>
    wanted.flatMap((topic) => {
      const stems = runsOf(topic, language).map(longest)
      return stems.length === 0 ? [] : stems.reduce((a, b) => (b.length > a.length ? b : a))
    }),
  )
}

interface Runs {
  readonly wanted: readonly (readonly string[])[]
  readonly unwanted: readonly string[]
}

/** The stems of a phrase differ from language to language; they are made once for each. */
function createRuns({ wanted, unwanted }: Topics): (language: string) => Runs {
  const known = new Map<string, Runs>()
  return (language) => {
    const before = known.get(language)
    if (before) return before
    const runs = {
      wanted: wanted.map((topic) => runsOf(topic, language)),
      unwanted: runsOf(unwanted, language),
    }
    known.set(language, runs)
    return runs
  }
}

function runsOf(phrases: readonly string[], language: string): readonly string[] {
  return phrases.map((phrase) => stemRun(phrase, language)).filter((run) => run.trim() !== '')
}
