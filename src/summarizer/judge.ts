// A model reads claims against their sentences. It is asked only where its recorded score says that it can (grounding 0.4): most
// small models cannot, and a judge that guesses is worse than none.

import { readFileSync } from 'node:fs'
import type { Prompts } from '../../prompts/index.ts'
import { judgeReply } from '../../prompts/replies.ts'
import type { Calls } from './ask-model.ts'
import type { CheckedDraft } from './check-draft.ts'
import type { NumberedSentence } from './numbered-evidence.ts'
import { oneLine } from './prompt-lines.ts'
import { isAiDirected } from './sentence-traits.ts'

/** How a model did on the faithful and the corrupted points of the bench `judge`, from 0 to 1. */
export interface JudgeScore {
  readonly balancedAccuracy: number
  readonly falseAlarms: number
  /** The version of the prompt that it was asked with. */
  readonly prompt?: string
}

const LEAST_ACCURACY = 0.75
const MOST_FALSE_ALARMS = 0.1

export type JudgeScores = Readonly<Record<string, JudgeScore>>

let recorded: JudgeScores | undefined

/** Whether the model's recorded score is good enough (grounding 8). With another prompt it is another judge. */
export function isProvenJudge(model: string, prompt: string, scores = recordedScores()): boolean {
  const score = scores[model]
  return score !== undefined && score.prompt === prompt && isGoodEnough(score)
}

function recordedScores(): JudgeScores {
  recorded ??= JSON.parse(readFileSync(new URL('./judges.json', import.meta.url), 'utf8')) as JudgeScores
  return recorded
}

export function isGoodEnough({ balancedAccuracy, falseAlarms }: JudgeScore): boolean {
  return balancedAccuracy >= LEAST_ACCURACY && falseAlarms <= MOST_FALSE_ALARMS
}

/** One for each claim, in their order: what is wrong with it, or nothing. What the judge does not speak of is not supported. */
export type Verdicts = readonly (string | undefined)[]

/** Tokens of an item of the reply. */
const TOKENS_PER_CLAIM = 90
const MISSING = 'The judge does not say that the sentences support it.'

export async function judge(
  claims: readonly CheckedDraft[],
  { calls, prompts }: { readonly calls: Calls; readonly prompts: Prompts },
): Promise<Verdicts> {
  if (claims.length === 0) return []
  const prompt = prompts.render('judge', { claims: claimLines(claims) })
  const { items } = await calls.ask(prompt, {
    schema: judgeReply,
    maxOutputTokens: TOKENS_PER_CLAIM * claims.length + 60,
  })
  return claims.map((_, at) => {
    const said = items.filter(({ id }) => id === at + 1)
    const wrong = said.find(({ label }) => label !== 'supported')
    if (wrong) return oneLine(wrong.problem) || `The judge calls it ${wrong.label}.`
    return said.length > 0 ? undefined : MISSING
  })
}

/** Each with what it cites and the sentence on either side, so that "he" is somebody; those in no telling order. */
function claimLines(claims: readonly CheckedDraft[]): string {
  let number = 0
  return claims
    .map((claim, at) => {
      const sentences = shuffled(withNeighbours(claim.cited)).map((text) => `  ${++number}. ${oneLine(text)}`)
      return [`Claim ${at + 1}: ${oneLine(claim.text)}`, ...sentences].join('\n')
    })
    .join('\n\n')
}

function withNeighbours(cited: readonly NumberedSentence[]): readonly string[] {
  const texts = cited.flatMap(({ article, sentence }) =>
    [sentence.ordinal - 1, sentence.ordinal, sentence.ordinal + 1].flatMap((ordinal) => {
      const found = article.sentences[ordinal - 1]
      return found ? [article.text.slice(found.start, found.end)] : []
    }),
  )
  return [...new Set(texts)].filter((text) => !isAiDirected(text))
}

/** The same order for the same sentences, and none that says which of them were cited. */
function shuffled(texts: readonly string[]): readonly string[] {
  return texts.toSorted((a, b) => a.length - b.length || a.localeCompare(b))
}
