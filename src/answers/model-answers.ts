// Answers that a model writes. What the store does not hold is refused before a model is asked, and what it writes is checked like
// a brief; where it may not, cannot or should not write, the sentences of the store answer as they do without it (grounding 6.4, 9).

import type { Prompts } from '../../prompts/index.ts'
import { ModelError } from '../errors.ts'
import type { Model } from '../ports.ts'
import { createCalls } from '../summarizer/ask-model.ts'
import { isProvenJudge } from '../summarizer/judge.ts'
import {
  type Answered,
  type AnswerParts,
  type AnswerQuestion,
  type Ask,
  answerFromStore,
  understand,
} from './answer.ts'
import { answerEvidence } from './answer-evidence.ts'
import type { Resolved } from './follow-up.ts'
import { rewriteQuestion } from './rewrite-question.ts'
import { type AnswerWriter, writeAnswer } from './write-answer.ts'

const PATIENCE_MS = 45_000

export function createModelAnswers({
  model,
  prompts,
}: {
  readonly model: Model
  readonly prompts: Prompts
}): AnswerQuestion {
  return async (parts, ask) => {
    const payer = ask.payer ?? {}
    const calls = createCalls(model, {
      deadlineAt: parts.clock.now() + PATIENCE_MS,
      payer,
      about: ask.conversation.id,
      signal: ask.making?.signal ?? new AbortController().signal,
    })
    const writer = {
      calls,
      prompts,
      allowance: await model.allowance(payer),
      isLocal: model.isLocal,
      isJudgeProven: isProvenJudge(model.nameFor('judge'), prompts.versionOf('judge')),
    }
    const { answer, focus } = await answered(parts, ask, writer)
    return { answer: { ...answer, question: ask.question }, focus }
  }
}

async function answered(parts: AnswerParts, ask: Ask, writer: AnswerWriter): Promise<Answered> {
  const meant = await meaningOf(parts, ask, writer)
  if ('answer' in meant.understood) return meant.understood
  const plain = await answerFromStore(parts, ask, meant.understood)
  const further = await Promise.all(meant.parts.map((part) => answerFromStore(parts, ask, part)))
  const found = [plain, ...further].filter(({ answer }) => answer.kind === 'answered')
  if (found.length === 0 || writer.allowance === 'none') return plain
  const evidence = found.flatMap(({ looked }) => answerEvidence(looked.found))
  try {
    const answer = await writeAnswer({ ask, plain, evidence, now: parts.clock.now() }, writer)
    return { answer, focus: plain.focus }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return plain
  }
}

interface Meant {
  readonly understood: Answered | Resolved
  /** What is looked up besides, of a question that asks for several things. */
  readonly parts: readonly Resolved[]
}

/** What leans on the conversation is put into words of its own by the model; what the rules make of it stands in for that. */
async function meaningOf(parts: AnswerParts, ask: Ask, writer: AnswerWriter): Promise<Meant> {
  const understood = await understand(parts, ask)
  const { conversation, question } = ask
  const leans = 'answer' in understood ? understood.answer.reason === 'ambiguous' : understood.isFollowUp
  const byRules = { understood, parts: [] }
  if (!leans || conversation.turns.length === 0 || writer.allowance === 'none') return byRules
  const language = 'answer' in understood ? understood.answer.language : understood.question.language
  const rewritten = await orNothing(rewriteQuestion(question, language, conversation, writer))
  if (rewritten?.kind !== 'questions') return byRules
  const { focus: _, ...before } = conversation
  const alone = (text: string) =>
    understand(parts, { ...ask, question: text, conversation: { ...before, turns: [] } })
  const standalone = await alone(rewritten.standalone)
  if ('answer' in standalone) return byRules
  const others = await Promise.all(rewritten.parts.map(alone))
  return { understood: standalone, parts: others.flatMap((one) => ('answer' in one ? [] : [one])) }
}

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ModelError) return undefined
    throw error
  }
}
