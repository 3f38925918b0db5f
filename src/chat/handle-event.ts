// An event in, a message out: a question is answered, a command is run. Buttons were mostly answered when they were
// pressed (respond.ts); what takes an engine is answered here.

import { isGreeting } from '../answers/question-kind.ts'
import type { Chat, InboundEvent, Message, SaidEvent } from '../domain.ts'
import { UserError } from '../errors.ts'
import { messageFromHelp } from '../message/from-help.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import type { Making } from '../ports.ts'
import { answerTo, answerToSuggested } from './answer-to.ts'
import { begin } from './begin.ts'
import type { ChatParts } from './chat-command.ts'
import { commands } from './commands.ts'
import { conversationOf, conversationOfWords, editionOfPost, turnTo } from './conversation.ts'
import { languageOf } from './language-of.ts'
import { heedMembership } from './membership.ts'
import { isLater } from './respond.ts'
import { requireRight } from './rights.ts'
import { sendCopy } from './send-copy.ts'
import { previewMessage } from './settings-message.ts'
import { shareAnswer, shareableOf } from './share.ts'
import { questionsAbout } from './suggested.ts'
import { briefsToAskAbout } from './taps/reading.ts'

/** Of a message that somebody points at, so much is taken for a question. */
const LONGEST_QUESTION = 500

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
  const privateChat = privateChatIn(event)
  if (privateChat) await parts.store.resumeChat(privateChat)
  switch (event.kind) {
    case 'question':
      return answer(parts, event, making)
    case 'command':
      return explained(languageOf(event), () => runCommand(parts, event, making))
    case 'tap':
      return explained(languageOf(event), () => handleTap(parts, event, making))
    case 'form':
      return explained(languageOf(event), () => handleForm(parts, event, making))
    case 'about':
      return explained(languageOf(event), () => handleAbout(parts, event, making))
    case 'typing':
      return undefined
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
function privateChatIn({ kind, chat: saidIn, replyIn }: InboundEvent): Chat | undefined {
  const chat = replyIn ?? saidIn
  const isOfChat = kind === 'membership' || kind === 'moved' || kind === 'stop'
  return chat.kind === 'private' && !isOfChat ? chat : undefined
}

async function answer(
  parts: ChatParts,
  event: EventOf<'question'>,
  making: Making | undefined,
  editionId?: string,
): Promise<Message> {
  const language = languageOf(event)
  if (isGreeting(event.text)) return messageFromHelp(commands, language)
  const conversation = await conversationOfWords(parts, event)
  const shareable = await shareableOf(parts, event, editionId)
  const payer = { chat: event.chat, person: event.person }
  return answerTo(parts, { conversation, question: event.text, language, shareable, making, payer })
}

async function runCommand(
  parts: ChatParts,
  event: EventOf<'command'>,
  making: Making | undefined,
): Promise<Message> {
  const { chat: saidIn, meant: chat = saidIn, replyIn, person, text, name } = event
  const language = languageOf(event)
  const command = commands.find((each) => each.name === name)
  if (!command) return messageFromText(texts(language).unknownCommand(name), language)
  const conversation = await conversationOfWords(parts, event)
  const shareable = await shareableOf(parts, event)
  const isPrivate = replyIn !== undefined
  const said = { conversation, chat, person, text: text.trim(), language, isPrivate, shareable, making }
  return command.run(parts, said)
}

/** Undefined for what was said when it was pressed. */
async function handleTap(
  parts: ChatParts,
  event: EventOf<'tap'>,
  making: Making | undefined,
): Promise<Message | undefined> {
  const ref = await parts.store.ref(event.ref)
  if (ref?.kind === 'ask') return questionsAbout(parts, ref, event)
  if (!ref || !isLater(ref)) return undefined
  if (ref.kind === 'say') {
    const [conversation, shareable] = [await conversationOf(parts, event), await shareableOf(parts, event)]
    const payer = { chat: event.chat, person: event.person }
    const language = languageOf(event)
    return answerToSuggested(parts, { conversation, question: ref.text, language, shareable, making, payer })
  }
  if (ref.kind === 'share') return shareAnswer(parts, ref, event)
  if (ref.kind === 'copy') return sendCopy(parts, ref, event)
  if (ref.kind === 'begin') return begin(parts, ref, event)
  const subscription = await parts.store.subscription(ref.subscriptionId)
  if (!subscription) return messageFromText(texts(languageOf(event)).subscriptionGone, languageOf(event))
  await requireRight(parts, { chat: subscription.chat, person: event.person })
  return previewMessage(parts, subscription, languageOf(event))
}

/** A question about what the form was for. */
async function handleForm(
  parts: ChatParts,
  event: EventOf<'form'>,
  making: Making | undefined,
): Promise<Message> {
  const { ref: id, fields, ...rest } = event
  const ref = await parts.store.ref(id)
  if (ref?.kind !== 'ask') return messageFromText(texts(languageOf(event)).notHereAnyMore, languageOf(event))
  const briefs = await briefsToAskAbout(parts, { ...ref, ...(fields.brief && { briefId: fields.brief }) })
  if (briefs.length > 0) await turnTo(parts, await conversationOf(parts, event), briefs)
  const question = fields.question ?? ''
  return answer(parts, { ...rest, kind: 'question', text: question }, making, ref.editionId)
}

/** The words of a message that is none of ours are what is asked about. Undefined where a form was shown. */
async function handleAbout(
  parts: ChatParts,
  event: EventOf<'about'>,
  making: Making | undefined,
): Promise<Message | undefined> {
  const { text, receipt, ...rest } = event
  const { chat } = event
  if (receipt !== undefined && (await editionOfPost(parts, { chat, receipt }))) return undefined
  const question = text.slice(0, LONGEST_QUESTION).toWellFormed()
  return answer(parts, { ...rest, kind: 'question', text: question }, making)
}

/** What cannot be done as it was said is answered with how to say it. */
async function explained<T>(language: string, run: () => Promise<T>): Promise<T | Message> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UserError) return messageFromText(error.inLanguage(language), language)
    throw error
  }
}
