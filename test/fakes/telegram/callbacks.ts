// Presses of buttons. One that is not answered within some seconds cannot be answered any more.

import { botMember, isIn } from './access.ts'
import { chatOf, personOf } from './people.ts'
import type { WireButton, WireMessage } from './wire.ts'
import { type Callback, type FakeChat, newId, type World } from './world.ts'

const ANSWERABLE_MS = 15_000

export function isAnswerable({ callbacks, clock }: World, id: string): boolean {
  const callback = callbacks.get(id)
  return callback !== undefined && clock.now() - callback.at <= ANSWERABLE_MS
}

/** The button of that label below a message. */
export function buttonOf(world: World, chatId: number, messageId: number, label: string): WireButton {
  const buttons = messageOf(chatOf(world, chatId), messageId).reply_markup?.inline_keyboard?.flat() ?? []
  const button = buttons.find(({ text }) => text === label)
  if (!button)
    throw new Error(`no button "${label}" among ${JSON.stringify(buttons.map(({ text }) => text))}`)
  return button
}

export function press(
  world: World,
  personId: number,
  chatId: number,
  messageId: number,
  data: string,
): Callback {
  const chat = chatOf(world, chatId)
  const callback: Callback = { id: `${newId(world)}000${personId}`, personId, at: world.clock.now() }
  world.callbacks.set(callback.id, callback)
  if (!isIn(botMember(world, chat))) return callback
  world.updates.push({
    callback_query: {
      id: callback.id,
      from: personOf(world, personId),
      chat_instance: String(chatId),
      data,
      message: messageOf(chat, messageId),
    },
  })
  return callback
}

function messageOf({ id, messages }: FakeChat, messageId: number): WireMessage {
  const message = messages.get(messageId)
  if (!message) throw new Error(`there is no message ${messageId} in the chat ${id}`)
  return message
}
