// An event in, a message out: a question is answered, a command is run.

import { answerQuestion } from '../answers/answer.ts'
import { isGreeting } from '../answers/question-kind.ts'
import type { InboundEvent, Message, SaidEvent } from '../domain.ts'
import { UserError } from '../errors.ts'
import { chatAddress } from '../message/chat-address.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { messageFromHelp } from '../message/from-help.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import type { ChatParts } from './chat-command.ts'
import { commands } from './commands.ts'

/** The language the software speaks of itself in; answers are in the language of their articles. */
const LANGUAGE = 'en'

/** Words are always answered; of other events nothing may be left to say. */
export async function handleEvent(parts: ChatParts, event: SaidEvent): Promise<Message>
export async function handleEvent(parts: ChatParts, event: InboundEvent): Promise<Message | undefined>
export async function handleEvent(parts: ChatParts, event: InboundEvent): Promise<Message | undefined> {
  switch (event.kind) {
    case 'question':
      return answerTo(parts, event)
    case 'command':
      return runCommand(parts, event)
    case 'tap':
    case 'membership':
      return undefined
    case 'moved':
      await parts.store.moveChat(event.chat, event.to)
      return undefined
  }
}

async function answerTo(
  parts: ChatParts,
  event: Extract<InboundEvent, { kind: 'question' }>,
): Promise<Message> {
  if (isGreeting(event.text)) return messageFromHelp(commands, LANGUAGE)
  const conversation = await conversationOf(parts, event)
  const now = parts.clock.now()
  const { answer, focus } = await answerQuestion(parts, { question: event.text, conversation, now })
  return messageFromAnswer(await parts.store.saveAnswer(conversation.id, answer, focus, now), LANGUAGE)
}

/** What cannot be done as it was said is answered with how to say it. */
async function runCommand(
  parts: ChatParts,
  event: Extract<InboundEvent, { kind: 'command' }>,
): Promise<Message> {
  const command = commands.find(({ name }) => name === event.name)
  if (!command) return messageFromText(texts(LANGUAGE).unknownCommand(event.name), LANGUAGE)
  const { chat, person, text } = event
  const conversation = await conversationOf(parts, event)
  try {
    return await command.run(parts, { conversation, chat, person, text: text.trim(), language: LANGUAGE })
  } catch (error) {
    if (error instanceof UserError) return messageFromText(error.message, LANGUAGE)
    throw error
  }
}

function conversationOf({ store, clock }: ChatParts, event: InboundEvent) {
  return store.conversationOf(conversationKey(event), clock.now())
}

/** One reader's words never reach another reader's answer outside a thread or a chain of replies that they share. */
function conversationKey({ chat, person, root, key }: InboundEvent): string {
  const place = chatAddress(chat)
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
