// A story with what selection needs to know of it, and no more: thousands of them are held in memory.

import type { Article, Story } from '../domain.ts'
import { importanceOf } from '../stories/rank-stories.ts'
import { hostOf, sourceName } from '../summarizer/source-of.ts'
import { backgroundFrequencies } from '../text/frequencies.ts'
import { fold } from '../text/normalise.ts'
import { heaviest, type Vector, vectorFrom, vectorOf } from '../text/vector.ts'
import { stemRun, stemsOf, type TopicWords } from './match-topics.ts'

export interface CandidateArticle
  extends TopicWords,
    Pick<Article, 'id' | 'revision' | 'duplicateGroup' | 'publishedAt' | 'storedAt' | 'publisher' | 'site'> {}

export interface Candidate {
  readonly story: Story
  /** The latest of them, in the order of the story. */
  readonly articles: readonly CandidateArticle[]
  readonly importance: number
  /** The name of the source whose article heads the story. */
  readonly source: string
  /** What the story is about, to be compared with others. */
  readonly subject: () => Vector
}

/** A topic is in an article when its title or so much of its beginning says it. */
const LEAD_SENTENCES = 5
const SUBJECT_STEMS = 30

export function candidateArticle(article: Article): CandidateArticle {
  const { id, revision, duplicateGroup, publishedAt, storedAt, publisher, site, language, text } = article
  const end = article.sentences[LEAD_SENTENCES - 1]?.end ?? text.length
  const names = [publisher, site, hostOf(article.url)].filter((name) => name !== undefined)
  return {
    id,
    revision,
    duplicateGroup,
    storedAt,
    language,
    title: stemRun(article.title, language),
    lead: stemRun(text.slice(0, end), language),
    sources: [...new Set(names.map(fold))],
    categories: (article.categories ?? []).map(fold),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publisher !== undefined && { publisher }),
    ...(site !== undefined && { site }),
  }
}

/** Undefined when none of its articles is at hand. */
export function candidateOf(
  story: Story,
  articles: readonly CandidateArticle[],
  now: number,
): Candidate | undefined {
  const title = stemRun(story.headline, story.language)
  const head = articles.find((article) => article.title === title) ?? articles[0]
  if (!head) return undefined
  let subject: Vector | undefined
  return {
    story,
    articles,
    importance: importanceOf(story, articles, now),
    source: head.sources[0] ?? sourceName({}),
    subject: () => {
      subject ??= subjectOf(head, story.language)
      return subject
    },
  }
}

/** The same for a text, so that what a chat was told can be compared with what there is. */
export function subjectOfText(text: string, language: string): Vector {
  return subjectOf({ title: '', lead: stemRun(text, language) }, language)
}

function subjectOf(words: Pick<TopicWords, 'title' | 'lead'>, language: string): Vector {
  const { weights } = vectorOf(stemsOf(words), backgroundFrequencies(language))
  return vectorFrom(new Map(heaviest(weights, SUBJECT_STEMS)))
}
