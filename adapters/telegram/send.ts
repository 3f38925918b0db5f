// One try to send a post, or to change one.

import type { RawApi } from 'grammy'
import type { Chat } from '../../src/domain.ts'
import type { Outcome } from '../../src/ports.ts'
import { chatIdOf, messageIdOf, receiptOf, threadIdOf } from './address.ts'
import { type Bot, grammySignal } from './bot.ts'
import { failureOf } from './failure.ts'
import { outcomeOf } from './outcome.ts'
import type { Key, Keyboard, Post } from './payload.ts'

type SendArguments = Parameters<RawApi['sendMessage']>[0]
type AnyMarkup = NonNullable<SendArguments['reply_markup']>
type Markup = Extract<AnyMarkup, { inline_keyboard: unknown }>

const LONGEST_PLACEHOLDER = 64
const STOPPED: Outcome = { kind: 'later', reason: 'It was stopped before it was sent.' }

export async function sendPost(bot: Bot, to: Chat, post: Post, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return STOPPED
  const fields = await fieldsOf(bot, to, post, signal)
  if ('kind' in fields) return fields
  const threadId = threadIdOf(to)
  const given: SendArguments = {
    chat_id: chatIdOf(to),
    ...fields,
    ...(threadId !== undefined && { message_thread_id: threadId }),
    ...(post.asksFor !== undefined && { reply_markup: forcedReply(post.asksFor) }),
    ...(post.isSilent && { disable_notification: true }),
    ...(post.replyTo !== undefined && {
      reply_parameters: { message_id: post.replyTo, allow_sending_without_reply: true },
    }),
  }
  try {
    const { chat, message_id: id } = await bot.api.sendMessage(given, grammySignal(signal))
    return { kind: 'delivered', receipt: receiptOf(chat.id, id) }
  } catch (error) {
    return outcomeOf(failureOf(error), to)
  }
}

/** A message that is so already is changed. One that cannot be changed any more stays as it is. */
export async function editPost(
  bot: Bot,
  to: Chat,
  { receipt, post, signal }: { readonly receipt: string; readonly post: Post; readonly signal: AbortSignal },
): Promise<Outcome> {
  const messageId = messageIdOf(receipt)
  if (messageId === undefined)
    return { kind: 'refused', class: 'content', reason: 'There is no message to change.' }
  if (signal.aborted) return STOPPED
  const fields = await fieldsOf(bot, to, post, signal)
  if ('kind' in fields) return fields
  try {
    await bot.api.editMessageText(
      { chat_id: chatIdOf(to), message_id: messageId, ...fields },
      grammySignal(signal),
    )
    return { kind: 'delivered', receipt }
  } catch (error) {
    const failure = failureOf(error)
    const isSame = failure.kind === 'answered' && /message is not modified/i.test(failure.description)
    return isSame ? { kind: 'delivered', receipt } : outcomeOf(failure, to)
  }
}

/** What sends and edits have in common. Previews of links come back unless each call says otherwise. */
async function fieldsOf(bot: Bot, to: Chat, { text, isHtml, keyboard }: Post, signal: AbortSignal) {
  const common = {
    text,
    ...(isHtml && { parse_mode: 'HTML' as const }),
    link_preview_options: { is_disabled: true },
  }
  if (!keyboard) return common
  try {
    return { ...common, reply_markup: await markupOf(bot, keyboard, signal) }
  } catch (error) {
    return unsent(outcomeOf(failureOf(error), to))
  }
}

/** Only to the one who is answered, who else writes there is left alone. */
function forcedReply(words: string): AnyMarkup {
  return { force_reply: true, selective: true, input_field_placeholder: words.slice(0, LONGEST_PLACEHOLDER) }
}

/** What could not be prepared was not sent. */
function unsent(outcome: Outcome): Outcome {
  return outcome.kind === 'unknown' ? { kind: 'later', reason: outcome.reason } : outcome
}

/** Links name the bot, which may have to be asked for. */
export async function markupOf(bot: Bot, keyboard: Keyboard, signal: AbortSignal): Promise<Markup> {
  const needsName = keyboard.flat().some((key) => !('data' in key))
  const name = needsName ? (await bot.me(signal)).username : ''
  return { inline_keyboard: keyboard.map((row) => row.map((key) => buttonOf(key, name))) }
}

function buttonOf(key: Key, botName: string): Markup['inline_keyboard'][number][number] {
  if ('data' in key) return { text: key.label, callback_data: key.data }
  const url = 'start' in key ? startUrl(botName, key.start) : addUrl(botName, key.adds)
  return { text: key.label, url }
}

/** With the rights it needs there: to post and to change posts; in a group to be an admin, who hears every message. */
function addUrl(botName: string, to: 'group' | 'channel'): string {
  const query = {
    channel: 'startchannel&admin=post_messages+edit_messages',
    group: 'startgroup&admin=manage_chat',
  }
  return `https://t.me/${botName}?${query[to]}`
}

export function startUrl(botName: string, payload: string): string {
  return `https://t.me/${botName}?start=${payload}`
}
