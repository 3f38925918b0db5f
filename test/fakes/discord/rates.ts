// How fast Discord takes requests: of each kind into each channel, and in all. Off unless a test wants it.

import type { Clock } from '../../../src/ports.ts'

export interface RateLimits {
  /** Posts into one channel. */
  readonly perChannel: { readonly calls: number; readonly perMs: number }
  /** All calls as the bot. */
  readonly perSecond: number
}

export const DISCORD_LIMITS: RateLimits = { perChannel: { calls: 5, perMs: 5_000 }, perSecond: 50 }

export type Checked =
  | { readonly headers: Readonly<Record<string, string>> }
  | {
      readonly retryAfter: number
      readonly scope: 'user' | 'global'
      readonly headers: Readonly<Record<string, string>>
    }

export interface Rates {
  /** Counts the call, or says when it may come. */
  check(route: string, params: Readonly<Record<string, string>>): Checked
}

const POSTS = 'POST /channels/:channel/messages'

export function createRates(clock: Clock, limits: RateLimits | undefined): Rates {
  const times = new Map<string, number[]>()

  function waitMs(key: string, calls: number, perMs: number): number {
    const now = clock.now()
    const recent = (times.get(key) ?? []).filter((at) => at > now - perMs)
    times.set(key, recent)
    const earliest = recent.at(-calls)
    return earliest === undefined ? 0 : earliest + perMs - now
  }

  return {
    check(route, { channel = '' }) {
      if (!limits || /^\w+ \/(?:webhooks|interactions)/.test(route)) return { headers: {} }
      const global = waitMs('all', limits.perSecond, 1_000)
      if (global > 0) return { retryAfter: global / 1_000, scope: 'global', headers: {} }
      times.get('all')?.push(clock.now())
      if (route !== POSTS) return { headers: {} }
      const { calls, perMs } = limits.perChannel
      const own = waitMs(channel, calls, perMs)
      const recent = times.get(channel) ?? []
      if (own > 0) return { retryAfter: own / 1_000, scope: 'user', headers: headersOf(0, own / 1_000) }
      recent.push(clock.now())
      const resetMs = (recent[0] ?? clock.now()) + perMs - clock.now()
      return { headers: headersOf(calls - recent.length, resetMs / 1_000) }
    },
  }

  function headersOf(remaining: number, resetAfter: number) {
    return {
      'x-ratelimit-limit': String(limits?.perChannel.calls),
      'x-ratelimit-remaining': String(Math.max(0, remaining)),
      'x-ratelimit-reset-after': resetAfter.toFixed(3),
      'x-ratelimit-bucket': 'posts',
    }
  }
}
