import type { Message, Source, Story } from '../domain.ts'
import { shortDate } from './dates.ts'
import { languageNote } from './language-note.ts'
import { texts } from './texts.ts'

const MOST_NAMES = 3

interface SourcedStory {
  readonly story: Story
  readonly sources: readonly Source[]
}

/** Stories, latest first: id, headline, and below it when, how much and by whom. */
export function messageFromStories(stories: readonly SourcedStory[], language: string): Message {
  const say = texts(language)
  if (stories.length === 0) return { language, blocks: [{ kind: 'text', text: say.noStories }] }
  const rows = stories.map(({ story, sources }) => ({
    term: story.id,
    text: story.headline,
    note: [
      shortDate(story.latestAt, language),
      say.articles(story.articleIds.length),
      namesOf(sources, language),
      languageNote(story.language, language),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  return { language, blocks: [{ kind: 'rows', rows }] }
}

function namesOf(sources: readonly Source[], language: string): string {
  const names = [...new Set(sources.map(({ name }) => name))]
  const shown = names.slice(0, MOST_NAMES)
  return texts(language).andMore(shown.join(', '), names.length - shown.length)
}
