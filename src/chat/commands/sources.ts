import type { Message } from '../../domain.ts'
import { messageFromText } from '../../message/from-text.ts'
import { texts } from '../../message/texts.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'
import { citedIn, passagesOfMark } from '../shown.ts'

export const sourcesCommand: ChatCommand = {
  name: 'sources',
  usage: '/sources 2',
  group: 'news',
  run: sources,
}

/** The cited sentences of one mark of what was shown last, each in its paragraph. */
async function sources({ store }: ChatParts, { conversation, text, language }: Said): Promise<Message> {
  const cited = await citedIn(store, conversation.shown)
  if (cited.length === 0) return messageFromText(texts(language).nothingShown, language)
  const passages = await passagesOfMark(store, cited, Number(text), language)
  return passages ?? messageFromText(texts(language).noSuchMark(text), language)
}
