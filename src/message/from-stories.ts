import type { Message, Source, Story } from '../domain.ts'
import { shortDate } from './dates.ts'
import { texts } from './texts.ts'

/** Stories, latest first: id, headline, who wrote of it. */
export function messageFromStories(
  stories: readonly { readonly story: Story; readonly sources: readonly Source[] }[],
  language: string,
): Message {
  const say = texts(language)
  if (stories.length === 0) return { language, blocks: [{ kind: 'text', text: say.noStories }] }
  const rows = stories.map(({ story, sources }) => ({
    term: story.id,
    text: story.headline,
    note: [
      shortDate(story.latestAt, language),
      [...new Set(sources.map((source) => source.name))].join(', '),
    ].join(' · '),
  }))
  return { language, blocks: [{ kind: 'rows', rows }] }
}
