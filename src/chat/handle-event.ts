// An event in, a message out: a question is answered, a command is run.

import { answerQuestion } from '../answers/answer.ts'
import type { InboundEvent, Message } from '../domain.ts'
import type { EditionParts } from '../editions/compose-edition.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import { commands } from './commands.ts'

/** The language the software speaks of itself in; answers are in the language of their articles. */
const LANGUAGE = 'en'

export async function handleEvent(parts: EditionParts, event: InboundEvent): Promise<Message> {
  const conversation = await parts.store.conversationOf(conversationKey(event), parts.clock.now())
  if (event.kind === 'command') {
    const command = commands.find(({ name }) => name === event.name)
    if (!command) return messageFromText(texts(LANGUAGE).unknownCommand(event.name), LANGUAGE)
    return command.run(parts, { conversation, text: event.text.trim(), language: LANGUAGE })
  }
  const now = parts.clock.now()
  const { answer, focus } = await answerQuestion(parts, { question: event.text, conversation, now })
  return messageFromAnswer(await parts.store.saveAnswer(conversation.id, answer, focus, now), LANGUAGE)
}

/** In private the reader has one conversation; elsewhere one reader's words stay apart from another's. */
function conversationKey({ chat, person }: InboundEvent): string {
  const place = `${chat.platform}:${chat.id}${chat.thread === undefined ? '' : `/${chat.thread}`}`
  return `${place} ${person.platform}:${person.id}`
}
