// The other side of a chat platform, in the test's hands: what arrives there stays there, whatever it answers.

import type { Chat } from '../../src/domain.ts'
import type { Clock, Outcome } from '../../src/ports.ts'

/** One request as it came in. `isShown`: readers of the chat see it, as a post of its own. */
export interface Received {
  readonly at: number
  readonly chat: Chat
  readonly key: string
  readonly body: string
  readonly isShown: boolean
}

/** What the far end does with one request. Without `arrives`, only what is delivered has arrived. */
export interface Answer {
  readonly says: Outcome | 'nothing' | Error
  readonly arrives?: boolean
  /** How long the answer takes. */
  readonly afterMs?: number
}

export interface FarEnd {
  /** Answers one request; never, when the script says so. */
  receive(chat: Chat, body: string, key: string): Promise<Outcome>
  /** Every request, in order. */
  readonly received: readonly Received[]
  /** What readers of the chat see, in order. */
  shown(chatId: string): readonly string[]
  hasKey(key: string): boolean
  /** The next requests for that chat are answered so, one each; `always` from then on, until it is undefined. */
  script(chatId: string, ...answers: readonly Answer[]): void
  always(chatId: string | 'everywhere', answer: Answer | undefined): void
}

export interface FarEndOptions {
  readonly clock: Clock
  /** A key that came before is not shown again, and answered like the first time. */
  readonly knowsKeys?: boolean
  /** More than so many in any second are answered `later`, with how long to wait. */
  readonly perSecond?: number
}

const SECOND_MS = 1_000

export function createFarEnd({ clock, knowsKeys = false, perSecond }: FarEndOptions): FarEnd {
  const received: Received[] = []
  const receipts = new Map<string, string>()
  const scripts = new Map<string, Answer[]>()
  const standing = new Map<string, Answer>()
  let accepted: number[] = []

  function answerTo(chat: Chat): Answer {
    const scripted = scripts.get(chat.id)?.shift() ?? standing.get(chat.id) ?? standing.get('everywhere')
    if (scripted) return scripted
    const waitMs = overload()
    if (waitMs > 0)
      return { says: { kind: 'later', retryAfterMs: waitMs, reason: 'Too many requests: retry later.' } }
    accepted.push(clock.now())
    return { says: { kind: 'delivered', receipt: `r${receipts.size + 1}` } }
  }

  function overload(): number {
    if (perSecond === undefined) return 0
    accepted = accepted.filter((at) => at > clock.now() - SECOND_MS)
    return accepted.length < perSecond ? 0 : (accepted[0] ?? 0) + SECOND_MS - clock.now()
  }

  return {
    received,
    hasKey: (key) => receipts.has(key),
    shown: (chatId) =>
      received.filter(({ chat, isShown }) => isShown && chat.id === chatId).map(({ body }) => body),
    script: (chatId, ...answers) => void scripts.set(chatId, [...(scripts.get(chatId) ?? []), ...answers]),
    always: (chatId, answer) => void (answer ? standing.set(chatId, answer) : standing.delete(chatId)),

    async receive(chat, body, key) {
      const { says, arrives = isDelivered(says), afterMs = 0 } = answerTo(chat)
      const earlier = knowsKeys ? receipts.get(key) : undefined
      received.push({ at: clock.now(), chat, key, body, isShown: arrives && earlier === undefined })
      if (arrives && earlier === undefined)
        receipts.set(key, isDelivered(says) ? says.receipt : `r${receipts.size + 1}`)
      if (afterMs > 0) await clock.sleep(afterMs)
      if (says === 'nothing') return new Promise(() => {})
      if (says instanceof Error) throw says
      return isDelivered(says) && earlier !== undefined ? { kind: 'delivered', receipt: earlier } : says
    },
  }
}

function isDelivered(says: Answer['says']): says is Extract<Outcome, { kind: 'delivered' }> {
  return says !== 'nothing' && !(says instanceof Error) && says.kind === 'delivered'
}
