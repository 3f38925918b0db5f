// One request at a time per host and a pause after it; a host that is not there, or asks for rest, is left alone for a
// while; robots.txt has a say in pages that nobody asked for by name.

import { isIP } from 'node:net'
import { MINUTE_MS } from '../clock.ts'
import { FetchError } from '../errors.ts'
import { type Fetch, type Fetched, type FetchOptions, follow, type Hop, type Redirect } from '../http.ts'
import type { Clock } from '../ports.ts'
import { isPrivateAddress } from './addresses.ts'
import { createRobots } from './robots.ts'

export interface PoliteOptions {
  readonly hop: Hop
  readonly clock: Clock
  /** Robots.txt is asked about it. */
  readonly userAgent: string
  /** Between the end of one request to a host and the beginning of the next. */
  readonly pauseMs?: number
}

const PAUSE_MS = 1_000
/** A host that is not there is asked again after so long: the other feeds on it are not kept waiting one after the other. */
const UNREACHABLE_MS = MINUTE_MS
/** What a host is given that asks for less haste without saying how long. */
const HASTE_MS = MINUTE_MS
const MOST_REST_MS = 60 * MINUTE_MS
const REMEMBERED_HOSTS = 2_000

interface Host {
  /** The end of the line. */
  last: Promise<unknown>
  waiting: number
  freeAt: number
  /** In the operator's own network, where nobody else is kept waiting. */
  readonly isOwn: boolean
  /** Why it is left alone, and until when. */
  rest?: { readonly until: number; readonly error: FetchError }
}

export function politeFetch({ hop, clock, userAgent, pauseMs = PAUSE_MS }: PoliteOptions): Fetch {
  const hosts = new Map<string, Host>()

  async function inTurn(url: string, options: FetchOptions, pause = pauseMs): Promise<Fetched | Redirect> {
    const host = hostOf(hosts, url, clock.now())
    const turn = host.last.then(async () => {
      const waitMs = host.freeAt - clock.now()
      if (waitMs > 0) await clock.sleep(waitMs, options.signal)
      refuseAtRest(host, clock.now())
      try {
        return await hop(url, options)
      } catch (error) {
        const rest = restAfter(error, clock.now())
        if (rest) host.rest = rest
        throw error
      } finally {
        host.freeAt = clock.now() + (host.isOwn ? 0 : pause)
      }
    })
    host.waiting += 1
    const leave = () => {
      host.waiting -= 1
    }
    // Gives nothing, so that what was fetched is not held on to.
    host.last = turn.then(leave, leave)
    return turn
  }

  const fetchInTurn: Fetch = (start, options = {}) => follow(start, (url) => inTurn(url, options))
  const robots = createRobots({ clock, userAgent, fetch: fetchInTurn })

  /** Wherever it leads: each host on the way has its turn and its say. */
  async function pageInTurn(url: string, options: FetchOptions): Promise<Fetched | Redirect> {
    const { isAllowed, delayMs = 0 } = await robots(url, options.signal)
    if (!isAllowed)
      throw new FetchError(`The robots.txt of ${new URL(url).host} asks not to fetch this page.`)
    return inTurn(url, options, Math.max(pauseMs, delayMs))
  }

  return (start, options = {}) =>
    options.isPage ? follow(start, (url) => pageInTurn(url, options)) : fetchInTurn(start, options)
}

function hostOf(hosts: Map<string, Host>, url: string, now: number): Host {
  const name = URL.canParse(url) ? new URL(url).hostname : ''
  const known = hosts.get(name)
  if (known) return known
  if (hosts.size >= REMEMBERED_HOSTS) forgetIdle(hosts, now)
  const host: Host = { last: Promise.resolve(), waiting: 0, freeAt: 0, isOwn: isOwnHost(name) }
  hosts.set(name, host)
  return host
}

function isOwnHost(name: string): boolean {
  const literal = name.replace(/^\[|\]$/g, '')
  return name === 'localhost' || (isIP(literal) !== 0 && isPrivateAddress(literal))
}

function forgetIdle(hosts: Map<string, Host>, now: number): void {
  for (const [name, { waiting, freeAt, rest }] of hosts) {
    if (waiting === 0 && Math.max(freeAt, rest?.until ?? 0) <= now) hosts.delete(name)
  }
}

function refuseAtRest({ rest }: Host, now: number): void {
  if (!rest || rest.until <= now) return
  const { error, until } = rest
  throw new FetchError(error.message, {
    cause: error,
    retryAfterMs: until - now,
    isUnreachable: error.isUnreachable,
  })
}

function restAfter(error: unknown, now: number): Host['rest'] {
  if (!(error instanceof FetchError)) return undefined
  if (error.isUnreachable) return { until: now + UNREACHABLE_MS, error }
  if (error.status !== 429 && (error.status !== 503 || error.retryAfterMs === undefined)) return undefined
  return { until: now + Math.min(MOST_REST_MS, error.retryAfterMs ?? HASTE_MS), error }
}
