import { z } from 'zod'
import { checkThread, writableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { forwardToLinkedGroup } from '../auto-forward.ts'
import { whisper } from '../ephemeral.ts'
import { checkMarkup, keptMarkup } from '../keyboard.ts'
import { addMessage, type NewMessage, quoted, topicFields } from '../messages.ts'
import { method } from '../method.ts'
import { anyMarkup, chatId, ephemeralParameters, replyParameters, textShape, threadId } from '../params.ts'
import { readMessageText } from '../text.ts'
import type { WireMessage } from '../wire.ts'
import { defined, type FakeChat, type World, wireChat } from '../world.ts'

export const sendMessage = method(
  {
    chat_id: chatId,
    message_thread_id: threadId,
    ...textShape,
    disable_notification: z.boolean().exactOptional(),
    protect_content: z.boolean().exactOptional(),
    reply_parameters: replyParameters.exactOptional(),
    reply_markup: anyMarkup.exactOptional(),
    ephemeral_message_parameters: ephemeralParameters.exactOptional(),
  },
  ({ world }, params) => {
    const chat = writableChat(world, params.chat_id)
    checkThread(world, chat, params.message_thread_id)
    const earlier = repliedTo(chat, params.reply_parameters)
    checkMarkup(params.reply_markup)
    const fields: NewMessage = {
      ...author(world, chat),
      ...topicFields(chat, params.message_thread_id),
      ...(earlier && { reply_to_message: quoted(earlier) }),
      ...readMessageText(params, world.report),
      ...defined({
        link_preview_options: params.link_preview_options,
        reply_markup: keptMarkup(params.reply_markup),
      }),
    }
    const ephemeral = params.ephemeral_message_parameters
    return ephemeral ? whisper(world, chat, fields, ephemeral) : post(world, chat, fields)
  },
)

function post(world: World, chat: FakeChat, fields: NewMessage): WireMessage {
  const message = addMessage(world, chat, fields)
  chat.ours.add(message.message_id)
  forwardToLinkedGroup(world, chat, message)
  return message
}

/** A post of a channel is the channel's, not the bot's. */
function author({ bot }: World, chat: FakeChat) {
  return chat.type === 'channel' ? { sender_chat: wireChat(chat) } : { from: bot }
}

function repliedTo(
  chat: FakeChat,
  reply: z.output<typeof replyParameters> | undefined,
): WireMessage | undefined {
  if (!reply) return undefined
  const earlier = chat.messages.get(reply.message_id)
  if (!earlier && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found')
  if (earlier && reply.quote && !earlier.text?.includes(reply.quote)) throw badRequest('QUOTE_TEXT_INVALID')
  return earlier
}
