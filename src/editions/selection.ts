// The order in which stories are taken into an edition: the highest rank first, those unlike what is in it already before
// those like it (grounding 5.5). Shares keep one topic or one source from filling an edition; where nothing else is left,
// they grow one by one. There is no slot outside the interests: a subscription with topics means what it says.

import type { Reason } from '../domain.ts'
import { cosine } from '../text/vector.ts'
import type { Candidate } from './candidate.ts'
import type { TopicMatch } from './match-topics.ts'
import type { ToldStory } from './told-stories.ts'

/** A story that could be told, and how much it matters to the reader. */
export interface Choosable {
  readonly candidate: Candidate
  readonly match: TopicMatch
  readonly rank: number
  /** Set when the chat was told of it before. */
  readonly told?: ToldStory
}

export interface Selection {
  /** The story to be told next; undefined when none is left. */
  take(): Choosable | undefined
  /** The one taken last became an entry. */
  accept(story: Choosable): void
  /** Those not taken, best first, with why. */
  rest(): readonly { readonly story: Choosable; readonly reason: Reason }[]
}

const RANK_WEIGHT = 0.75
const SIMILARITY = { category: 0.4, subject: 0.6 }
const TOPIC_SHARE = 0.4
const MAX_PER_SOURCE = 2

export function createSelection(
  stories: readonly Choosable[],
  { slots, topics }: { readonly slots: number; readonly topics: number },
): Selection {
  const left = new Map(stories.map((story) => [story, { likeness: 0 }]))
  const perTopic = new Map<number, number>()
  const perSource = new Map<string, number>()
  let maxPerTopic = topics > 1 ? Math.max(1, Math.floor(TOPIC_SHARE * slots)) : Number.POSITIVE_INFINITY
  let maxPerSource = MAX_PER_SOURCE

  function heldBack({ match, candidate }: Choosable): Reason | undefined {
    const isFull = (topic: number) => (perTopic.get(topic) ?? 0) >= maxPerTopic
    if (match.topics.length > 0 && match.topics.every(isFull)) return { kind: 'topic-share' }
    return (perSource.get(candidate.source) ?? 0) >= maxPerSource ? { kind: 'source-share' } : undefined
  }

  function best(): Choosable | undefined {
    let found: { readonly story: Choosable; readonly score: number } | undefined
    for (const [story, { likeness }] of left) {
      const score = RANK_WEIGHT * story.rank - (1 - RANK_WEIGHT) * likeness
      if ((!found || score > found.score) && !heldBack(story)) found = { story, score }
    }
    return found?.story
  }

  return {
    take() {
      while (left.size > 0) {
        const story = best()
        if (story) {
          left.delete(story)
          return story
        }
        maxPerTopic += 1
        maxPerSource += 1
      }
      return undefined
    },
    accept({ match, candidate }) {
      const count = (topic: number) => perTopic.get(topic) ?? 0
      const [topic] = [...match.topics].sort((a, b) => count(a) - count(b))
      if (topic !== undefined) perTopic.set(topic, count(topic) + 1)
      perSource.set(candidate.source, (perSource.get(candidate.source) ?? 0) + 1)
      for (const [other, state] of left) {
        state.likeness = Math.max(state.likeness, likeness(other.candidate, candidate))
      }
    },
    rest() {
      return [...left.keys()]
        .sort((a, b) => b.rank - a.rank)
        .map((story) => ({ story, reason: heldBack(story) ?? { kind: 'no-room' } }))
    },
  }
}

function likeness(a: Candidate, b: Candidate): number {
  const categories = new Set(a.articles.flatMap((article) => article.categories))
  const isSameCategory = b.articles.some((article) => article.categories.some((name) => categories.has(name)))
  return SIMILARITY.category * Number(isSameCategory) + SIMILARITY.subject * cosine(a.subject(), b.subject())
}
