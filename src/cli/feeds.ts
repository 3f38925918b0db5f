import type { Command } from 'commander'
import { type FeedReading, readFeed } from '../articles/read-feed.ts'
import { isoTime } from '../clock.ts'
import type { App } from '../compose.ts'
import type { Feed } from '../domain.ts'
import { FetchError, UserError } from '../errors.ts'
import type { Discovered, NamedFeed } from '../feeds/discover.ts'
import { feedUrl } from '../feeds/feed-url.ts'
import { ON_PRIVATE_NETWORK } from '../http/addresses.ts'
import { feedJson } from './feed-json.ts'
import { exportFeeds, importFeeds, type StarterOptions, starter } from './feeds-lists.ts'
import { parseLines, parseOne } from './feeds-parse.ts'
import { type Action, EXIT, type Io, writeJson, writeLine } from './io.ts'
import { openApp } from './open-app.ts'

/** Most of a poll is waiting for servers. */
const POLLS_AT_ONCE = 8

interface Options {
  readonly title?: string
  readonly asIs?: boolean
  readonly category?: string
  readonly db?: string
  readonly json?: boolean
  readonly jsonl?: boolean
}

export function addFeeds(program: Command, io: Io, action: Action): void {
  const feeds = program
    .command('feeds')
    .description('Follow feeds: add, list, remove, poll, parse, import, export, starter.')
  const stored = (command: Command) =>
    command.option('--db <url>', 'the database: sqlite:<path>').option('--json', 'print JSON')
  stored(feeds.command('add <url>').description('Follow a feed, or the feed that a page names.'))
    .option('--title <name>', 'what to call it; otherwise what it calls itself')
    .option('--category <word>', 'what it is about; subscriptions find it by category:<word>')
    .option('--as-is', 'take the address as it is, without looking at it')
    .action(action((url: string, options: Options) => add(io, url, options)))
  stored(feeds.command('list').description('List the feeds that are followed.')).action(
    action((options: Options) => list(io, options)),
  )
  stored(
    feeds.command('remove <feed>').description('Stop following a feed, named by its id or address.'),
  ).action(action((feed: string, options: Options) => remove(io, feed, options)))
  stored(feeds.command('poll [feed]').description('Read all feeds once now, or the one named.')).action(
    action((feed: string | undefined, options: Options) => poll(io, feed, options)),
  )
  feeds
    .command('parse [input]')
    .description('Read a feed document and print it; nothing is stored.')
    .option('--json', 'print JSON')
    .option('--jsonl', 'documents as JSON lines {id,body,bodyBase64,contentType,url} from standard input')
    .action(
      action((input: string | undefined, options: Options) =>
        options.jsonl ? parseLines(io, input) : parseOne(io, input, options),
      ),
    )
  stored(
    feeds
      .command('import <input>')
      .description('Follow the feeds of a list (OPML): a file, an address, or - for standard input.'),
  ).action(action((input: string, options: Options) => importFeeds(io, input, options)))
  feeds
    .command('export')
    .description('Print the feeds that are followed as a list (OPML).')
    .option('--db <url>', 'the database: sqlite:<path>')
    .action(action((options: Options) => exportFeeds(io, options)))
  stored(feeds.command('starter').description('List well-known feeds to begin with.'))
    .option('--topic <topic>', 'only those of a topic, such as science')
    .option('--language <code>', 'only those in a language, such as en')
    .option('--add', 'follow them')
    .action(action((options: StarterOptions) => starter(io, options)))
}

async function add(io: Io, given: string, options: Options) {
  const address = feedUrl(given)
  await using app = await openApp(io, options.db)
  await refuseFollowed(app, address)
  const found = options.asIs ? { url: address, others: [] } : await look(app, address, io.signal)
  const url = feedUrl(found.url)
  if (url !== address) await refuseFollowed(app, url)
  const { title, category } = options
  const wanted = { url, ...(title !== undefined && { title }), ...(category !== undefined && { category }) }
  const feed = await app.store.addFeed(wanted, app.clock.now())
  if (!feed) throw new UserError(`${url} is followed already.`)
  if (options.json) await writeJson(io.stdout, feedJson(feed))
  else await writeLine(io.stdout, addedText(feed, address, found.others))
  return undefined
}

async function refuseFollowed({ store }: App, url: string): Promise<void> {
  if (await store.feed(url)) throw new UserError(`${url} is followed already.`)
}

async function look({ fetch }: App, url: string, signal: AbortSignal): Promise<Discovered> {
  const { discoverFeed } = await import('../feeds/discover.ts')
  try {
    return await discoverFeed(fetch, url, signal)
  } catch (cause) {
    if (!(cause instanceof FetchError || cause instanceof UserError) || signal.aborted) throw cause
    const remedy = cause.message.includes(ON_PRIVATE_NETWORK)
      ? ''
      : ` To follow it all the same: brevier feeds add ${url} --as-is`
    throw new UserError(`${cause.message}${remedy}`, { cause })
  }
}

function addedText({ id, url }: Feed, address: string, others: readonly NamedFeed[]): string {
  return [
    `Following ${url} as ${id}. brevier feeds poll ${id} reads it now; brevier start keeps reading it.`,
    ...(url === address ? [] : [`It was found on ${address}.`]),
    ...(others.length === 0 ? [] : ['Other feeds there:']),
    ...others.map((other) => `  ${other.title === undefined ? '' : `${other.title}: `}${other.url}`),
  ].join('\n')
}

async function list(io: Io, options: Options) {
  await using app = await openApp(io, options.db)
  const feeds = await app.store.feeds()
  if (options.json) await writeJson(io.stdout, feeds.map(feedJson))
  else if (feeds.length === 0)
    await writeLine(io.stdout, 'No feed is followed yet. brevier feeds add <url> adds one.')
  else for (const feed of feeds) await writeLine(io.stdout, feedLines(feed))
  return undefined
}

async function remove(io: Io, idOrUrl: string, options: Options) {
  await using app = await openApp(io, options.db)
  const feed = await app.store.removeFeed(named(idOrUrl))
  if (!feed) throw new UserError(`There is no feed ${idOrUrl}. brevier feeds list shows those there are.`)
  if (options.json) await writeJson(io.stdout, feedJson(feed))
  else await writeLine(io.stdout, `No longer following ${feed.url}. Its articles stay.`)
  return undefined
}

/** A feed by its id, or by its address however that is written. */
function named(idOrUrl: string): string {
  return /^https?:/i.test(idOrUrl) ? feedUrl(idOrUrl) : idOrUrl
}

async function poll(io: Io, wanted: string | undefined, options: Options) {
  await using app = await openApp(io, options.db)
  const all = await app.store.feeds()
  const feeds = wanted === undefined ? all : all.filter(({ id, url }) => [id, url].includes(named(wanted)))
  if (wanted !== undefined && feeds.length === 0) {
    throw new UserError(`There is no feed ${wanted}. brevier feeds list shows those there are.`)
  }
  const readings = await readAll(io, app, feeds, options)
  const polled = feeds.flatMap((feed) => {
    const reading = readings.get(feed.id)
    return reading ? [{ id: feed.id, url: feed.url, ...reading }] : []
  })
  await app.placeArticles()
  if (options.json) await writeJson(io.stdout, polled)
  else if (feeds.length === 0)
    await writeLine(io.stdout, 'No feed is followed yet. brevier feeds add <url> adds one.')
  return polled.some(({ kind }) => kind === 'failed') ? EXIT.failed : EXIT.done
}

/** Several at once, told as they end. */
async function readAll(io: Io, app: App, feeds: readonly Feed[], options: Options) {
  const readings = new Map<string, FeedReading>()
  const waiting = feeds.values()
  async function workOff(): Promise<void> {
    for (const feed of waiting) {
      if (io.signal.aborted) return
      const reading = await readFeed(app, feed, io.signal)
      readings.set(feed.id, reading)
      if (!options.json) await writeLine(io.stdout, pollLine(feed, reading))
    }
  }
  await Promise.all(Array.from({ length: POLLS_AT_ONCE }, workOff))
  return readings
}

function pollLine(feed: Feed, reading: FeedReading): string {
  const name = feed.title ?? feed.url
  switch (reading.kind) {
    case 'failed':
      return `${name}: ${reading.problem ?? ''}${reading.isPaused ? ' It is paused.' : ''}`
    case 'unchanged':
      return `${name}: nothing new.`
    case 'items':
      return `${name}: ${reading.items} ${reading.items === 1 ? 'item' : 'items'}, ${counted(reading)}.`
  }
}

function counted(reading: FeedReading): string {
  const counts = (['stored', 'updated', 'rejected'] as const)
    .filter((status) => reading[status] > 0)
    .map((status) => `${reading[status]} ${status}`)
  return counts.length > 0 ? counts.join(', ') : 'nothing new'
}

function feedLines({ id, url, title, category, polledAt, problem, pausedAt }: Feed): string {
  const read =
    polledAt === undefined ? 'not read yet' : `read ${isoTime(polledAt)?.slice(0, 16).replace('T', ' ')} UTC`
  const state = problem === undefined ? read : `${pausedAt === undefined ? '' : 'paused: '}${problem}`
  return `${id.padEnd(5)} ${title ?? url}${category === undefined ? '' : ` (${category})`}\n      ${url}\n      ${state}`
}
