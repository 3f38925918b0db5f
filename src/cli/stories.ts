import type { Command } from 'commander'
import type { Story } from '../domain.ts'
import { messageFromStories } from '../message/from-stories.ts'
import type { Store } from '../ports.ts'
import { sourceOf } from '../summarizer/source-of.ts'
import { type Action, type Io, writeJson } from './io.ts'
import { storyJson } from './json.ts'
import { openApp } from './open-app.ts'
import { sinceOption } from './options.ts'
import { show } from './show.ts'

const MOST_STORIES = 10_000

interface Options {
  readonly since: number
  readonly db?: string
  readonly json?: boolean
}

export function addStories(program: Command, io: Io, action: Action): void {
  program
    .command('stories')
    .description('List the stories of a period, latest first.')
    .addOption(sinceOption())
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .action(action((options: Options) => listStories(io, options)))
}

async function listStories(io: Io, options: Options) {
  await using app = await openApp(io, options.db)
  await app.placeArticles()
  const stories = await app.store.stories(app.clock.now() - options.since, MOST_STORIES)
  const withSources = await Promise.all(stories.map((story) => sourcesOf(app.store, story)))
  if (options.json) {
    await writeJson(
      io.stdout,
      withSources.map(({ story, sources }) => storyJson(story, sources)),
    )
  } else {
    await show(io, messageFromStories(withSources, 'en'))
  }
  return undefined
}

/** A story with every article of it as a source, copies included. */
async function sourcesOf(store: Store, story: Story) {
  return { story, sources: (await store.articles(story.articleIds)).map(sourceOf) }
}
