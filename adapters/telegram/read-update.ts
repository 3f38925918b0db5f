// Updates as far as they are read here. What Telegram has told of since this was written passes unseen; what does not have the
// shape that its documents promise is refused whole, with a sentence: it would be no better when it came again.

import type { Update } from 'grammy/types'
import { z } from 'zod'

/** Nobody can write more than 4,096 characters, of two units at most. */
const LONGEST_TEXT = 8_192
const LONGEST_TITLE = 255
/** The end of the year 2199, in seconds: no date of ours, nor a sum with one, goes beyond what a clock can show. */
const LATEST = 7_258_118_400

const id = z.int()
const date = z.int().min(0).max(LATEST)
const shortened = (longest: number) => z.string().transform((text) => text.slice(0, longest).toWellFormed())

const user = z.looseObject({ id, is_bot: z.boolean(), language_code: z.string().optional() })

const chat = z.looseObject({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: shortened(LONGEST_TITLE).optional(),
})

const entities = z
  .array(z.looseObject({ type: z.string(), offset: z.int().min(0), length: z.int().min(0) }))
  .optional()

const origin = z.looseObject({ type: z.string(), chat: chat.optional(), message_id: id.optional(), date })

/** Also what is no longer there, of which little more is told than its number. */
const shownMessage = z.looseObject({
  message_id: id,
  date,
  chat,
  from: user.optional(),
  text: shortened(LONGEST_TEXT).optional(),
  is_automatic_forward: z.boolean().optional(),
  forward_origin: origin.optional(),
})

const message = z.looseObject({
  ...shownMessage.shape,
  sender_chat: chat.optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: shownMessage.optional(),
  caption: shortened(LONGEST_TEXT).optional(),
  entities,
  caption_entities: entities,
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
})

const member = z.looseObject({
  status: z.enum(['creator', 'administrator', 'member', 'restricted', 'left', 'kicked']),
})

const update = z.looseObject({
  update_id: id,
  message: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string().min(1).max(256),
      from: user,
      data: z.string().max(256).optional(),
      message: shownMessage.optional(),
    })
    .optional(),
  stopped_message_generation: z.looseObject({ chat, draft_id: z.int() }).optional(),
  my_chat_member: z
    .looseObject({ chat, from: user, date, old_chat_member: member, new_chat_member: member })
    .optional(),
})

export type ReadUpdate = { readonly update: Update } | { readonly problem: string }

/** The problem says where, and never what was written. */
export function readUpdate(given: unknown): ReadUpdate {
  const { data, error } = update.safeParse(given)
  if (data) return { update: data as unknown as Update }
  return { problem: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
}
