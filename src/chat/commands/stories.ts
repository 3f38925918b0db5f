import { DAY_MS } from '../../clock.ts'
import type { Message } from '../../domain.ts'
import { messageFromStories } from '../../message/from-stories.ts'
import { sourceOf } from '../../summarizer/source-of.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'

const PERIOD_MS = DAY_MS
const MOST_STORIES = 20

export const storiesCommand: ChatCommand = {
  name: 'stories',
  usage: '/stories',
  group: 'news',
  run: stories,
}

function stories(parts: ChatParts, { language }: Said): Promise<Message> {
  return latestStories(parts, MOST_STORIES, language)
}

/** Those of the last day, latest first. */
export async function latestStories(
  { store, clock }: Pick<ChatParts, 'store' | 'clock'>,
  limit: number,
  language: string,
): Promise<Message> {
  const latest = await store.stories(clock.now() - PERIOD_MS, limit)
  const withSources = await Promise.all(
    latest.map(async (story) => ({ story, sources: (await store.articles(story.articleIds)).map(sourceOf) })),
  )
  return messageFromStories(withSources, language)
}
