// Parameters that several methods have. What is not listed here is not known to this server, though it may be to Telegram.

import { z } from 'zod'

export const chatId = z.union([z.int(), z.string().regex(/^@\w+$|^-?\d+$/)])
export const messageId = z.int()
export const threadId = z.int().exactOptional()
export const userId = z.int()

const user = z.strictObject({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: z.string(),
})

const entity = z.strictObject({
  type: z.string(),
  offset: z.int().min(0),
  length: z.int().min(1),
  url: z.string().exactOptional(),
  language: z.string().exactOptional(),
  custom_emoji_id: z.string().exactOptional(),
  user: user.exactOptional(),
})

const linkPreview = z.strictObject({
  is_disabled: z.boolean().exactOptional(),
  url: z.string().exactOptional(),
  prefer_small_media: z.boolean().exactOptional(),
  prefer_large_media: z.boolean().exactOptional(),
  show_above_text: z.boolean().exactOptional(),
})

export const replyParameters = z.strictObject({
  message_id: z.int(),
  chat_id: chatId.exactOptional(),
  allow_sending_without_reply: z.boolean().exactOptional(),
  quote: z.string().max(1024).exactOptional(),
  quote_parse_mode: z.literal('HTML').exactOptional(),
  quote_position: z.int().exactOptional(),
})

const inlineButton = z.strictObject({
  text: z.string(),
  url: z.string().exactOptional(),
  callback_data: z.string().exactOptional(),
  web_app: z.strictObject({ url: z.string() }).exactOptional(),
  switch_inline_query: z.string().exactOptional(),
  copy_text: z.strictObject({ text: z.string().min(1).max(256) }).exactOptional(),
  style: z.enum(['danger', 'success', 'primary']).exactOptional(),
  disabled: z.strictObject({}).exactOptional(),
})

export const inlineMarkup = z.strictObject({
  inline_keyboard: z.array(z.array(inlineButton)),
  force_reply: z.literal(true).exactOptional(),
})

const rights = z.record(z.string(), z.boolean())
const requestChat = z.strictObject({
  request_id: z.int(),
  chat_is_channel: z.boolean(),
  bot_is_member: z.boolean().exactOptional(),
  request_title: z.boolean().exactOptional(),
  user_administrator_rights: rights.exactOptional(),
  bot_administrator_rights: rights.exactOptional(),
})

const replyKeyboard = z.strictObject({
  keyboard: z.array(
    z.array(z.strictObject({ text: z.string().min(1), request_chat: requestChat.exactOptional() })),
  ),
  is_persistent: z.boolean().exactOptional(),
  resize_keyboard: z.boolean().exactOptional(),
  one_time_keyboard: z.boolean().exactOptional(),
  input_field_placeholder: z.string().min(1).max(64).exactOptional(),
  selective: z.boolean().exactOptional(),
})

const forceReply = z.strictObject({
  force_reply: z.literal(true),
  input_field_placeholder: z.string().min(1).max(64).exactOptional(),
  selective: z.boolean().exactOptional(),
})

const removeKeyboard = z.strictObject({
  remove_keyboard: z.literal(true),
  selective: z.boolean().exactOptional(),
})

export const anyMarkup = z.union([inlineMarkup, replyKeyboard, forceReply, removeKeyboard])

/** For the eyes of one person in a group. */
export const ephemeralParameters = z.strictObject({
  receiver_user_id: userId,
  callback_query_id: z.string().exactOptional(),
  replace_callback_query_message: z.boolean().exactOptional(),
})

/** How a text is marked up; `text` itself is absent when it is empty. */
export const textShape = {
  text: z.string().default(''),
  parse_mode: z.literal('HTML').exactOptional(),
  entities: z.array(entity).exactOptional(),
  link_preview_options: linkPreview.exactOptional(),
} as const
