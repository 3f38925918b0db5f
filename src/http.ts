// Fetching from the internet, guarded: limits on time, size and redirects, and no private network, whether it is named,
// written as a number, or reached by a redirect. The address that was checked is the one that is connected to.

import { isIP } from 'node:net'
import type { Agent, Response, fetch as undiciFetch } from 'undici'
import { FetchError } from './errors.ts'
import {
  guardedLookup,
  isPrivateAddress,
  type Lookup,
  type MayReach,
  ON_PRIVATE_NETWORK,
} from './http/addresses.ts'
import { freshForMs, retryAfterMs } from './http/answer-headers.ts'
import { whyUnreachable } from './http/why-unreachable.ts'

export interface Fetched {
  /** Where it came from in the end. */
  readonly url: string
  readonly status: 200 | 304
  readonly body: Uint8Array
  /** Where the server says it is to be asked for from now on: as far as its redirects are permanent, from the first on. */
  readonly movedTo?: string
  readonly contentType?: string
  readonly etag?: string
  readonly lastModified?: string
  readonly freshForMs?: number
  readonly retryAfterMs?: number
}

/** The server sends whoever asks to another address, which may be asked: it was looked at. */
export interface Redirect {
  readonly redirectsTo: string
  readonly isForGood: boolean
}

export interface FetchOptions {
  readonly signal?: AbortSignal
  /** What the server said last time; it may then answer 304 with an empty body. */
  readonly etag?: string
  readonly lastModified?: string
  readonly maxBytes?: number
  readonly accept?: string
  /** A page that nobody asked for by name: robots.txt has a say in it. */
  readonly isPage?: true
}

/** Throws FetchError with one sentence that names the address and the reason. */
export type Fetch = (url: string, options?: FetchOptions) => Promise<Fetched>

/** The same of one address, which may only name the next one. */
export type Hop = (url: string, options?: FetchOptions) => Promise<Fetched | Redirect>

export interface GuardOptions {
  readonly userAgent: string
  /** Which network addresses may be connected to; without it, those that are not private. */
  readonly mayReach?: MayReach
  /** For each address on the way. */
  readonly timeoutMs?: number
  readonly lookup?: Lookup
}

const TIMEOUT_MS = 20_000
/** What has not begun to answer by then will hardly end in time. */
const SHARE_FOR_SILENCE = 0.5
const MAX_BYTES = 5_000_000
const MAX_REDIRECTS = 5
const ENCODINGS = 'gzip, deflate, br, zstd'

export function guardedFetch(options: GuardOptions): Fetch {
  const hop = guardedHop(options)
  return (start, asked) => follow(start, (url) => hop(url, asked))
}

export function guardedHop({
  userAgent,
  mayReach = (address) => !isPrivateAddress(address),
  timeoutMs = TIMEOUT_MS,
  lookup,
}: GuardOptions): Hop {
  let client: Promise<Client> | undefined
  return async (url, options = {}) => {
    client ??= createClient(timeoutMs, guardedLookup(mayReach, lookup))
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
    const place = placeOf(url)
    try {
      return await ask(url, { ...options, ...(await client), signal, mayReach, userAgent })
    } catch (cause) {
      if (cause instanceof FetchError) throw cause
      if (timeout.aborted) {
        const message = `${place} did not answer within ${timeoutMs / 1000} seconds.`
        throw new FetchError(message, { cause, isUnreachable: true })
      }
      const { why, isUnreachable } = whyUnreachable(cause)
      throw new FetchError(`${place} could not be reached: ${why}.`, { cause, isUnreachable })
    }
  }
}

/** What speaks HTTP; most commands fetch nothing and do not load it. */
interface Client {
  readonly fetch: typeof undiciFetch
  readonly agent: Agent
}

interface Guarded extends FetchOptions, Client {
  readonly mayReach: MayReach
  readonly userAgent: string
  readonly signal: AbortSignal
}

/** Goes from address to address until one of them gives something; throws FetchError when there are too many. */
export async function follow(
  start: string,
  hop: (url: string) => Promise<Fetched | Redirect>,
): Promise<Fetched> {
  let url = start
  let movedTo: string | undefined
  let isForGood = true
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const found = await hop(url)
    if (!('redirectsTo' in found)) return movedTo === undefined ? found : { ...found, movedTo }
    url = found.redirectsTo
    isForGood &&= found.isForGood
    if (isForGood) movedTo = url
  }
  throw new FetchError(`${placeOf(start)} redirects more than ${MAX_REDIRECTS} times.`)
}

async function ask(address: string, o: Guarded): Promise<Fetched | Redirect> {
  const url = checkedUrl(address, o.mayReach)
  const response = await o.fetch(url, {
    dispatcher: o.agent,
    redirect: 'manual',
    signal: o.signal,
    headers: headersOf(o),
  })
  const location = response.headers.get('location')
  if (response.status < 300 || response.status >= 400 || response.status === 304 || !location)
    return read(response, url.href, o.maxBytes ?? MAX_BYTES)
  await response.body?.cancel()
  return {
    redirectsTo: redirected(location, url, o.mayReach).href,
    isForGood: response.status === 301 || response.status === 308,
  }
}

function redirected(location: string, from: URL, mayReach: MayReach): URL {
  if (!URL.canParse(location, from.href)) {
    throw new FetchError(`${placeOf(from.href)} redirects to what is no address.`)
  }
  return checkedUrl(new URL(location, from).href, mayReach)
}

function headersOf({ userAgent, accept = '*/*', etag, lastModified }: Guarded): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept,
    'accept-encoding': ENCODINGS,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  }
}

async function read(response: Response, url: string, maxBytes: number): Promise<Fetched> {
  const header = (name: string) => response.headers.get(name) ?? undefined
  const waitMs = retryAfterMs(response.headers.get('retry-after'), Date.now())
  if (response.status !== 304 && !response.ok) {
    await response.body?.cancel()
    const said = `${response.status}${response.statusText && ` ${response.statusText}`}`
    throw new FetchError(`${placeOf(url)} answered ${said}.`, {
      status: response.status,
      ...defined({ retryAfterMs: waitMs }),
    })
  }
  return {
    url,
    status: response.status === 304 ? 304 : 200,
    body: response.status === 304 ? new Uint8Array() : await bodyOf(response, url, maxBytes),
    ...defined({
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      freshForMs: freshForMs(response.headers),
      retryAfterMs: waitMs,
    }),
  }
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** Counts bytes after decompression, so that a small bomb cannot become a large body. */
async function bodyOf(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new FetchError(`${placeOf(url)} is larger than ${maxBytes / 1_000_000} MB.`)
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function checkedUrl(text: string, mayReach: MayReach): URL {
  if (!URL.canParse(text)) throw new FetchError(`"${text}" is not an address. It should begin with https://.`)
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new FetchError(`${placeOf(text)} is not fetched: only http and https are.`)
  }
  if (url.username || url.password) {
    throw new FetchError(
      `${placeOf(text)} is not fetched: addresses with a user name or password in them are not.`,
    )
  }
  // The URL parser has already turned 0x7f.1 and 2130706433 into 127.0.0.1.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !mayReach(literal)) {
    throw new FetchError(`${placeOf(text)} is on ${ON_PRIVATE_NETWORK}.`)
  }
  return url
}

/** An address without what may be secret in it. */
function placeOf(text: string): string {
  if (!URL.canParse(text)) return `"${text}"`
  const url = new URL(text)
  return `${url.protocol}//${url.host}${url.pathname}`
}

async function createClient(timeoutMs: number, lookup: ReturnType<typeof guardedLookup>): Promise<Client> {
  const { Agent, fetch } = await import('undici')
  const silence = timeoutMs * SHARE_FOR_SILENCE
  return {
    fetch,
    agent: new Agent({ connectTimeout: silence, headersTimeout: silence, connect: { lookup } }),
  }
}
