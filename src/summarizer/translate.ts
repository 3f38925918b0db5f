// A point that failed in another language than its sentences: the best of these is translated as it stands, with an anchor for every
// figure, date, name and quote (grounding 12.3).

import type { Prompts } from '../../prompts/index.ts'
import { translationReply } from '../../prompts/replies.ts'
import type { Calls } from './ask-model.ts'
import type { DraftRules } from './check-draft.ts'
import type { Draft } from './draft.ts'
import type { NumberedSentence } from './numbered-evidence.ts'
import { languageName, oneLine } from './prompt-lines.ts'

const TOKENS_PER_SENTENCE = 220

/** A draft for each sentence, where there is one and the model gives it. */
export async function translate(
  sentences: readonly (NumberedSentence | undefined)[],
  { calls, prompts, rules }: { readonly calls: Calls; readonly prompts: Prompts; readonly rules: DraftRules },
): Promise<readonly (Draft | undefined)[]> {
  const given = [...new Set(sentences)].filter((sentence) => sentence !== undefined)
  if (given.length === 0) return sentences.map(() => undefined)
  const points = given.map(({ text }, at) => `${at + 1}. ${oneLine(text)}`).join('\n')
  const prompt = prompts.render('translation', { language: languageName(rules.language), points })
  const { items } = await calls.ask(prompt, {
    schema: translationReply,
    maxOutputTokens: TOKENS_PER_SENTENCE * given.length + 60,
  })
  return sentences.map((sentence) => {
    const item = sentence && items.find(({ id }) => id === given.indexOf(sentence) + 1)
    return sentence && item && { cites: [sentence.number], text: item.text, anchors: item.anchors }
  })
}
