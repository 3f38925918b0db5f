// Whether a post that may have arrived did. What was seen of it since proves that it arrived; that nothing was seen proves
// nothing.

import type { Delivery } from '../../src/domain.ts'
import type { Clock } from '../../src/ports.ts'
import { chatIdOf } from './address.ts'
import { type Bot, grammySignal } from './bot.ts'
import { visibleOfHtml } from './html.ts'
import { postOf } from './payload.ts'
import type { Seen } from './seen.ts'

export interface EvidenceParts {
  readonly bot: Bot
  readonly clock: Clock
  readonly seen: Seen
}

/** The copy of a channel post comes within seconds; those who look wait no longer than a minute. */
const WAIT_MS = 50_000
const LOOK_EVERY_MS = 1_000
/** Telegram gives times in seconds, by its own clock. */
const CLOCK_TOLERANCE_MS = 30_000

export async function evidenceOf(
  { bot, clock, seen }: EvidenceParts,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<{ readonly receipt: string } | 'unknown'> {
  const { chat, payload, isPlain, sendingAt, createdAt } = delivery
  const post = postOf(isPlain && payload.plain !== undefined ? { body: payload.plain } : payload)
  const text = post.isHtml ? visibleOfHtml(post.text) : post.text
  const since = (sendingAt ?? createdAt) - CLOCK_TOLERANCE_MS
  const found = () => seen.find({ chatId: chat.id, text, since })

  const until = found() || !(await hasCopies(bot, delivery, signal)) ? clock.now() : clock.now() + WAIT_MS
  while (!found() && !signal.aborted && clock.now() < until) await clock.sleep(LOOK_EVERY_MS, signal)
  const receipt = found()?.receipt
  return receipt === undefined ? 'unknown' : { receipt }
}

/** Whether the posts of the chat are copied into a group. */
async function hasCopies({ api }: Bot, { chat }: Delivery, signal: AbortSignal): Promise<boolean> {
  if (chat.kind !== 'channel') return false
  const { linked_chat_id: linked } = await api.getChat({ chat_id: chatIdOf(chat) }, grammySignal(signal))
  return linked !== undefined
}
