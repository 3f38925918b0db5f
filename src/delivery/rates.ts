// How fast messages leave: each platform takes so many in all and so many into one chat. Whoever wants to send stands in
// the line of his chat, then in the line of the platform, so that a chat has one place in the platform's line however
// much waits for it. Only the head of a line waits by the clock.

import type { Chat } from '../domain.ts'
import type { ChatAdapter, Clock, Rate } from '../ports.ts'
import { createWindow, type Window } from './window.ts'

export interface Rates {
  /**
   * Waits until one more message may go to that chat, and counts it. False when that is not soon: the signal aborts, the
   * platform is held, or the chat's own pace asks for a longer wait than a sender should stand idle for. What is urgent goes
   * ahead in the line of the platform: somebody waits for it.
   */
  take(chat: Chat, signal: AbortSignal, options?: { readonly isUrgent: boolean }): Promise<boolean>
  /** How long to stay away after a `take` that was false. */
  delayMs(chat: Chat): number
  /** Nothing goes to the platform for so long. False when it is held already. */
  hold(platform: string, ms: number): boolean
  /** Nothing goes to the chat for so long: the platform asked for it. */
  holdChat(chat: Chat, ms: number): void
}

const LONGEST_WAIT_MS = 5_000
const NO_LIMIT: Rate = { sends: Number.POSITIVE_INFINITY, perMs: 0 }

/** Runs work one at a time, what is urgent first, else in the order of asking. */
type Line = (work: () => Promise<boolean>, isUrgent?: boolean) => Promise<boolean>

interface Gate {
  readonly line: Line
  readonly window: Window
  hold: { readonly since: number; readonly ms: number }
}
interface ChatGate extends Gate {
  /** How many want to send to it now. */
  askers: number
}

export function createRates(parts: {
  readonly clock: Clock
  readonly adapters: readonly ChatAdapter[]
}): Rates {
  const { clock } = parts
  const adapters = new Map(parts.adapters.map((adapter) => [adapter.platform, adapter]))
  const platforms = new Map<string, Gate>()
  /** Least recently used first. */
  const chats = new Map<string, ChatGate>()

  function platformGate(platform: string): Gate {
    const known = platforms.get(platform)
    if (known) return known
    const rate = adapters.get(platform)?.rates?.platform ?? NO_LIMIT
    const gate = createGate(rate)
    platforms.set(platform, gate)
    return gate
  }

  function chatGate(chat: Chat): ChatGate {
    const known = chats.get(keyOf(chat))
    if (known) return known
    const rate = adapters.get(chat.platform)?.rates?.chat(chat) ?? NO_LIMIT
    return { ...createGate(rate), askers: 0 }
  }

  /** Keeps the gate as the one used last, and forgets those that nobody has asked for since their rates allow anything. */
  function keep(key: string, gate: ChatGate): void {
    chats.delete(key)
    chats.set(key, gate)
    const now = clock.now()
    for (const [oldest, of] of chats) {
      if (of.askers > 0 || !of.window.isEmpty(now) || heldMs(of, now) > 0) return
      chats.delete(oldest)
    }
  }

  async function isOpen(gate: Gate, platform: Gate, longestMs: number, signal: AbortSignal) {
    for (;;) {
      const now = clock.now()
      if (signal.aborted || heldMs(platform, now) > 0) return false
      const waitMs = Math.max(heldMs(gate, now), gate.window.freeAt(now) - now)
      if (waitMs > longestMs) return false
      if (waitMs <= 0) return true
      await clock.sleep(waitMs, signal)
    }
  }

  function passBoth(
    chat: ChatGate,
    platform: Gate,
    signal: AbortSignal,
    isUrgent: boolean,
  ): Promise<boolean> {
    return chat.line(async () => {
      if (!(await isOpen(chat, platform, LONGEST_WAIT_MS, signal))) return false
      return platform.line(async () => {
        if (!(await isOpen(platform, platform, Number.POSITIVE_INFINITY, signal))) return false
        for (const { window } of [chat, platform]) window.add(clock.now())
        return true
      }, isUrgent)
    }, isUrgent)
  }

  return {
    async take(chat, signal, { isUrgent } = { isUrgent: false }) {
      const gate = chatGate(chat)
      gate.askers += 1
      keep(keyOf(chat), gate)
      try {
        return await passBoth(gate, platformGate(chat.platform), signal, isUrgent)
      } finally {
        gate.askers -= 1
        keep(keyOf(chat), gate)
      }
    },

    delayMs(chat) {
      const now = clock.now()
      const gate = chats.get(keyOf(chat))
      const ownMs = gate ? Math.max(heldMs(gate, now), gate.window.freeAt(now) - now) : 0
      return Math.max(heldMs(platformGate(chat.platform), now), ownMs)
    },

    hold(platform, ms) {
      const gate = platformGate(platform)
      const since = clock.now()
      if (heldMs(gate, since) > 0) return false
      gate.hold = { since, ms }
      return true
    },

    holdChat(chat, ms) {
      const gate = chatGate(chat)
      gate.hold = { since: clock.now(), ms: Math.max(ms, heldMs(gate, clock.now())) }
      keep(keyOf(chat), gate)
    },
  }
}

function createGate(rate: Rate): Gate {
  return { line: createLine(), window: createWindow(rate), hold: { since: 0, ms: 0 } }
}

/** A clock that was set back ends a hold. */
function heldMs({ hold }: Gate, now: number): number {
  return now < hold.since ? 0 : Math.max(0, hold.since + hold.ms - now)
}

/** Threads of a chat share its pace. */
function keyOf({ platform, id }: Chat): string {
  return `${platform}:${id}`
}

function createLine(): Line {
  const waiting: { readonly run: () => Promise<void>; readonly isUrgent: boolean }[] = []
  let isRunning = false

  async function runAll(): Promise<void> {
    isRunning = true
    for (let one = waiting.shift(); one; one = waiting.shift()) await one.run()
    isRunning = false
  }

  return (work, isUrgent = false) =>
    new Promise((resolve, reject) => {
      const at = isUrgent ? waiting.findIndex((other) => !other.isUrgent) : -1
      const place = at < 0 ? waiting.length : at
      waiting.splice(place, 0, { run: () => work().then(resolve, reject), isUrgent })
      if (!isRunning) void runAll()
    })
}
