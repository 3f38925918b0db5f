// What a topic that is being written could become: a category of the feeds, or a story of the last day.

import { DAY_MS } from '../clock.ts'
import type { Choice } from '../domain.ts'
import type { ChatParts } from './chat-command.ts'

const PERIOD_MS = DAY_MS
const MOST_STORIES = 200
const MOST_CHOICES = 25
/** Of no choice a platform hands back more. */
const LONGEST_TOPIC = 100
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu

export async function completions(
  { store, clock }: Pick<ChatParts, 'store' | 'clock'>,
  text: string,
): Promise<readonly Choice[]> {
  const categories = (await store.feeds()).flatMap(({ category }) => category ?? [])
  const stories = await store.stories(clock.now() - PERIOD_MS, MOST_STORIES)
  const choices = [
    ...[...new Set(categories)].map((category) => ({ label: category, value: `category:"${category}"` })),
    ...stories.map(({ headline }) => ({ label: headline, value: topicOf(headline) })),
  ]
  // Of several topics the last is being written.
  const [, before = '', written = ''] = /^(.*[,;]\s*)?(.*)$/s.exec(text) ?? []
  const wanted = written.trim().toLowerCase()
  return choices
    .filter(({ label, value }) => value !== '' && label.toLowerCase().includes(wanted))
    .map(({ label, value }) => ({ label: before + label, value: before + value }))
    .filter(({ value }) => value.length <= LONGEST_TOPIC)
    .slice(0, MOST_CHOICES)
}

/** A headline as one topic: its words, without what would make several of it, as far as one has room. */
function topicOf(headline: string): string {
  const words = headline.match(WORDS) ?? []
  const fitting = words.filter((_word, at) => words.slice(0, at + 1).join(' ').length <= LONGEST_TOPIC)
  return fitting.join(' ')
}
