// What robots.txt says about a page (RFC 9309), kept for a day per origin.

import { DAY_MS, HOUR_MS } from '../clock.ts'
import { FetchError } from '../errors.ts'
import type { Fetch } from '../http.ts'
import type { Clock } from '../ports.ts'
import { decodeBody } from './decode-body.ts'

export interface Ruling {
  readonly isAllowed: boolean
  /** How long it wants us to wait between two pages. */
  readonly delayMs?: number
}

export type Robots = (url: string, signal?: AbortSignal) => Promise<Ruling>

interface RobotsParts {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly userAgent: string
}

/** A file may be larger; what is behind that much of it does not count. */
const MAX_BYTES = 500_000
const MOST_DELAY_MS = 10_000
const REMEMBERED = 500

interface Rules {
  readonly rulingFor: (url: string) => Ruling
  readonly until: number
}

const EVERYTHING = { isAllowed: true }
const NOTHING = { isAllowed: false }

export function createRobots(parts: RobotsParts): Robots {
  const known = new Map<string, Promise<Rules>>()
  return async (url, signal) => {
    if (!URL.canParse(url)) return EVERYTHING
    const { origin } = new URL(url)
    let rules = known.get(origin)
    if (!rules || (await rules).until <= parts.clock.now()) {
      rules = readRules(parts, origin, signal)
      remember(known, origin, rules)
    }
    return (await rules).rulingFor(url)
  }
}

function remember(known: Map<string, Promise<Rules>>, origin: string, rules: Promise<Rules>): void {
  known.delete(origin)
  known.set(origin, rules)
  rules.catch(() => known.delete(origin))
  for (const oldest of known.size > REMEMBERED ? known.keys() : []) {
    known.delete(oldest)
    break
  }
}

/** No file, no rules. A server that cannot say what its rules are is left alone for an hour. */
async function readRules(parts: RobotsParts, origin: string, signal?: AbortSignal): Promise<Rules> {
  const now = parts.clock.now()
  try {
    const { body, contentType } = await parts.fetch(`${origin}/robots.txt`, {
      accept: 'text/plain',
      ...(signal && { signal }),
    })
    const text = decodeBody(body.subarray(0, MAX_BYTES), contentType)
    return { until: now + DAY_MS, rulingFor: await reader(origin, text, parts.userAgent) }
  } catch (error) {
    if (!(error instanceof FetchError) || error.isUnreachable || signal?.aborted) throw error
    const isUnsaid = error.status !== undefined && (error.status >= 500 || error.status === 429)
    return isUnsaid
      ? { until: now + HOUR_MS, rulingFor: () => NOTHING }
      : { until: now + DAY_MS, rulingFor: () => EVERYTHING }
  }
}

async function reader(origin: string, text: string, userAgent: string): Promise<Rules['rulingFor']> {
  const module = await import('robots-parser')
  // Its types call the function `default` of what is the function itself.
  const parseRobots = module.default as unknown as typeof module.default.default
  const rules = parseRobots(`${origin}/robots.txt`, text)
  const seconds = rules.getCrawlDelay(userAgent)
  const delay =
    seconds !== undefined && seconds > 0 ? { delayMs: Math.min(MOST_DELAY_MS, seconds * 1000) } : {}
  return (url) => ({ isAllowed: rules.isAllowed(url, userAgent) ?? true, ...delay })
}
