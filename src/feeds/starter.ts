// A list to begin with: well-known public feeds by topic and language. Addresses as their publishers give them; which of them
// still answers, a poll says.

import starterFeeds from './starter-feeds.json' with { type: 'json' }

export interface StarterFeed {
  readonly title: string
  readonly url: string
  readonly topic: string
  readonly language: string
}

export const starterTopics: readonly string[] = [...new Set(starterFeeds.map(({ topic }) => topic))]
export const starterLanguages: readonly string[] = [...new Set(starterFeeds.map(({ language }) => language))]

/** In the order of the list; all of them when nothing is wanted. */
export function starterList(
  wanted: { readonly topic?: string; readonly language?: string } = {},
): readonly StarterFeed[] {
  return starterFeeds.filter(
    ({ topic, language }) =>
      (wanted.topic === undefined || wanted.topic === topic) &&
      (wanted.language === undefined || wanted.language === language),
  )
}
