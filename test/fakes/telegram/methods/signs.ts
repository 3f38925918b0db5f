// Signs of life: answers to presses, what the bot is doing, drafts of what it is going to say, reactions.

import { z } from 'zod'
import { checkThread, draftChat, reachableChat, writableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { isAnswerable } from '../callbacks.ts'
import { method } from '../method.ts'
import { chatId, messageId, textShape, threadId } from '../params.ts'
import { readText } from '../text.ts'
import { defined, type World } from '../world.ts'

const MAX_ANSWER = 200
const MAX_INLINE_RESULTS = 50
const MAX_OFFSET_BYTES = 64

export const answerCallbackQuery = method(
  {
    callback_query_id: z.string(),
    text: z.string().exactOptional(),
    show_alert: z.boolean().exactOptional(),
    url: z.string().exactOptional(),
    cache_time: z.int().exactOptional(),
  },
  ({ world }, params) => {
    const callback = world.callbacks.get(params.callback_query_id)
    if (!callback || !isAnswerable(world, callback.id)) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    }
    if ([...(params.text ?? '')].length > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG')
    if (params.url !== undefined && !leadsToBot(world, params.url)) throw badRequest('URL_INVALID')
    const { text, show_alert, url } = params
    callback.answer ??= { at: world.clock.now(), ...defined({ text, show_alert, url }) }
    return true
  },
)

/** No other address may be opened by an answer. */
function leadsToBot({ bot }: World, url: string): boolean {
  const [, name] = /^(?:https:\/\/)?t\.me\/(\w+)\?start=[\w-]{1,64}$/.exec(url) ?? []
  return name?.toLowerCase() === bot.username?.toLowerCase()
}

export const sendChatAction = method(
  { chat_id: chatId, message_thread_id: threadId, action: z.literal('typing') },
  ({ world }, params) => {
    const chat = writableChat(world, params.chat_id)
    if (chat.type === 'channel') throw badRequest('chat actions are not shown in channel chats')
    checkThread(world, chat, params.message_thread_id)
    world.actions.push({
      chatId: chat.id,
      ...defined({ threadId: params.message_thread_id }),
      action: params.action,
    })
    return true
  },
)

export const sendMessageDraft = method(
  {
    chat_id: z.int(),
    message_thread_id: threadId,
    draft_id: z.int(),
    text: textShape.text,
    parse_mode: textShape.parse_mode,
    entities: textShape.entities,
    can_stop: z.boolean().exactOptional(),
    keep_on_stop: z.boolean().exactOptional(),
  },
  ({ world }, params) => {
    const chat = draftChat(world, params.chat_id, params.draft_id)
    checkThread(world, chat, params.message_thread_id)
    const { text } = readText(params, world.report)
    world.drafts.push({ chatId: chat.id, draftId: params.draft_id, text, canStop: params.can_stop ?? false })
    return true
  },
)

export const setMessageReaction = method(
  {
    chat_id: chatId,
    message_id: messageId,
    reaction: z.array(z.strictObject({ type: z.literal('emoji'), emoji: z.string() })).exactOptional(),
    is_big: z.boolean().exactOptional(),
  },
  ({ world }, params) => {
    const chat = reachableChat(world, params.chat_id)
    if (!chat.messages.has(params.message_id)) throw badRequest('message to react not found')
    return true
  },
)

export const answerInlineQuery = method(
  {
    inline_query_id: z.string(),
    results: z.array(z.looseObject({ type: z.string(), id: z.string().min(1).max(64) })),
    cache_time: z.int().exactOptional(),
    is_personal: z.boolean().exactOptional(),
    next_offset: z.string().exactOptional(),
  },
  (_, { results, next_offset: offset = '' }) => {
    if (results.length > MAX_INLINE_RESULTS) throw badRequest('RESULTS_TOO_MUCH')
    if (Buffer.byteLength(offset) > MAX_OFFSET_BYTES) throw badRequest('NEXT_OFFSET_INVALID')
    return true
  },
)
