// The last resort for a post that may have arrived in a channel or supergroup, where messages are numbered per chat: the
// keyboard it would have is set on the numbers after the last known one. Ours says that it is so already; nobody else's can
// be changed. Not proved against Telegram itself, and so off unless the operator turns it on.

import type { Delivery } from '../../src/domain.ts'
import { chatIdOf, messageIdOf, receiptOf } from './address.ts'
import { type Bot, grammySignal } from './bot.ts'
import { type Failure, failureOf } from './failure.ts'
import { postOf } from './payload.ts'
import { markupOf } from './send.ts'

const MOST_PROBED = 5

/** `lastReceipt`: the last message that is known of the chat; that one and those before are never touched. */
export async function probeFor(
  bot: Bot,
  { chat, payload }: Delivery,
  lastReceipt: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly receipt: string } | 'unknown'> {
  const { keyboard } = postOf(payload)
  const last = lastReceipt === undefined ? undefined : messageIdOf(lastReceipt)
  if (last === undefined || !keyboard || !/^-100\d+$/.test(chat.id)) return 'unknown'
  const markup = await markupOf(bot, keyboard, signal)
  for (let id = last + 1; id <= last + MOST_PROBED; id += 1) {
    const given = { chat_id: chatIdOf(chat), message_id: id, reply_markup: markup }
    const isOurs = await bot.api.editMessageReplyMarkup(given, grammySignal(signal)).then(
      () => true,
      (error: unknown) => isSoAlready(failureOf(error)),
    )
    if (isOurs) return { receipt: receiptOf(chat.id, id) }
  }
  return 'unknown'
}

function isSoAlready(failure: Failure): boolean {
  return failure.kind === 'answered' && /message is not modified/i.test(failure.description)
}
