// The table of Discord's refusals: what each means for a post and for its chat.

import type { RefusalClass } from '../../src/domain.ts'
import type { Outcome } from '../../src/ports.ts'
import { type Failure, isTokenRefused, reasonOfFailure } from './failure.ts'

export const CODES = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  threadExists: 160_004,
  tooManyThreads: 160_006,
  openingTooFast: 40_003,
  alreadyCrossposted: 40_033,
  forum: 40_058,
  alreadyAcknowledged: 40_060,
  tagRequired: 40_067,
  followUpCap: 40_094,
  missingAccess: 50_001,
  cannotDm: 50_007,
  emptyMessage: 50_006,
  notText: 50_008,
  missingPermissions: 50_013,
  wrongType: 50_024,
  invalidWebhookToken: 50_027,
  archived: 50_083,
  locked: 160_005,
} as const

const GONE: ReadonlySet<number> = new Set([CODES.unknownChannel, CODES.unknownGuild, CODES.unknownUser])
const NO_RIGHT: ReadonlySet<number> = new Set([CODES.missingAccess, CODES.missingPermissions, CODES.cannotDm])
const TOPIC: ReadonlySet<number> = new Set([
  CODES.forum,
  CODES.tagRequired,
  CODES.notText,
  CODES.wrongType,
  CODES.archived,
  CODES.locked,
  CODES.tooManyThreads,
])
/** Slow mode, limits on writing of a channel and a server, an overloaded server, private chats opened too fast. */
const WAIT: ReadonlySet<number> = new Set([20_016, 20_028, 20_029, 130_000, CODES.openingTooFast])

type Answered = Extract<Failure, { kind: 'answered' }>

export function outcomeOf(failure: Failure): Outcome {
  const reason = reasonOfFailure(failure)
  switch (failure.kind) {
    case 'not-sent':
      return { kind: 'later', reason }
    case 'limited':
      return { kind: 'later', retryAfterMs: failure.retryAfterMs, reason }
    case 'unclear':
      return { kind: 'unknown', reason }
    case 'answered':
      return outcomeOfAnswer(failure, reason)
  }
}

function outcomeOfAnswer(failure: Answered, reason: string): Outcome {
  const { status, code } = failure
  if (status === 429 || WAIT.has(code)) return { kind: 'later', reason }
  if (status >= 500) return { kind: 'unknown', reason }
  return { kind: 'refused', class: classOf(failure), reason }
}

/** What is not known is taken for a defect of the post: the chat is not paused for it. */
function classOf(failure: Answered): RefusalClass {
  const { code } = failure
  if (isTokenRefused(failure)) return 'token'
  if (GONE.has(code)) return 'gone'
  if (TOPIC.has(code)) return 'topic'
  return NO_RIGHT.has(code) || (failure.status === 403 && code === 0) ? 'no-right' : 'content'
}

/** Of what was to be prepared for a send: it was not sent. */
export function unsent(outcome: Outcome): Outcome {
  return outcome.kind === 'unknown' ? { kind: 'later', reason: outcome.reason } : outcome
}
