// Stories → edition: those of a period that fit the topics and that the chat was not told yet, ranked, each as a brief.
// What fitted and is not in the edition is in it all the same, with why.

import { DAY_MS } from '../clock.ts'
import type { Chat, Edition, EditionEntry, LeftOut, Reason, Told } from '../domain.ts'
import { rankOf } from '../stories/rank-stories.ts'
import type { BriefLength } from '../summarizer/engine.ts'
import type { Urgency, WriteParts } from '../summarizer/write-brief.ts'
import { cosine } from '../text/vector.ts'
import { type Candidate, subjectOfText } from './candidate.ts'
import type { Candidates, RecentStories } from './candidates.ts'
import { matchTopics, neededStems, type TopicMatch } from './match-topics.ts'
import { type Choosable, createSelection } from './selection.ts'
import { tellStory, toldReason } from './tell-story.ts'
import { type ToldStory, toldStories } from './told-stories.ts'
import type { Topics } from './topics.ts'

export interface EditionParts extends WriteParts {
  readonly candidates: Candidates
}

export interface EditionQuery extends Urgency {
  /** Stories with an article since then, in epoch milliseconds. */
  readonly since: number
  /** How many briefs. */
  readonly limit: number
  /** Everything when absent. */
  readonly topics?: Topics
  readonly length: BriefLength
  /** The reader's. */
  readonly language?: string
  /** What this chat was told is left out; without one, nothing is told. */
  readonly chat?: Chat
}

/** A story is told once in so long, unless there is news in it. */
const TOLD_MS = 14 * DAY_MS
/** Stories like those of the last days are less of a novelty. */
const NOVELTY_MS = 3 * DAY_MS
/** Of so many stories the best are chosen; the ranks below differ by too little to matter. */
const MAX_CHOOSABLE = 40
const MAX_LEFT_OUT = 30

/** Writes and stores the briefs of an edition, which may be empty. Rejects when the signal aborts. */
export async function composeEdition(parts: EditionParts, query: EditionQuery): Promise<Edition> {
  const now = parts.clock.now()
  const { chat, topics } = query
  const recent = await parts.candidates.since(query.since)
  const told = chat ? await parts.store.toldTo(chat, now - TOLD_MS) : []
  const fitting = storiesThatFit(recent, topics, toldStories(told))
  const { open, settled } = withoutTold(fitting)
  const ranked = ranking(
    open,
    told.filter(({ at }) => at >= now - NOVELTY_MS),
  )
  const { entries, leftOut } = await tellStories(parts, query, ranked)
  return {
    entries,
    leftOut: [...leftOut, ...settled].slice(0, MAX_LEFT_OUT),
    ...(entries.length === 0 && {
      reason: whyEmpty(recent.stories.length, fitting.length, [...leftOut, ...settled]),
    }),
    composedAt: now,
  }
}

type Fitting = Omit<Choosable, 'rank'>

function storiesThatFit(
  { stories, saying }: RecentStories,
  topics: Topics | undefined,
  toldOf: (candidate: Candidate) => ToldStory | undefined,
): readonly Fitting[] {
  const matchOf = topics ? matchTopics(topics) : (): TopicMatch => ({ topics: [], interest: 0 })
  const offered =
    topics && topics.wanted.length > 0 ? saying(neededStems(topics, languagesOf(stories))) : stories
  return offered.flatMap((candidate) => {
    const match = matchOf(candidate.articles)
    if (!match) return []
    const told = toldOf(candidate)
    return { candidate, match, ...(told && { told }) }
  })
}

function languagesOf(stories: readonly Candidate[]): ReadonlySet<string> {
  return new Set(stories.map(({ story }) => story.language))
}

/** Stories that were told and have had no article since are settled without a closer look. */
function withoutTold(fitting: readonly Fitting[]) {
  const open: Fitting[] = []
  const settled: LeftOut[] = []
  for (const story of fitting) {
    if (story.told?.fresh.length === 0) settled.push(leftOutOf(story, toldReason(story.told)))
    else open.push(story)
  }
  return { open, settled }
}

function ranking(stories: readonly Fitting[], told: readonly Told[]): readonly Choosable[] {
  const subjects = told.map(({ brief }) =>
    subjectOfText(`${brief.headline} ${brief.points.map(({ text }) => text).join(' ')}`, brief.language),
  )
  const importance = ({ candidate, match }: Fitting) =>
    rankOf(candidate.importance, { interest: match.interest, novelty: 0 })
  return [...stories]
    .sort((a, b) => importance(b) - importance(a))
    .slice(0, MAX_CHOOSABLE)
    .map((story) => {
      const { candidate, match } = story
      const likest = Math.max(0, ...subjects.map((subject) => cosine(candidate.subject(), subject)))
      return {
        ...story,
        rank: rankOf(candidate.importance, { interest: match.interest, novelty: 1 - likest }),
      }
    })
}

async function tellStories(parts: EditionParts, query: EditionQuery, stories: readonly Choosable[]) {
  const selection = createSelection(stories, { slots: query.limit, topics: query.topics?.wanted.length ?? 0 })
  const entries: EditionEntry[] = []
  const leftOut: LeftOut[] = []
  while (entries.length < query.limit) {
    query.signal?.throwIfAborted()
    const story = selection.take()
    if (!story) break
    const entry = await tellStory(parts, query, story)
    if ('kind' in entry) {
      leftOut.push(leftOutOf(story, entry))
    } else {
      entries.push(entry)
      selection.accept(story)
    }
  }
  const rest = selection.rest().map(({ story, reason }) => leftOutOf(story, reason))
  return { entries, leftOut: [...leftOut, ...rest] }
}

function leftOutOf({ candidate: { story } }: Fitting, reason: Reason): LeftOut {
  return { storyId: story.id, headline: story.headline, reason }
}

function whyEmpty(stories: number, fitting: number, leftOut: readonly LeftOut[]): Reason {
  if (stories === 0) return { kind: 'no-stories' }
  if (fitting === 0) return { kind: 'off-topic', stories }
  const isTold = leftOut.some(({ reason }) => reason.kind === 'told')
  return isTold ? { kind: 'all-told', stories: fitting } : { kind: 'no-points' }
}
