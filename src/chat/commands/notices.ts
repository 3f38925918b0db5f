import type { Message } from '../../domain.ts'
import { chatAddress } from '../../message/chat-address.ts'
import { messageFromText } from '../../message/from-text.ts'
import { texts } from '../../message/texts.ts'
import { userError } from '../../message/user-error.ts'
import { missingIn, missingMessage } from '../begin.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'
import { requireRight } from '../rights.ts'

const IN_PRIVATE = 'private'

/** Where somebody reads what needs a hand in his subscriptions: in the chat that he says it in, or in private as before. */
export const noticesCommand: ChatCommand = {
  name: 'notices',
  usage: '/notices [private]',
  group: 'subscriptions',
  run: notices,
}

async function notices(parts: ChatParts, said: Said): Promise<Message> {
  const { chat, person, text, language } = said
  const say = texts(language)
  if (text !== '' && text.toLowerCase() !== IN_PRIVATE) throw userError((wrong) => wrong.noNoticePlace(text))
  if (text !== '' || chat.kind === 'private') {
    await parts.store.setNoticeChat(person, undefined)
    return messageFromText(say.noticesInPrivate, language)
  }
  await requireRight(parts, said)
  const missing = await missingIn(parts, chat)
  if (missing.length > 0) return missingMessage(chat, missing, language)
  await parts.store.setNoticeChat(person, chat)
  return messageFromText(say.noticesIn(chatAddress(chat)), language)
}
