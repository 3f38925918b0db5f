// `feeds parse`: a feed document is read and printed; nothing is stored.

import { z } from 'zod'
import { isoTime } from '../clock.ts'
import { composeFetch } from '../compose.ts'
import { readSettings } from '../config.ts'
import { ConfigError, reasonOf, UserError } from '../errors.ts'
import type { ParsedFeed } from '../feeds/parsed-feed.ts'
import { EXIT, type Io, writeJson, writeJsonLine, writeLine } from './io.ts'
import { idField, idOf, readJsonLines } from './json-lines.ts'
import { refuseOperands } from './options.ts'
import { readBytes } from './read-bytes.ts'

export async function parseOne(io: Io, input: string | undefined, options: { readonly json?: boolean }) {
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

export async function parseLines(io: Io, operand: string | undefined) {
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
    items: feed.items.map(({ updatedAt: _, ...item }) => ({
      ...item,
      publishedAt: isoTime(item.publishedAt),
    })),
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
