// A story's evidence → the points and the headline that a model writes of it, checked; undefined where too little of it passes
// (grounding 7 and 8). One story, one call; at most one more for the judge of each round and one for the repair.

import type { ZodType } from 'zod'
import type { Prompts } from '../../prompts/index.ts'
import { anchoredBriefReply, briefReply } from '../../prompts/replies.ts'
import type { Finding } from '../domain.ts'
import { ModelError } from '../errors.ts'
import type { Calls } from './ask-model.ts'
import { checkHeadline, type HeadlineDraft } from './check-headline.ts'
import type { Draft } from './draft.ts'
import type { BriefLength } from './engine.ts'
import { fitting } from './fitting.ts'
import { type Manner, mannerOf, type Writer } from './manner.ts'
import { type NumberedEvidence, numberedEvidence } from './numbered-evidence.ts'
import type { OfferedEvidence } from './offered-evidence.ts'
import { DATA_MARK, differenceLines, evidenceLines, languageName } from './prompt-lines.ts'
import { type SettledPoint, settleDrafts } from './settle-drafts.ts'

export interface WritingParts extends Writer {
  readonly calls: Calls
  readonly prompts: Prompts
}

export interface WrittenPoints {
  readonly points: readonly SettledPoint[]
  /** Undefined when what the model wrote does not hold. */
  readonly headline: string | undefined
  readonly findings: readonly Finding[]
}

/** A brief of a single sentence needs no model. */
const LEAST_SENTENCES = 2
const LEAST_POINTS = 2
const MOST_REPLACED = 0.5
const TOKENS_PER_POINT = 110

export async function writeWithModel(
  offered: OfferedEvidence,
  { language, ...length }: Wanted,
  parts: WritingParts,
): Promise<WrittenPoints | undefined> {
  const manner = mannerOf(offered.sentences, language, parts)
  if (!manner || offered.sentences.length < LEAST_SENTENCES) return undefined
  const { reply, evidence } = await ask(offered, { language, ...length }, manner, parts)
  if (!reply.ok || reply.points.length === 0) return undefined
  const drafts = reply.points.slice(0, length.points).map(withoutMarks)
  const scores = new Map(offered.sentences.map((one) => [one.sentence.start + one.article.id, one.score]))
  const rules = { mode: manner.mode, language }
  const { points, findings } = await settleDrafts(drafts, evidence, {
    ...parts,
    rules,
    judges: manner.judges,
    mends: manner.mends,
    scoreOf: ({ sentence, article }) => scores.get(sentence.start + article.id) ?? 0,
  })
  const kept = fitting(points, length, ({ point }) => point.text)
  const replaced = kept.filter(({ how }) => how === 'replaced').length
  if (kept.length < Math.min(LEAST_POINTS, length.points) || replaced > MOST_REPLACED * kept.length)
    return undefined
  const headline = checkHeadline(withoutMarks(reply.headline), kept, evidence, rules)
  const all = [...findings, ...headline.findings]
  return { points: kept, headline: headline.text, findings: all }
}

type Wanted = BriefLength & { readonly language: string }

interface BriefReply {
  readonly ok: boolean
  readonly points: readonly Draft[]
  readonly headline: HeadlineDraft
}

/** Too long for the model's context, the evidence is halved once: the best sentences stay. */
async function ask(
  offered: OfferedEvidence,
  wanted: Wanted,
  manner: Manner,
  parts: WritingParts,
): Promise<{ readonly reply: BriefReply; readonly evidence: NumberedEvidence }> {
  try {
    return await askOnce(offered, wanted, manner, parts)
  } catch (error) {
    if (!(error instanceof ModelError) || error.failure !== 'too-long') throw error
    const best = new Set(
      offered.sentences
        .toSorted((a, b) => b.score - a.score)
        .slice(0, Math.ceil(offered.sentences.length / 2)),
    )
    const half = { ...offered, sentences: offered.sentences.filter((one) => best.has(one)) }
    return askOnce(half, wanted, manner, parts)
  }
}

async function askOnce(
  { sentences, suspects, differences }: OfferedEvidence,
  { language, points, maxWords }: Wanted,
  { mode, isAcross }: Manner,
  { calls, prompts }: WritingParts,
) {
  const evidence = numberedEvidence(sentences)
  const prompt = prompts.render('brief', {
    language: languageName(language),
    mode,
    points: String(points),
    words: maxWords === undefined ? 'no limit' : String(maxWords),
    anchors: isAcross ? 'yes' : 'no',
    sentences: evidenceLines(evidence.sentences, suspects),
    differences: differenceLines(differences, evidence.sentences),
  })
  const schema: ZodType<BriefReply> = isAcross ? anchoredBriefReply : briefReply
  const reply = await calls.ask(prompt, {
    schema,
    sentences: evidence.sentences.length,
    maxOutputTokens: TOKENS_PER_POINT * (isAcross ? 2 : 1) * (points + 1),
  })
  return { reply, evidence }
}

/** A model that copies the mark of suspect sentences means their spaces. */
export function withoutMarks<T extends Draft>(draft: T): T {
  return { ...draft, text: draft.text.replaceAll(DATA_MARK, ' ') }
}
