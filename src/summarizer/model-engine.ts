// The engine that asks a model. It contains the extractive one, which finds the evidence, stands in for every point that fails, and
// writes the whole brief where no model can, may or should. A brief always ships; an unchecked one never.

import type { Prompts } from '../../prompts/index.ts'
import type { Article, Finding, GivenFigure, ModelPurpose, NewBrief, Point, Source } from '../domain.ts'
import { ModelError } from '../errors.ts'
import type { Model } from '../ports.ts'
import { type Calls, createCalls } from './ask-model.ts'
import { isSameLanguage } from './check-draft.ts'
import { differenceIn } from './differences.ts'
import type { BriefOptions, BriefSubject, Engine } from './engine.ts'
import { isProvenJudge } from './judge.ts'
import { type OfferedEvidence, offeredEvidence } from './offered-evidence.ts'
import { isAiDirected } from './sentence-traits.ts'
import { sourceOf } from './source-of.ts'
import { type WrittenPoints, writeWithModel } from './write-with-model.ts'

export interface ModelEngineParts {
  readonly model: Model
  readonly prompts: Prompts
  readonly extractive: Engine
}

/** Counted up when the checks change so that a brief could come out otherwise. */
const CHECKS_VERSION = 1
const PURPOSES: readonly ModelPurpose[] = ['brief', 'repair', 'translation', 'judge']
/** Who sits before a screen waits no longer; an edition says how long it can. */
const PATIENCE_MS = 60_000

export function createModelEngine(parts: ModelEngineParts): Engine {
  const { model, prompts, extractive } = parts
  const versions = PURPOSES.map((purpose) => `${model.nameFor(purpose)}/${prompts.versionOf(purpose)}`)
  return {
    name: 'model',
    version: [...versions, CHECKS_VERSION].join(' '),
    async brief(subject, options) {
      const signal = options.signal ?? new AbortController().signal
      const calls = createCalls(model, { ...limitsOf(subject, options), signal })
      try {
        const written = await briefByModel(parts, { subject, options, calls })
        return written ?? { ...(await extractive.brief(subject, options)), ...costOf(calls) }
      } catch (error) {
        if (!(error instanceof ModelError)) throw error
        const plain = await extractive.brief(subject, options)
        const finding = modelFinding(`The model gave nothing: ${error.message}`)
        return { ...plain, ...costOf(calls), isProvisional: true, findings: [...plain.findings, finding] }
      }
    },
  }
}

function limitsOf({ storyId, articles }: BriefSubject, { now, deadlineAt, canWait, payer }: BriefOptions) {
  const about = storyId ?? articles[0]?.id
  return {
    deadlineAt: deadlineAt ?? now + PATIENCE_MS,
    ...(canWait && { canWait }),
    ...(payer && { payer }),
    ...(about !== undefined && { about }),
  }
}

interface Order {
  readonly subject: BriefSubject
  readonly options: BriefOptions
  readonly calls: Calls
}

/** Undefined where too little of it would hold, or no model may write it. */
async function briefByModel(
  { model, prompts }: ModelEngineParts,
  { subject, options, calls }: Order,
): Promise<NewBrief | undefined> {
  const offered = offeredEvidence(subject, options)
  const representative = representativeOf(subject, offered)
  if (!representative) return undefined
  const language = options.language ?? representative.language
  const written = await writeWithModel(
    offered,
    { ...options, language },
    {
      calls,
      prompts,
      allowance: await model.allowance(options.payer ?? {}),
      isJudgeProven: isProvenJudge(model.nameFor('judge'), prompts.versionOf('judge')),
      isLocal: model.isLocal,
    },
  )
  if (!written) return undefined
  const points = written.points.map(({ point }) => point)
  const difference = differenceIn(points, offered.differences)
  return {
    ...(subject.storyId !== undefined && { storyId: subject.storyId }),
    ...headlineOf(written, representative, language),
    points,
    ...(difference && { difference }),
    sources: sourcesOf(points, difference ?? [], offered),
    language,
    engine: 'model',
    promptVersion: prompts.versionOf('brief'),
    ...calls.spent,
    findings: written.findings,
    inputs: subject.articles.map(({ id, revision }) => ({ articleId: id, revision })),
  }
}

/** Whose title heads the brief when the model's headline does not hold: the story's own, else that of the best sentence. */
function representativeOf(
  { articles, representativeId }: BriefSubject,
  { sentences }: OfferedEvidence,
): Article | undefined {
  const [first, ...others] = sentences
  const best = first && others.reduce((a, b) => (b.score > a.score ? b : a), first).article
  return (best && articles.find(({ id }) => id === representativeId)) ?? best
}

/** The title of an article is in the language of its article; one that speaks to a program heads nothing. */
function headlineOf(
  { headline, points }: WrittenPoints,
  { title, language: own }: Article,
  language: string,
) {
  if (headline !== undefined) return { headline }
  if (isAiDirected(title)) return { headline: points[0]?.point.text ?? '' }
  return { headline: title, ...(!isSameLanguage(own, language) && { headlineLanguage: own }) }
}

/** In the order of their first citation. */
function sourcesOf(
  points: readonly Point[],
  difference: readonly GivenFigure[],
  { sentences }: OfferedEvidence,
): readonly Source[] {
  const citations = [
    ...points.flatMap((point) => point.citations),
    ...difference.map(({ citation }) => citation),
  ]
  const articles = new Map(sentences.map(({ article }) => [article.id, article]))
  return [...new Set(citations.map(({ articleId }) => articleId))]
    .flatMap((id) => articles.get(id) ?? [])
    .map(sourceOf)
}

function costOf(calls: Calls): Pick<NewBrief, 'nanoUsd'> {
  const { nanoUsd } = calls.spent
  return nanoUsd === undefined ? {} : { nanoUsd }
}

function modelFinding(note: string): Finding {
  return { kind: 'model', level: 'soft', text: '', note }
}
