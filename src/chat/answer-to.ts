// A question of a reader → the message that answers it, kept as a turn of its conversation.

import { answerQuestion } from '../answers/answer.ts'
import type { Conversation, Message } from '../domain.ts'
import { withButtons } from '../message/buttons.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { answerOffers } from '../message/offers.ts'
import type { ChatParts } from './chat-command.ts'

export interface Asked {
  readonly conversation: Conversation
  readonly question: string
  readonly language: string
}

export async function answerTo(
  parts: ChatParts,
  { conversation, question, language }: Asked,
): Promise<Message> {
  const now = parts.clock.now()
  const { answer, focus } = await answerQuestion(parts, { question, conversation, now })
  const stored = await parts.store.saveAnswer(conversation.id, answer, focus, now)
  return withButtons(parts, messageFromAnswer(stored, language), answerOffers(stored, language))
}
