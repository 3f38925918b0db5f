// Rich messages, as far as this server reads them: how long they may be, and where they may stand.

import { z } from 'zod'
import { checkThread, draftChat, writableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { addMessage, topicFields } from '../messages.ts'
import { method } from '../method.ts'
import { chatId, threadId } from '../params.ts'
import { wireChat } from '../world.ts'

const MAX_RICH_CHARACTERS = 32_768

const rich = z.strictObject({ html: z.string() })

export const sendRichMessage = method(
  {
    chat_id: chatId,
    message_thread_id: threadId,
    rich_message: rich,
    disable_notification: z.boolean().exactOptional(),
  },
  ({ world }, params) => {
    const chat = writableChat(world, params.chat_id)
    checkThread(world, chat, params.message_thread_id)
    checkLength(params.rich_message)
    const message = addMessage(world, chat, {
      ...(chat.type === 'channel' ? { sender_chat: wireChat(chat) } : { from: world.bot }),
      ...topicFields(chat, params.message_thread_id),
      rich_message: params.rich_message,
    })
    chat.ours.add(message.message_id)
    return message
  },
)

export const sendRichMessageDraft = method(
  {
    chat_id: z.int(),
    message_thread_id: threadId,
    draft_id: z.int(),
    rich_message: rich,
    can_stop: z.boolean().exactOptional(),
    keep_on_stop: z.boolean().exactOptional(),
  },
  ({ world }, params) => {
    const chat = draftChat(world, params.chat_id, params.draft_id)
    checkThread(world, chat, params.message_thread_id)
    checkLength(params.rich_message)
    const { draft_id: draftId, can_stop: canStop = false, rich_message } = params
    world.drafts.push({ chatId: chat.id, draftId, text: rich_message.html, canStop })
    return true
  },
)

function checkLength({ html }: z.output<typeof rich>): void {
  const { length } = [...html]
  if (length === 0) throw badRequest('message text is empty')
  if (length > MAX_RICH_CHARACTERS) throw badRequest('message is too long')
}
