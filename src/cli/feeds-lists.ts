// Many feeds at once: lists of other readers, ours for them, and one to begin with.

import { composeFetch } from '../compose.ts'
import { readSettings } from '../config.ts'
import type { Feed } from '../domain.ts'
import { UserError } from '../errors.ts'
import { feedUrl } from '../feeds/feed-url.ts'
import { type ListedFeed, writeOpml } from '../feeds/opml.ts'
import type { StarterFeed } from '../feeds/starter.ts'
import type { Clock, FeedStore } from '../ports.ts'
import { EXIT, type Io, writeJson, writeLine } from './io.ts'
import { openApp } from './open-app.ts'
import { readBytes } from './read-bytes.ts'

interface Options {
  readonly db?: string
  readonly json?: boolean
}

export interface StarterOptions extends Options {
  readonly topic?: string
  readonly language?: string
  readonly add?: boolean
}

/** What became of a feed of a list. */
interface Imported extends Pick<Feed, 'url' | 'title' | 'category'> {
  readonly status: 'added' | 'followed' | 'rejected'
  readonly id?: string
  readonly reason?: string
}

export async function importFeeds(io: Io, input: string, options: Options) {
  const { parseFeed } = await import('../feeds/parse.ts')
  const { bytes, ...known } = await readBytes(io, input, composeFetch(readSettings(io.env)))
  const { opml } = await parseFeed(bytes, known).catch((cause: unknown) => {
    if (cause instanceof UserError) throw new UserError(`${input}: ${cause.message}`, { cause })
    throw cause
  })
  if (!opml)
    throw new UserError(`${input} is a feed, not a list of feeds (OPML). brevier feeds add follows it.`)
  await using app = await openApp(io, options.db)
  return await follow(io, app, opml.feeds, options)
}

async function follow(
  io: Io,
  app: { readonly store: FeedStore; readonly clock: Clock },
  listed: readonly ListedFeed[],
  options: Options,
) {
  const imported: Imported[] = []
  for (const feed of listed) imported.push(await followOne(app, feed))
  if (options.json) await writeJson(io.stdout, imported)
  else await writeLine(io.stdout, importedText(imported))
  return imported.some(({ status }) => status === 'rejected') ? EXIT.failed : EXIT.done
}

async function followOne(
  { store, clock }: { readonly store: FeedStore; readonly clock: Clock },
  { xmlUrl, ...named }: ListedFeed,
): Promise<Imported> {
  try {
    const url = feedUrl(xmlUrl)
    const added = await store.addFeed({ url, ...named }, clock.now())
    const feed = added ?? (await store.feed(url))
    return { url, ...named, status: added ? 'added' : 'followed', ...(feed && { id: feed.id }) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { url: xmlUrl, ...named, status: 'rejected', reason: error.message }
  }
}

function importedText(imported: readonly Imported[]): string {
  const count = (status: Imported['status']) => imported.filter((each) => each.status === status).length
  const counts = [
    `${count('added')} added`,
    ...(count('followed') > 0 ? [`${count('followed')} followed already`] : []),
    ...(count('rejected') > 0 ? [`${count('rejected')} rejected`] : []),
  ]
  return [`Feeds: ${counts.join(', ')}.`, ...imported.flatMap(({ reason }) => reason ?? [])].join('\n')
}

export async function exportFeeds(io: Io, options: Options) {
  await using app = await openApp(io, options.db)
  const feeds = await app.store.feeds()
  const listed = feeds.map(({ url, title, category }) => ({
    xmlUrl: url,
    ...(title !== undefined && { title }),
    ...(category !== undefined && { category }),
  }))
  await writeLine(io.stdout, writeOpml('Feeds of Brevier', listed))
  return undefined
}

export async function starter(io: Io, { topic, language, add, ...options }: StarterOptions) {
  const { starterLanguages, starterList, starterTopics } = await import('../feeds/starter.ts')
  const feeds = starterList({
    ...(topic !== undefined && { topic }),
    ...(language !== undefined && { language }),
  })
  if (feeds.length === 0) {
    throw new UserError(
      `The list holds no such feed. Its topics are ${starterTopics.join(', ')}; its languages ${starterLanguages.join(', ')}.`,
    )
  }
  if (add) {
    await using app = await openApp(io, options.db)
    const listed = feeds.map(({ title, url, topic: category }) => ({ title, xmlUrl: url, category }))
    return await follow(io, app, listed, options)
  }
  if (options.json) await writeJson(io.stdout, feeds)
  else await writeLine(io.stdout, `${starterText(feeds)}\n\nTo follow them: the same command with --add`)
  return undefined
}

function starterText(feeds: readonly StarterFeed[]): string {
  const groups = Map.groupBy(feeds, ({ language, topic }) => `${language} · ${topic}`)
  return [...groups]
    .map(([group, inside]) => [group, ...inside.map(({ title, url }) => `  ${title}\n    ${url}`)].join('\n'))
    .join('\n\n')
}
