// How fast Telegram takes messages: so many in any span of time, in all and into one chat. Off unless a test wants it.

import type { Clock } from '../../../src/ports.ts'
import { tooMany } from './api-error.ts'
import type { FakeChat } from './world.ts'

export interface RateLimits {
  readonly perSecond: number
  readonly perChatSecond: number
  /** Groups, and channels as well. */
  readonly perGroupMinute: number
}

export const TELEGRAM_LIMITS: RateLimits = { perSecond: 30, perChatSecond: 1, perGroupMinute: 20 }

const LIMITED: ReadonlySet<string> = new Set([
  'sendMessage',
  'editMessageText',
  'editMessageReplyMarkup',
  'sendMessageDraft',
  'sendPhoto',
  'sendRichMessage',
  'sendRichMessageDraft',
  'forwardMessage',
  'copyMessage',
])
const SECOND_MS = 1000
const MINUTE_MS = 60_000

export interface Rates {
  /** Counts the call, or refuses it. */
  check(method: string, chat: Pick<FakeChat, 'id' | 'type'>): void
}

export function createRates(clock: Clock, limits: RateLimits | undefined): Rates {
  const times = new Map<string, number[]>()
  return {
    check(method, { id, type }) {
      if (!limits || !LIMITED.has(method)) return
      const spans: readonly Span[] = [
        { key: 'all', sends: limits.perSecond, perMs: SECOND_MS },
        { key: `${id}/second`, sends: limits.perChatSecond, perMs: SECOND_MS },
        ...(type === 'private'
          ? []
          : [{ key: `${id}/minute`, sends: limits.perGroupMinute, perMs: MINUTE_MS }]),
      ]
      const now = clock.now()
      const waitMs = Math.max(...spans.map((span) => waitOf(recent(span, now), span, now)))
      if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000))
      for (const { key } of spans) times.get(key)?.push(now)
    },
  }

  function recent({ key, perMs }: Span, now: number): readonly number[] {
    const kept = (times.get(key) ?? []).filter((at) => at > now - perMs)
    times.set(key, kept)
    return kept
  }
}

interface Span {
  readonly key: string
  readonly sends: number
  readonly perMs: number
}

function waitOf(recent: readonly number[], { sends, perMs }: Span, now: number): number {
  const earliest = recent.at(-sends)
  return earliest === undefined ? 0 : earliest + perMs - now
}
