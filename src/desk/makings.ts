// Replies that are being made: each may tell how far it is, which its chat is shown in the meantime, and each can be stopped.
// What is there within a second shows nothing before itself.

import type { AnswerProgress, InboundEvent, Message } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import { messageFromProgress, messageOfStopped } from '../message/from-progress.ts'
import { spokenLanguage } from '../message/texts.ts'
import type { ChatAdapter, Clock, Log, Making, Progress } from '../ports.ts'

const FIRST_SHOWN_MS = 1_000

export interface MakingParts {
  readonly clock: Clock
  readonly log: Log
  /** The turn of a message that is no delivery; see `src/delivery`. */
  turn(chat: InboundEvent['chat'], signal: AbortSignal): Promise<boolean>
}

type Make = (making: Making) => Promise<Message | undefined>

export interface Makings {
  /** What was made, or when it was stopped, what had been checked until then. Throws when the signal aborts. */
  run(
    of: { readonly adapter: ChatAdapter; readonly event: InboundEvent },
    make: Make,
    signal: AbortSignal,
  ): Promise<Message | undefined>
  /** Nothing happens when that is not being made here. */
  stop(event: Extract<InboundEvent, { kind: 'stop' }>): void
}

export function createMakings(parts: MakingParts): Makings {
  const stops = new Map<string, () => void>()

  return {
    async run({ adapter, event }, make, signal) {
      const [stopped, over] = [new AbortController(), new AbortController()]
      const id = shownOf(event.key)
      const key = keyOf(event, id)
      stops.set(key, () => stopped.abort())
      const made: Showing = { event, shown: id, progress: undefined }
      const showing = showAll(parts, isWords(event) ? adapter.progress : undefined, made, over.signal)
      const making: Making = {
        signal: AbortSignal.any([signal, stopped.signal]),
        report(progress) {
          made.progress = progress
        },
      }
      try {
        return await Promise.race([make(making), whenStopped(stopped.signal, made)])
      } finally {
        stops.delete(key)
        over.abort()
        await showing
      }
    },

    stop: (event) => stops.get(keyOf(event, event.shown))?.(),
  }
}

/** Of what happens to a chat nobody waits for words. */
function isWords({ kind }: InboundEvent): boolean {
  return ['question', 'command', 'tap', 'form', 'about'].includes(kind)
}

interface Showing {
  readonly event: InboundEvent
  readonly shown: number
  progress: AnswerProgress | undefined
}

function keyOf({ chat, replyIn }: InboundEvent, shown: number): string {
  const { platform, id } = replyIn ?? chat
  return `${platform}:${id} ${shown}`
}

/** A number that is the same for all that is shown of one reply, also after a crash; never 0. FNV-1a, 31 bits. */
export function shownOf(key: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 1 || 1
}

function whenStopped(signal: AbortSignal, made: Showing): Promise<Message> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(messageOfStopped(made.progress, languageOf(made))), {
      once: true,
    })
  })
}

function languageOf({ event }: Showing): string {
  return spokenLanguage(event.language)
}

/** Until `over` aborts. Waits for its turn like any message, where the platform counts it as one. */
async function showAll(
  { clock, log, turn }: MakingParts,
  progress: Progress | undefined,
  made: Showing,
  over: AbortSignal,
): Promise<void> {
  if (!progress) return
  const chat = made.event.replyIn ?? made.event.chat
  const { everyMs, againMs, isMessage } = progress.pace(chat)
  let last: { readonly progress: AnswerProgress | undefined; readonly at: number } | undefined
  await clock.sleep(FIRST_SHOWN_MS, over)
  while (!over.aborted) {
    const isDue = last === undefined || last.progress !== made.progress || clock.now() - last.at >= againMs
    if (isDue && (!isMessage || (await turn(chat, over)))) {
      last = { progress: made.progress, at: clock.now() }
      const message = {
        ...messageFromProgress(made.progress, languageOf(made)),
        answers: made.event.key,
      }
      try {
        await progress.show(chat, message, { shown: made.shown, signal: over })
      } catch (error) {
        if (!over.aborted) log.debug('progress was not shown', { chat: chat.id, reason: reasonOf(error) })
      }
    }
    await clock.sleep(everyMs, over)
  }
}
