import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { botMember, editableChat, hasRight } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { checkMarkup, keptMarkup } from '../keyboard.ts'
import { method } from '../method.ts'
import { chatId, inlineMarkup, messageId, textShape } from '../params.ts'
import { readMessageText } from '../text.ts'
import type { WireMessage } from '../wire.ts'
import { defined, type FakeChat, type World, wireDate } from '../world.ts'

const OWN_DELETABLE_S = 48 * 3600
const place = { chat_id: chatId, message_id: messageId, reply_markup: inlineMarkup.exactOptional() } as const

export const editMessageText = method({ ...place, ...textShape }, ({ world }, params) => {
  const chat = editableChat(world, params.chat_id)
  const message = editable(world, chat, params.message_id)
  checkMarkup(params.reply_markup)
  return replaceMessage(world, chat, message, {
    ...readMessageText(params, world.report),
    ...defined({
      link_preview_options: params.link_preview_options,
      reply_markup: keptMarkup(params.reply_markup),
    }),
  })
})

export const editMessageReplyMarkup = method(place, ({ world }, params) => {
  const chat = editableChat(world, params.chat_id)
  const message = editable(world, chat, params.message_id)
  checkMarkup(params.reply_markup)
  return replaceMessage(world, chat, message, {
    ...contentOf(message),
    ...defined({ reply_markup: keptMarkup(params.reply_markup) }),
  })
})

export const deleteMessage = method({ chat_id: chatId, message_id: messageId }, ({ world }, params) => {
  const chat = editableChat(world, params.chat_id)
  const message = chat.messages.get(params.message_id)
  if (!message) throw badRequest('message to delete not found')
  if (!isDeletable(world, chat, message)) throw badRequest("message can't be deleted")
  chat.messages.delete(message.message_id)
  return true
})

export const pinChatMessage = method(
  { chat_id: chatId, message_id: messageId, disable_notification: z.boolean().exactOptional() },
  ({ world }, params) => {
    pinnable(world, params.chat_id, params.message_id)
    return true
  },
)

function pinnable(world: World, id: number | string, message: number): void {
  const chat = editableChat(world, id)
  const right = chat.type === 'channel' ? 'can_edit_messages' : 'can_pin_messages'
  if (chat.type !== 'private' && !hasRight(botMember(world, chat), right)) {
    throw badRequest('not enough rights to manage pinned messages in the chat')
  }
  if (!chat.messages.has(message)) throw badRequest('message to pin not found')
}

export const unpinChatMessage = method({ chat_id: chatId, message_id: messageId }, ({ world }, params) => {
  pinnable(world, params.chat_id, params.message_id)
  return true
})

type Content = Pick<WireMessage, 'text' | 'entities' | 'link_preview_options' | 'reply_markup'>

/** Without a keyboard, an edit takes the one that was there away. */
function replaceMessage(world: World, chat: FakeChat, message: WireMessage, content: Content): WireMessage {
  if (
    isDeepStrictEqual(
      { ...contentOf(message), reply_markup: message.reply_markup },
      { ...content, reply_markup: content.reply_markup },
    )
  ) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  const {
    text: _text,
    entities: _entities,
    link_preview_options: _preview,
    reply_markup: _markup,
    ...rest
  } = message
  const edited = { ...rest, ...content, edit_date: wireDate(world) }
  chat.messages.set(message.message_id, edited)
  return edited
}

function contentOf({ text, entities, link_preview_options }: WireMessage): Content {
  return defined({ text, entities, link_preview_options })
}

function editable(world: World, chat: FakeChat, id: number): WireMessage {
  const message = chat.messages.get(id)
  if (!message) throw badRequest('message to edit not found')
  const isOthers = chat.type === 'channel' && hasRight(botMember(world, chat), 'can_edit_messages')
  if (!chat.ours.has(id) && !isOthers) throw badRequest("message can't be edited")
  return message
}

function isDeletable(world: World, chat: FakeChat, { message_id: id, date }: WireMessage): boolean {
  if (hasRight(botMember(world, chat), 'can_delete_messages')) return true
  return (chat.ours.has(id) || chat.type === 'private') && wireDate(world) - date < OWN_DELETABLE_S
}
