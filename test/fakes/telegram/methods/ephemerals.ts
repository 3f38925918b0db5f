// What one person alone sees in a group, changed or taken away.

import { z } from 'zod'
import { reachableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { checkMarkup, keptMarkup } from '../keyboard.ts'
import { method } from '../method.ts'
import { chatId, inlineMarkup, textShape, userId } from '../params.ts'
import { readMessageText } from '../text.ts'
import { defined, type World } from '../world.ts'

const place = { chat_id: chatId, receiver_user_id: userId, ephemeral_message_id: z.int() } as const

export const editEphemeralMessageText = method(
  { ...place, ...textShape, reply_markup: inlineMarkup.exactOptional() },
  ({ world }, params) => {
    const at = indexOf(world, params)
    checkMarkup(params.reply_markup)
    const { reply_markup: _, ...before } = world.ephemerals[at]?.message ?? missing()
    world.ephemerals[at] = {
      personId: params.receiver_user_id,
      message: {
        ...before,
        ...readMessageText(params, world.report),
        ...defined({ reply_markup: keptMarkup(params.reply_markup) }),
      },
    }
    return true
  },
)

export const deleteEphemeralMessage = method(place, ({ world }, params) => {
  world.ephemerals.splice(indexOf(world, params), 1)
  return true
})

interface Whose {
  readonly chat_id: number | string
  readonly receiver_user_id: number
  readonly ephemeral_message_id: number
}

function indexOf(world: World, { chat_id, receiver_user_id, ephemeral_message_id }: Whose): number {
  const chat = reachableChat(world, chat_id)
  const at = world.ephemerals.findIndex(
    ({ personId, message }) =>
      personId === receiver_user_id &&
      message.ephemeral_message_id === ephemeral_message_id &&
      message.chat.id === chat.id,
  )
  return at >= 0 ? at : missing()
}

function missing(): never {
  throw badRequest('message to edit not found')
}
