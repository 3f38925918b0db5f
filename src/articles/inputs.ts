// What `ingest` and `extract` are given, as drafts: an HTML file, a pasted page, a URL, standard input, a feed, JSON lines.
// Whatever cannot be read is an error in its place, in one sentence; nothing here throws for it.

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { FetchError, reasonOf, UserError } from '../errors.ts'
import { decodeBody } from '../http/decode-body.ts'
import type { Fetch } from '../http.ts'
import type { ArticleLine } from './article-line.ts'
import { collect, peek } from './byte-stream.ts'
import type { Draft, InputError } from './draft.ts'
import { draftsOfItems } from './feed-items.ts'
import { draftOfLine, MISSING_TEXT, readArticleLines } from './input-lines.ts'
import { prepare } from './prepare.ts'
import { present } from './present.ts'
import { sniff } from './sniff.ts'
import type { PreparedArticle } from './to-article.ts'

export interface InputOptions {
  /** For URLs. */
  readonly fetch?: Fetch
  /** For `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
  /** What `text` of a JSON line is: an article that is taken as it is (the default), or a page that is cleaned. */
  readonly lineText?: 'article' | 'page'
}

/** Of a page or a feed; JSON lines may go on for as long as they like. */
const MAX_BYTES = 10_000_000
const HEAD_BYTES = 4_096

/** Bytes, and what is known of them before they are read. */
interface Source {
  readonly input: string
  /** As a sentence begins with it. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly sizeBytes?: number
  readonly url?: string
  readonly contentType?: string
}

/** The drafts of one operand, in order: a file, a URL, or `-` for standard input. */
export async function* readInputs(
  operand: string,
  options: InputOptions = {},
): AsyncGenerator<Draft | InputError, void> {
  try {
    const source = await openSource(operand, options)
    if ('error' in source) yield source
    else yield* readSource(source, options)
  } catch (error) {
    if (options.signal?.aborted || !isExpected(error)) throw error
    yield { input: operand, error: sentenceOf(error, operand) }
  }
}

/** Refused by us, by a server or by the file system. */
function isExpected(error: unknown): boolean {
  return (
    error instanceof UserError || error instanceof FetchError || (error instanceof Error && 'code' in error)
  )
}

/** The article of one line, for a look that stores nothing. Throws UserError when the line holds none. */
export async function articleOfLine(line: ArticleLine, now: number): Promise<PreparedArticle> {
  const draft = draftOfLine(line, line.id ?? 'line', 'article')
  const name = line.id === undefined ? 'The line' : `The line "${line.id}"`
  if (!draft) throw new UserError(`${name} cannot be read: ${MISSING_TEXT}.`)
  const made = await prepare(draft, now)
  if ('prepared' in made) return made.prepared
  throw new UserError(`${name} holds no article. ${made.reason}`)
}

function openSource(operand: string, options: InputOptions): Promise<Source | InputError> | Source {
  if (operand === '-') return { input: '-', name: 'Standard input', bytes: options.stdin ?? none() }
  return /^https?:\/\//i.test(operand) ? openUrl(operand, options) : openFile(operand)
}

async function openFile(path: string): Promise<Source | InputError> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (!found) return { input: path, error: `There is no file ${path}.` }
  if (found.isDirectory()) {
    return {
      input: path,
      error: `${path} is a directory; name the files in it, for example ${path.replace(/\/+$/, '')}/*.html.`,
    }
  }
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 })
  return { input: path, name: path, bytes, ...(found.isFile() && { sizeBytes: found.size }) }
}

async function openUrl(url: string, { fetch, signal }: InputOptions): Promise<Source | InputError> {
  if (!fetch) return { input: url, error: `${url} was not read: addresses cannot be fetched here.` }
  const fetched = await fetch(url, { maxBytes: MAX_BYTES, ...present({ signal }) })
  return {
    input: url,
    name: url,
    bytes: once(fetched.body),
    url: fetched.url,
    ...present({ contentType: fetched.contentType }),
  }
}

async function* readSource(source: Source, options: InputOptions): AsyncGenerator<Draft | InputError, void> {
  const { input, name } = source
  const { head, all, close } = await peek(source.bytes, isEnoughToSniff)
  try {
    const sniffed = sniff(
      head,
      decodeBody(head, source.contentType),
      source.url ? new URL(source.url).pathname : input,
    )
    if (sniffed.kind === 'refused') yield { input, error: `${name} ${sniffed.problem}` }
    else if (sniffed.kind === 'json-lines') {
      yield* readArticleLines(all, { input, name, lineText: options.lineText ?? 'article' })
    } else yield* readWhole(source, all, sniffed.kind)
  } finally {
    await close()
  }
}

/** A complete line of JSON is looked at as soon as it is there: more may come much later. */
function isEnoughToSniff(head: Uint8Array): boolean {
  return head.length >= HEAD_BYTES || (head[0] === 0x7b && head.includes(10))
}

async function* readWhole(
  source: Source,
  all: AsyncIterable<Uint8Array>,
  kind: 'html' | 'text' | 'feed',
): AsyncGenerator<Draft | InputError, void> {
  const { input, name, url, sizeBytes = 0 } = source
  const bytes = sizeBytes > MAX_BYTES ? undefined : await collect(all, MAX_BYTES)
  if (!bytes) {
    const size = sizeBytes > 0 ? `has ${(sizeBytes / 1_000_000).toFixed(0)} MB` : 'has more than 10 MB'
    const remedy =
      'a page or feed may have at most 10 MB. Save the article alone, or give many articles as JSON lines.'
    yield { input, error: `${name} ${size}; ${remedy}` }
  } else if (kind === 'feed') yield* readFeedItems(source, bytes)
  else {
    const body = decodeBody(bytes, source.contentType)
    const page = { format: kind, body, ...present({ url }) }
    yield { input, content: { page }, known: present({ url }) }
  }
}

async function* readFeedItems(
  { input, name, url, contentType }: Source,
  bytes: Uint8Array,
): AsyncGenerator<Draft | InputError, void> {
  // Loaded when the first feed comes: most runs read none.
  const { parseFeed } = await import('../feeds/parse.ts')
  const feed = await parseFeed(bytes, present({ contentType, url }))
  if (feed.opml)
    yield {
      input,
      error: `${name} is a list of feeds (OPML), not articles. "brevier feeds parse" shows them.`,
    }
  else if (feed.items.length === 0) yield { input, error: `${name} is a feed without items.` }
  yield* draftsOfItems(feed, feed.items, input)
}

function sentenceOf(error: unknown, operand: string): string {
  const reason = reasonOf(error)
  const isSentence = error instanceof UserError || error instanceof FetchError
  return isSentence && reason.includes(operand) ? reason : `${operand} could not be read: ${reason}`
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes
}

async function* none(): AsyncGenerator<Uint8Array, void> {}
