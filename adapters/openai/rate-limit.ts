// Hosted servers say with each reply how many tokens they still take, and when they take more.

import type { Clock } from '../../src/ports.ts'

export interface RateLimit {
  note(headers: Headers): void
  /** How long to wait before a call of so many tokens. */
  waitMs(tokens: number): number
}

export function createRateLimit(clock: Pick<Clock, 'now'>): RateLimit {
  let left = Number.POSITIVE_INFINITY
  let fullAt = 0
  return {
    note(headers) {
      const remaining = headers.get('x-ratelimit-remaining-tokens')
      const reset = durationMs(headers.get('x-ratelimit-reset-tokens') ?? '')
      if (remaining === null || !/^\d+$/.test(remaining) || reset === undefined) return
      left = Number(remaining)
      fullAt = clock.now() + reset
    },
    waitMs: (tokens) => (tokens <= left ? 0 : Math.max(0, fullAt - clock.now())),
  }
}

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

/** `6m0s`, `1.5s`, `20ms`. */
function durationMs(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)]
  if (parts.length === 0) return undefined
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0)
}
