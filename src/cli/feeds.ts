import type { Command } from 'commander'
import { z } from 'zod'
import { type FeedReading, readFeed } from '../articles/read-feed.ts'
import { isoTime } from '../clock.ts'
import { composeFetch } from '../compose.ts'
import { readSettings } from '../config.ts'
import type { Feed } from '../domain.ts'
import { ConfigError, reasonOf, UserError } from '../errors.ts'
import { feedUrl } from '../feeds/feed-url.ts'
import type { ParsedFeed } from '../feeds/parsed-feed.ts'
import { type Action, EXIT, type Io, writeJson, writeJsonLine, writeLine } from './io.ts'
import { idField, idOf, readJsonLines } from './json-lines.ts'
import { openApp } from './open-app.ts'
import { refuseOperands } from './options.ts'
import { readBytes } from './read-bytes.ts'

interface Options {
  readonly title?: string
  readonly category?: string
  readonly db?: string
  readonly json?: boolean
  readonly jsonl?: boolean
}

export function addFeeds(program: Command, io: Io, action: Action): void {
  const feeds = program.command('feeds').description('Follow feeds: add, list, remove, poll, parse.')
  const stored = (command: Command) =>
    command.option('--db <url>', 'the database: sqlite:<path>').option('--json', 'print JSON')
  stored(feeds.command('add <url>').description('Follow a feed.'))
    .option('--title <name>', 'what to call it; otherwise what it calls itself')
    .option('--category <word>', 'what it is about; subscriptions find it by category:<word>')
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
}

async function add(io: Io, given: string, options: Options) {
  const url = feedUrl(given)
  await using app = await openApp(io, options.db)
  const wanted = {
    url,
    ...(options.title !== undefined && { title: options.title }),
    ...(options.category !== undefined && { category: options.category }),
  }
  const feed = await app.store.addFeed(wanted, app.clock.now())
  if (!feed) throw new UserError(`${url} is followed already.`)
  if (options.json) await writeJson(io.stdout, feedJson(feed))
  else
    await writeLine(
      io.stdout,
      `Following ${url} as ${feed.id}. brevier feeds poll ${feed.id} reads it now; brevier start keeps reading it.`,
    )
  return undefined
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
  const polled = []
  for (const feed of feeds) {
    if (io.signal.aborted) break
    const reading = await readFeed(app, feed, io.signal)
    polled.push({ id: feed.id, url: feed.url, ...reading })
    if (!options.json) await writeLine(io.stdout, pollLine(feed, reading))
  }
  await app.placeArticles()
  if (options.json) await writeJson(io.stdout, polled)
  else if (feeds.length === 0)
    await writeLine(io.stdout, 'No feed is followed yet. brevier feeds add <url> adds one.')
  return polled.some(({ kind }) => kind === 'failed') ? EXIT.failed : EXIT.done
}

function pollLine(feed: Feed, reading: FeedReading): string {
  const name = feed.title ?? feed.url
  switch (reading.kind) {
    case 'failed':
      return `${name}: ${reading.problem ?? ''}`
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

async function parseOne(io: Io, input: string | undefined, options: Options) {
  if (input === undefined) {
    throw new ConfigError('Name a feed document: brevier feeds parse feed.xml, or - for standard input.')
  }
  const { parseFeed } = await import('../feeds/parse.ts')
  const { bytes, ...known } = await readBytes(io, input, composeFetch(readSettings(io.env)))
  try {
    const feed = await parseFeed(bytes, known)
    if (options.json) await writeJson(io.stdout, parsedJson(feed))
    else await writeLine(io.stdout, parsedText(feed))
    return undefined
  } catch (cause) {
    if (cause instanceof UserError) throw new UserError(`${input}: ${cause.message}`, { cause })
    throw cause
  }
}

const text = z.string('must be text').optional()

const documentSchema = z
  .object({
    id: idField,
    body: text,
    bodyBase64: z.base64('must be base64').optional(),
    contentType: text,
    url: text,
  })
  .refine(
    ({ body, bodyBase64 }) => body !== undefined || bodyBase64 !== undefined,
    'there must be a "body" or a "bodyBase64"',
  )

async function parseLines(io: Io, operand: string | undefined) {
  refuseOperands([operand])
  const { parseFeed } = await import('../feeds/parse.ts')
  let exitCode: number = EXIT.done
  for await (const read of readJsonLines(io.stdin, documentSchema)) {
    if (io.signal.aborted) break
    if ('error' in read) {
      exitCode = EXIT.failed
      await writeJsonLine(io.stdout, read)
      continue
    }
    const { body, bodyBase64, contentType, url } = read.value
    const known = { ...(contentType && { contentType }), ...(url && { url }) }
    const parsed = await parseFeed(body ?? Buffer.from(bodyBase64 ?? '', 'base64'), known)
      .then(parsedJson)
      .catch((error: unknown) => ({ error: reasonOf(error) }))
    if ('error' in parsed) exitCode = EXIT.failed
    await writeJsonLine(io.stdout, { ...idOf(read.value), ...parsed })
  }
  return exitCode
}

function parsedJson(feed: ParsedFeed) {
  const { title, link, description, language, opml, problems } = feed
  return {
    title,
    link,
    description,
    language,
    published: isoTime(feed.published),
    updated: isoTime(feed.updated),
    items: feed.items.map((item) => ({ ...item, publishedAt: isoTime(item.publishedAt) })),
    ...(opml && { opml }),
    problems,
  }
}

function parsedText(feed: ParsedFeed): string {
  const feeds = feed.opml?.feeds.map(({ title, xmlUrl }) => `  ${title ?? ''}\n    ${xmlUrl}`) ?? []
  const items = feed.items.map(
    (item) => `  ${isoTime(item.publishedAt)?.slice(0, 10) ?? '          '}  ${item.title ?? '(no title)'}`,
  )
  return [feed.title ?? feed.opml?.title ?? '(no title)', ...feed.problems, ...items, ...feeds].join('\n')
}

function feedJson({ id, url, title, category, polledAt, nextPollAt, problem }: Feed) {
  return { id, url, title, category, polledAt: isoTime(polledAt), nextPollAt: isoTime(nextPollAt), problem }
}

function feedLines({ id, url, title, category, polledAt, problem }: Feed): string {
  const state =
    problem ??
    (polledAt === undefined
      ? 'not read yet'
      : `read ${isoTime(polledAt)?.slice(0, 16).replace('T', ' ')} UTC`)
  return `${id.padEnd(5)} ${title ?? url}${category === undefined ? '' : ` (${category})`}\n      ${url}\n      ${state}`
}
