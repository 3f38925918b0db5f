// A question of a reader → the message that answers it, kept as a turn of its conversation.

import type { Conversation, Message } from '../domain.ts'
import { withButtons } from '../message/buttons.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { answerOffers, questionOffers, type Shareable } from '../message/offers.ts'
import type { Making, Payer } from '../ports.ts'
import type { ChatParts } from './chat-command.ts'
import { questionsAfter } from './suggested.ts'

export interface Asked {
  readonly conversation: Conversation
  readonly question: string
  readonly language: string
  /** Only the asker sees the answer, and can show it to others. */
  readonly shareable?: Shareable | undefined
  readonly making?: Making | undefined
  /** Whose budget it counts against, where a model answers. */
  readonly payer: Payer
  /** What was asked before, where the conversation does not say. */
  readonly before?: readonly string[]
}

export async function answerTo(parts: ChatParts, asked: Asked): Promise<Message> {
  const { conversation, question, language, shareable, making, payer } = asked
  const now = parts.clock.now()
  const ask = { question, conversation, now, payer, ...(making && { making }) }
  const { answer, focus } = await parts.answerQuestion(parts, ask)
  making?.signal.throwIfAborted()
  const stored = await parts.store.saveAnswer(conversation.id, answer, focus, now)
  const further = await questionsAfter(parts, stored, {
    before: asked.before ?? conversation.turns.map((turn) => turn.question),
    language,
  })
  const offers = [...answerOffers(stored, language, shareable), ...questionOffers(further)]
  return withButtons(parts, messageFromAnswer(stored, language), offers)
}

/** A question that was suggested leans on nothing, whatever was talked about. No words of the reader stand above its answer. */
export async function answerToSuggested(parts: ChatParts, asked: Asked): Promise<Message> {
  const { focus: _, ...conversation } = asked.conversation
  const before = conversation.turns.map((turn) => turn.question)
  const message = await answerTo(parts, { ...asked, conversation: { ...conversation, turns: [] }, before })
  return { ...message, blocks: [{ kind: 'headline', text: asked.question }, ...message.blocks] }
}
