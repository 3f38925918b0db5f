// "And the year before?" → a question that can be looked up by itself, as a model understands it. It may use only words of the
// conversation, so that no guess of the model's becomes what is asked (grounding 6.2 step 3).

import type { Prompts } from '../../prompts/index.ts'
import { queryReply } from '../../prompts/replies.ts'
import type { Conversation } from '../domain.ts'
import type { Calls } from '../summarizer/ask-model.ts'
import { languageName, oneLine } from '../summarizer/prompt-lines.ts'
import { fold } from '../text/normalise.ts'
import { contentStems } from '../text/tokens.ts'

export type Rewritten =
  | { readonly kind: 'questions'; readonly standalone: string; readonly parts: readonly string[] }
  | { readonly kind: 'unclear' }

const TURNS = 4
const MAX_HISTORY_CHARS = 600
const MAX_PARTS = 3
const MAX_QUESTION_CHARS = 300
const OUTPUT_TOKENS = 200

/** Undefined where the model says what nobody said: the rules then stand. */
export async function rewriteQuestion(
  question: string,
  language: string,
  { turns, focus }: Conversation,
  { calls, prompts }: { readonly calls: Calls; readonly prompts: Prompts },
): Promise<Rewritten | undefined> {
  const history = turns
    .slice(-TURNS)
    .map((turn) => `Reader: ${oneLine(turn.question)}`)
    .join('\n')
    .slice(-MAX_HISTORY_CHARS)
  const names = (focus?.names ?? []).map(oneLine).join(', ')
  const prompt = prompts.render('query', {
    language: languageName(language),
    turns: history,
    names,
    question: oneLine(question),
  })
  const reply = await calls.ask(prompt, { schema: queryReply, maxOutputTokens: OUTPUT_TOKENS })
  if (reply.needs_clarification) return { kind: 'unclear' }
  const known = [question, history, names, ...(focus?.questionStems ?? []), focus?.question ?? ''].join('\n')
  const isKnown = (text: string) => text.length <= MAX_QUESTION_CHARS && saysOnly(text, known, language)
  const standalone = oneLine(reply.standalone)
  if (standalone === '' || !isKnown(standalone)) return undefined
  return {
    kind: 'questions',
    standalone,
    parts: reply.subqueries.map(oneLine).filter(isKnown).slice(0, MAX_PARTS),
  }
}

/** Question words and the like carry no meaning and are free. */
function saysOnly(text: string, known: string, language: string): boolean {
  const stems = new Set(contentStems(known, language))
  const words = new Set(fold(known).match(/[\p{L}\p{N}]+/gu) ?? [])
  return contentStems(text, language).every((stem) => stems.has(stem) || words.has(stem))
}
