// Why a feed brings nothing, or that all is well and when it is read next.

import type { Block, Feed, Message } from '../domain.ts'
import { dateAndTime } from './dates.ts'
import { texts } from './texts.ts'

export function messageFromWhyFeed(
  feed: Feed,
  { language, isDeskRunning }: { readonly language: string; readonly isDeskRunning: boolean },
): Message {
  const { id, url, title, category, polledAt, nextPollAt, pausedAt, problem } = feed
  const say = texts(language)
  const when = (at: number | undefined) => (at === undefined ? say.whyFeed.none : dateAndTime(at, language))
  const blocks: Block[] = isDeskRunning ? [] : [{ kind: 'text', text: say.noDesk }]
  blocks.push(
    { kind: 'headline', text: `${id} · ${title ?? url}` },
    { kind: 'text', text: stateOf(feed, language) },
    {
      kind: 'rows',
      rows: [
        { term: say.whyFeed.lastPoll, text: when(polledAt) },
        { term: say.whyFeed.nextPoll, text: when(pausedAt === undefined ? nextPollAt : undefined) },
        { term: say.whyFeed.category, text: category ?? say.whyFeed.none },
      ],
    },
  )
  if (problem !== undefined) blocks.push({ kind: 'quiet', text: say.status.tryFeed(id) })
  return { language, blocks }
}

function stateOf({ problem, polledAt, failingSince, pausedAt }: Feed, language: string): string {
  const say = texts(language).whyFeed
  if (problem === undefined) return polledAt === undefined ? say.unread : say.well
  const since = failingSince ?? pausedAt
  const failing = since === undefined ? problem : say.failing(problem, dateAndTime(since, language))
  return pausedAt === undefined ? failing : `${failing} ${say.paused(dateAndTime(pausedAt, language))}`
}
