// Points that failed are given back once, each with what was found and the sentences it may use (grounding 7.3 and 8).

import type { Prompts } from '../../prompts/index.ts'
import { repairReply } from '../../prompts/replies.ts'
import type { Calls } from './ask-model.ts'
import type { CheckedDraft, DraftRules } from './check-draft.ts'
import { readForCheck, sharedStems } from './checked-text.ts'
import type { Draft } from './draft.ts'
import type { NumberedEvidence, NumberedSentence } from './numbered-evidence.ts'
import { evidenceLine, languageName, oneLine } from './prompt-lines.ts'

/** A mended point may need a sentence more than it cited. */
const SENTENCES_OFFERED = 6
const TOKENS_PER_POINT = 120

/** For each of them another draft; undefined for one that is dropped or not spoken of. */
export async function repair(
  failed: readonly CheckedDraft[],
  evidence: NumberedEvidence,
  {
    calls,
    prompts,
    rules: { mode, language },
  }: { readonly calls: Calls; readonly prompts: Prompts; readonly rules: DraftRules },
): Promise<readonly (Draft | undefined)[]> {
  const points = failed.map((one, at) => pointLines(one, at + 1, evidence, language)).join('\n\n')
  const prompt = prompts.render('repair', { language: languageName(language), mode, points })
  const { items } = await calls.ask(prompt, {
    schema: repairReply,
    sentences: evidence.sentences.length,
    maxOutputTokens: TOKENS_PER_POINT * failed.length + 60,
  })
  return failed.map((_, at) => {
    const item = items.find(({ id }) => id === at + 1)
    return item && !item.drop ? { cites: item.cites, text: item.text } : undefined
  })
}

function pointLines(
  { text, cited, findings }: CheckedDraft,
  id: number,
  evidence: NumberedEvidence,
  language: string,
): string {
  const found = findings.filter(({ level }) => level === 'fail' || level === 'soft')
  return [
    `Point ${id}: ${oneLine(text)}`,
    `Found: ${found.map((one) => oneLine(`"${one.text.slice(0, 80)}": ${one.note}`)).join(' ')}`,
    ...offered(text, cited, evidence, language).map((sentence) => evidenceLine(sentence)),
  ].join('\n')
}

/** What it cited, and what else speaks of the same. */
function offered(
  text: string,
  cited: readonly NumberedSentence[],
  { sentences }: NumberedEvidence,
  language: string,
): readonly NumberedSentence[] {
  const point = readForCheck(text, language)
  const shares = new Map(sentences.map((one) => [one, sharedStems(point, one.checked)]))
  const others = sentences
    .filter((one) => !cited.includes(one))
    .toSorted((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0))
  const chosen = new Set([...cited, ...others].slice(0, SENTENCES_OFFERED))
  return sentences.filter((one) => chosen.has(one))
}
