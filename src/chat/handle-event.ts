// An event in, a message out: a question is answered, a command is run.

import { answerQuestion } from '../answers/answer.ts'
import { isGreeting } from '../answers/question-kind.ts'
import type { InboundEvent, Message } from '../domain.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { messageFromHelp } from '../message/from-help.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import type { WriteParts } from '../summarizer/write-brief.ts'
import { commands } from './commands.ts'

/** The language the software speaks of itself in; answers are in the language of their articles. */
const LANGUAGE = 'en'

export async function handleEvent(parts: WriteParts, event: InboundEvent): Promise<Message> {
  const conversation = await parts.store.conversationOf(conversationKey(event), parts.clock.now())
  if (event.kind === 'command') {
    const command = commands.find(({ name }) => name === event.name)
    if (!command) return messageFromText(texts(LANGUAGE).unknownCommand(event.name), LANGUAGE)
    return command.run(parts, { conversation, text: event.text.trim(), language: LANGUAGE })
  }
  if (isGreeting(event.text)) return messageFromHelp(commands, LANGUAGE)
  const now = parts.clock.now()
  const { answer, focus } = await answerQuestion(parts, { question: event.text, conversation, now })
  return messageFromAnswer(await parts.store.saveAnswer(conversation.id, answer, focus, now), LANGUAGE)
}

/** One reader's words never reach another reader's answer outside a thread or a chain of replies that they share. */
function conversationKey({ chat, person, root, key }: InboundEvent): string {
  const place = `${chat.platform}:${chat.id}${chat.thread === undefined ? '' : `/${chat.thread}`}`
  switch (chat.kind) {
    case 'private':
      return `${place} ${person.platform}:${person.id}`
    case 'thread':
      return place
    case 'group':
    case 'channel':
      return `${place} ${root ?? key}`
  }
}
