// Fetching from the internet, guarded: limits on time, size and redirects, and no private network, whether it is named,
// written as a number, or reached by a redirect. The address that was checked is the one that is connected to.

import { lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import type { Agent, Response, fetch as undiciFetch } from 'undici'
import { FetchError, reasonOf } from './errors.ts'

export interface Fetched {
  /** Where it came from in the end. */
  readonly url: string
  readonly status: 200 | 304
  readonly body: Uint8Array
  readonly contentType?: string
  readonly etag?: string
  readonly lastModified?: string
  readonly cacheControl?: string
  readonly retryAfterMs?: number
}

export interface FetchOptions {
  readonly signal?: AbortSignal
  /** What the server said last time; it may then answer 304 with an empty body. */
  readonly etag?: string
  readonly lastModified?: string
  readonly maxBytes?: number
  readonly accept?: string
}

/** Throws FetchError with one sentence that names the address and the reason. */
export type Fetch = (url: string, options?: FetchOptions) => Promise<Fetched>

export interface GuardOptions {
  readonly userAgent: string
  /** Which network addresses may be connected to; without it, those that are not private. */
  readonly mayReach?: (address: string) => boolean
  /** For the whole of one fetch, redirects included. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 20_000
const MAX_BYTES = 5_000_000
const MAX_REDIRECTS = 5

export function guardedFetch({
  userAgent,
  mayReach = (address) => !isPrivateAddress(address),
  timeoutMs = TIMEOUT_MS,
}: GuardOptions): Fetch {
  let client: Promise<Client> | undefined
  return async (url, options = {}) => {
    client ??= createClient(mayReach, timeoutMs)
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
    const place = placeOf(url)
    try {
      return await follow(url, { ...options, ...(await client), signal, mayReach, userAgent })
    } catch (cause) {
      if (cause instanceof FetchError) throw cause
      if (timeout.aborted)
        throw new FetchError(`${place} did not answer within ${timeoutMs / 1000} seconds.`, { cause })
      throw new FetchError(`${place} could not be reached: ${whyUnreachable(cause)}.`, { cause })
    }
  }
}

/** What speaks HTTP; most commands fetch nothing and do not load it. */
interface Client {
  readonly fetch: typeof undiciFetch
  readonly agent: Agent
}

type MayReach = NonNullable<GuardOptions['mayReach']>

interface Guarded extends FetchOptions, Client {
  readonly mayReach: MayReach
  readonly userAgent: string
  readonly signal: AbortSignal
}

async function follow(start: string, o: Guarded): Promise<Fetched> {
  let url = checkedUrl(start, o.mayReach)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await o.fetch(url, {
      dispatcher: o.agent,
      redirect: 'manual',
      signal: o.signal,
      headers: headersOf(o),
    })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && response.status !== 304 && location) {
      await response.body?.cancel()
      url = checkedUrl(new URL(location, url).href, o.mayReach)
      continue
    }
    return read(response, url.href, o.maxBytes ?? MAX_BYTES)
  }
  throw new FetchError(`${placeOf(start)} redirects more than ${MAX_REDIRECTS} times.`)
}

function headersOf({ userAgent, accept = '*/*', etag, lastModified }: Guarded): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  }
}

async function read(response: Response, url: string, maxBytes: number): Promise<Fetched> {
  const header = (name: string) => response.headers.get(name) ?? undefined
  const retryAfterMs = retryAfter(header('retry-after'))
  if (response.status !== 304 && !response.ok) {
    await response.body?.cancel()
    const said = `${response.status}${response.statusText && ` ${response.statusText}`}`
    throw new FetchError(
      `${placeOf(url)} answered ${said}.`,
      retryAfterMs === undefined ? {} : { retryAfterMs },
    )
  }
  return {
    url,
    status: response.status === 304 ? 304 : 200,
    body: response.status === 304 ? new Uint8Array() : await bodyOf(response, url, maxBytes),
    ...defined({
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      cacheControl: header('cache-control'),
      retryAfterMs,
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
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new FetchError(`${placeOf(url)} is larger than ${maxBytes / 1_000_000} MB.`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Seconds or a date, as milliseconds from now. */
function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
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
  if (isIP(literal) !== 0 && !mayReach(literal)) throw privateError(text)
  return url
}

function privateError(url: string): FetchError {
  return new FetchError(`${placeOf(url)} is on a private network, which Brevier does not fetch.`)
}

/** An address without what may be secret in it. */
function placeOf(text: string): string {
  if (!URL.canParse(text)) return `"${text}"`
  const url = new URL(text)
  return `${url.protocol}//${url.host}${url.pathname}`
}

const privateNetworks = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6')
}

/** Loopback, private, link-local, metadata, multicast, reserved, or a wrapper of an IPv4 address. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (isIP(bare) === 6) return privateNetworks.check(bare, 'ipv6') || isMapped(bare)
  return isIP(bare) === 4 ? privateNetworks.check(bare, 'ipv4') : true
}

/** `::ffff:10.0.0.1` is an IPv4 address in IPv6 clothes; no public server needs it. */
function isMapped(address: string): boolean {
  return new URL(`http://[${address}]`).hostname.startsWith('[::ffff:')
}

async function createClient(mayReach: MayReach, timeoutMs: number): Promise<Client> {
  const { Agent, fetch } = await import('undici')
  const agent = new Agent({
    connectTimeout: timeoutMs,
    connect: {
      lookup(hostname, options, callback) {
        lookup(hostname, { ...options, all: true }, (error, addresses) => {
          if (error) return callback(error, [])
          const allowed = addresses.filter(({ address }) => mayReach(address))
          const [first] = allowed
          if (!first) return callback(new PrivateNetworkError(), [])
          if (options.all) callback(null, allowed)
          else callback(null, first.address, first.family)
        })
      },
    },
  })
  return { fetch, agent }
}

class PrivateNetworkError extends Error {
  readonly code = 'PRIVATE_NETWORK'
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'names cannot be looked up just now',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  PRIVATE_NETWORK: 'its name leads to a private network, which Brevier does not fetch',
}

/** The innermost cause in plain words. */
function whyUnreachable(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (REASONS[code]) return REASONS[code]
    if (!(cause.cause instanceof Error)) return reasonOf(cause).replace(/\.$/, '')
  }
  return reasonOf(error)
}

/** Bytes as text: by byte order mark, header, the document's own declaration; else UTF-8, or Windows-1252 if it is not. */
export function decodeBody(bytes: Uint8Array, contentType?: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const declared =
    encodingOfMark(bytes) ??
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ??
    /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  for (const encoding of [declared, 'utf-8']) {
    if (encoding === undefined) continue
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // An unknown name or bytes that do not fit it: the next guess.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}
