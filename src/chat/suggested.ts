// What a reader could ask next: below an answer, and when he comes to ask about an edition.

import { inTurns, suggestQuestions } from '../answers/suggest.ts'
import type { Answer, InboundEvent, Message, Ref } from '../domain.ts'
import { withButtons } from '../message/buttons.ts'
import { messageFromText } from '../message/from-text.ts'
import { questionOffers } from '../message/offers.ts'
import { texts } from '../message/texts.ts'
import type { ChatParts } from './chat-command.ts'
import { languageOf } from './language-of.ts'
import { briefsToAskAbout } from './taps/reading.ts'

/** What he can ask about it; that he can was said at once. Where others read, and where there is nothing, nothing. */
export async function questionsAbout(
  parts: ChatParts,
  ref: Extract<Ref, { kind: 'ask' }>,
  event: Extract<InboundEvent, { kind: 'tap' }>,
): Promise<Message | undefined> {
  if ((event.replyIn ?? event.chat).kind !== 'private') return undefined
  const language = languageOf(event)
  const briefs = await briefsToAskAbout(parts, ref)
  const told = briefs.flatMap(({ points }) => points.flatMap(({ citations }) => citations))
  const articleIds = inTurns(briefs.map(({ sources }) => sources.map(({ articleId }) => articleId)))
  const questions = await suggestQuestions(parts, { articleIds, told, language })
  if (questions.length === 0) return undefined
  const message = { ...messageFromText(texts(language).canBeAsked, language), isSilent: true }
  return withButtons(parts, message, questionOffers(questions))
}

/** About what was told, what belongs to the same stories, or of a refusal what came nearest. */
export async function questionsAfter(
  parts: ChatParts,
  { question, points, sources, nearest }: Answer,
  { before, language }: { readonly before: readonly string[]; readonly language: string },
): Promise<readonly string[]> {
  const near = (sources.length > 0 ? sources : nearest).map(({ articleId }) => articleId)
  const beside = await besides(parts, near)
  const told = points.flatMap(({ citations }) => citations)
  const articleIds = [...new Set([...near, ...beside])]
  return suggestQuestions(parts, { articleIds, told, asked: [question, ...before], language })
}

/** The other articles of their stories. */
async function besides({ store }: ChatParts, articleIds: readonly string[]): Promise<readonly string[]> {
  const articles = await store.articles(articleIds)
  const storyIds = [...new Set(articles.flatMap(({ storyId }) => storyId ?? []))]
  const stories = await Promise.all(storyIds.map((id) => store.story(id)))
  return stories.flatMap((story) => story?.articleIds ?? [])
}
