// An event in, a message out: a question is answered, a command is run. Buttons were mostly answered when they were
// pressed (respond.ts); what takes an engine is answered here.

import { isGreeting } from '../answers/question-kind.ts'
import type { InboundEvent, Message, SaidEvent } from '../domain.ts'
import { previewEdition } from '../editions/preview-edition.ts'
import { UserError } from '../errors.ts'
import { messageFromHelp } from '../message/from-help.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import type { Making } from '../ports.ts'
import { answerTo } from './answer-to.ts'
import type { ChatParts } from './chat-command.ts'
import { commands } from './commands.ts'
import { conversationOfWords } from './conversation.ts'
import { languageOf } from './language-of.ts'
import { heedMembership } from './membership.ts'
import { isLater } from './respond.ts'
import { requireRight } from './rights.ts'

type EventOf<Kind extends InboundEvent['kind']> = Extract<InboundEvent, { kind: Kind }>

/** Words are always answered; of other events nothing may be left to say. */
export async function handleEvent(parts: ChatParts, event: SaidEvent, making?: Making): Promise<Message>
export async function handleEvent(
  parts: ChatParts,
  event: InboundEvent,
  making?: Making,
): Promise<Message | undefined>
export async function handleEvent(
  parts: ChatParts,
  event: InboundEvent,
  making?: Making,
): Promise<Message | undefined> {
  if (isFromPrivateChat(event)) await parts.store.resumeChat(event.chat)
  switch (event.kind) {
    case 'question':
      return answer(parts, event, making)
    case 'command':
      return explained(languageOf(event), () => runCommand(parts, event, making))
    case 'tap':
      return explained(languageOf(event), () => handleTap(parts, event, making))
    case 'membership':
      await heedMembership(parts, event)
      return undefined
    case 'moved':
      await parts.store.moveChat(event.chat, event.to)
      return undefined
    // The desk itself stops what is being made.
    case 'stop':
      return undefined
  }
}

/** Whoever says something in his private chat can be written to there, though he could not before. */
function isFromPrivateChat({ kind, chat }: InboundEvent): boolean {
  return chat.kind === 'private' && kind !== 'membership' && kind !== 'moved' && kind !== 'stop'
}

async function answer(
  parts: ChatParts,
  event: EventOf<'question'>,
  making: Making | undefined,
): Promise<Message> {
  const language = languageOf(event)
  if (isGreeting(event.text)) return messageFromHelp(commands, language)
  const conversation = await conversationOfWords(parts, event)
  return answerTo(parts, { conversation, question: event.text, language, making })
}

async function runCommand(
  parts: ChatParts,
  event: EventOf<'command'>,
  making: Making | undefined,
): Promise<Message> {
  const { chat, person, text, name } = event
  const language = languageOf(event)
  const command = commands.find((each) => each.name === name)
  if (!command) return messageFromText(texts(language).unknownCommand(name), language)
  const conversation = await conversationOfWords(parts, event)
  return command.run(parts, { conversation, chat, person, text: text.trim(), language, making })
}

/** Undefined for what was said when it was pressed. */
async function handleTap(
  parts: ChatParts,
  event: EventOf<'tap'>,
  making: Making | undefined,
): Promise<Message | undefined> {
  const { ref: id, receipt: _, ...rest } = event
  const ref = await parts.store.ref(id)
  if (!ref || !isLater(ref)) return undefined
  if (ref.kind === 'say') return answer(parts, { ...rest, kind: 'question', text: ref.text }, making)
  const subscription = await parts.store.subscription(ref.subscriptionId)
  if (!subscription) return messageFromText(texts(languageOf(event)).subscriptionGone, languageOf(event))
  await requireRight(parts, { chat: subscription.chat, person: event.person })
  return (await previewEdition(parts, subscription)).message
}

/** What cannot be done as it was said is answered with how to say it. */
async function explained<T>(language: string, run: () => Promise<T>): Promise<T | Message> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UserError) return messageFromText(error.message, language)
    throw error
  }
}
