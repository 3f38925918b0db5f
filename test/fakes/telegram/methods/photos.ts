import { z } from 'zod'
import { writableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { addMessage, topicFields } from '../messages.ts'
import { method } from '../method.ts'
import { chatId, textShape, threadId } from '../params.ts'
import { readText } from '../text.ts'

const MAX_CAPTION_CHARACTERS = 1024

/** A photo by its address or id. */
export const sendPhoto = method(
  {
    chat_id: chatId,
    message_thread_id: threadId,
    photo: z.string(),
    caption: textShape.text,
    parse_mode: textShape.parse_mode,
    disable_notification: z.boolean().exactOptional(),
  },
  ({ world }, { caption, ...params }) => {
    const chat = writableChat(world, params.chat_id)
    const formatted = readText({ ...params, text: caption }, world.report)
    if ([...formatted.text].length > MAX_CAPTION_CHARACTERS) throw badRequest('message caption is too long')
    const message = addMessage(world, chat, {
      ...(chat.type !== 'channel' && { from: world.bot }),
      ...topicFields(chat, params.message_thread_id),
      photo: [{ file_id: params.photo, file_unique_id: params.photo, width: 640, height: 360 }],
      caption: formatted.text,
      caption_entities: formatted.entities,
    })
    chat.ours.add(message.message_id)
    return message
  },
)
