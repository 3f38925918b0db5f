// A question of a reader → the message that answers it, kept as a turn of its conversation.

import type { Conversation, Message } from '../domain.ts'
import { withButtons } from '../message/buttons.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { answerOffers } from '../message/offers.ts'
import type { Making } from '../ports.ts'
import type { ChatParts } from './chat-command.ts'

export interface Asked {
  readonly conversation: Conversation
  readonly question: string
  readonly language: string
  readonly making?: Making | undefined
}

export async function answerTo(
  parts: ChatParts,
  { conversation, question, language, making }: Asked,
): Promise<Message> {
  const now = parts.clock.now()
  const ask = { question, conversation, now, ...(making && { making }) }
  const { answer, focus } = await parts.answerQuestion(parts, ask)
  making?.signal.throwIfAborted()
  const stored = await parts.store.saveAnswer(conversation.id, answer, focus, now)
  return withButtons(parts, messageFromAnswer(stored, language), answerOffers(stored, language))
}
