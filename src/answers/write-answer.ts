// The points of an answer as a model writes them from found sentences, each checked before it is told; an honest refusal where the
// model finds that these do not answer.

import { anchoredAnswerReply, answerReply } from '../../prompts/replies.ts'
import { isoTime } from '../clock.ts'
import type { NewAnswer, Point, Source } from '../domain.ts'
import { isSameLanguage } from '../summarizer/check-draft.ts'
import type { Draft } from '../summarizer/draft.ts'
import { checkForm } from '../summarizer/form-check.ts'
import { type Manner, mannerOf } from '../summarizer/manner.ts'
import {
  type NumberedEvidence,
  numberedEvidence,
  type QuotedSentence,
} from '../summarizer/numbered-evidence.ts'
import { evidenceLines, languageName, oneLine } from '../summarizer/prompt-lines.ts'
import { type Settled, settleDrafts } from '../summarizer/settle-drafts.ts'
import { sourceOf } from '../summarizer/source-of.ts'
import { type WritingParts, withoutMarks } from '../summarizer/write-with-model.ts'
import { type Answered, type Ask, nearestOf } from './answer.ts'
import { type Looked, OUT_OF_REACH } from './look.ts'

export type AnswerWriter = WritingParts

export interface AnswerOrder {
  readonly ask: Ask
  /** The answer in sentences of the store, which stands where the model's does not. */
  readonly plain: Answered & { readonly looked: Looked }
  readonly evidence: readonly QuotedSentence[]
  /** Epoch milliseconds. */
  readonly now: number
}

const MAX_POINTS = 3
const MAX_QUESTION_CHARS = 500
const TOKENS_PER_POINT = 110
const MOST_REPLACED = 0.5

export async function writeAnswer(order: AnswerOrder, writer: AnswerWriter): Promise<NewAnswer> {
  const { plain, ask } = order
  const { language } = plain.answer
  const offered = distinctSentences(writableIn(order.evidence, language, writer))
  const manner = mannerOf(offered, language, writer)
  if (!manner || offered.length === 0) return plain.answer
  const sources = sourcesAmong(offered)
  ask.making?.report({ kind: 'reading', articles: sources.length })
  const evidence = numberedEvidence(offered)
  const reply = await askFor(order, evidence, manner, writer)
  const inputs = [...new Set(offered.map(({ article }) => article))].map(({ id, revision }) => ({
    articleId: id,
    revision,
  }))
  const told = { ...writer.calls.spent, promptVersion: writer.prompts.versionOf('answer'), inputs }
  if (reply.answerable === 'no') return { ...refused(order), ...told, ...missingOf(reply.missing, language) }
  const settled = await settleDrafts(reply.points.slice(0, MAX_POINTS).map(withoutMarks), evidence, {
    ...writer,
    ...manner,
    rules: { mode: manner.mode, language },
    scoreOf: ({ number }) => -number,
    report: (points) => ask.making?.report({ kind: 'checked', points, sources: citedAmong(points, sources) }),
  })
  const spent = { ...told, ...writer.calls.spent }
  if (!isEnough(settled)) return { ...plain.answer, ...spent, findings: settled.findings }
  const points = settled.points.map(({ point }) => point)
  return {
    ...plain.answer,
    ...spent,
    kind: 'answered',
    ...(reply.answerable === 'partly' && { reason: 'partial', ...missingOf(reply.missing, language) }),
    points,
    sources: citedAmong(points, sources),
    nearest: [],
    engine: 'model',
    findings: settled.findings,
  }
}

interface Reply {
  readonly answerable: 'yes' | 'partly' | 'no'
  readonly points: readonly Draft[]
  readonly missing: string
}

function askFor(
  { ask, plain, now }: AnswerOrder,
  { sentences }: NumberedEvidence,
  { mode, isAcross }: Manner,
  { calls, prompts }: AnswerWriter,
): Promise<Reply> {
  const prompt = prompts.render('answer', {
    language: languageName(plain.answer.language),
    mode,
    points: String(MAX_POINTS),
    anchors: isAcross ? 'yes' : 'no',
    today: isoTime(ask.now ?? now)?.slice(0, 10) ?? '',
    sentences: evidenceLines(sentences),
    // As it was understood: what the reader left out is in it.
    question: oneLine(plain.looked.resolved.question.text).slice(0, MAX_QUESTION_CHARS),
  })
  return calls.ask(prompt, {
    schema: isAcross ? anchoredAnswerReply : answerReply,
    sentences: sentences.length,
    maxOutputTokens: TOKENS_PER_POINT * (isAcross ? 2 : 1) * MAX_POINTS + 80,
  })
}

/** Where a model may not write across languages, it is given only what is in the reader's. */
function writableIn(
  evidence: readonly QuotedSentence[],
  language: string,
  writer: AnswerWriter,
): readonly QuotedSentence[] {
  if (mannerOf(evidence, language, writer)) return evidence
  return evidence.filter(({ article }) => isSameLanguage(article.language, language))
}

function distinctSentences(evidence: readonly QuotedSentence[]): readonly QuotedSentence[] {
  const byPlace = new Map(evidence.map((one) => [`${one.article.id} ${one.sentence.ordinal}`, one]))
  return [...byPlace.values()]
}

/** Of an answer a single point is one; sentences alone are better chosen by how they answer. */
function isEnough({ points }: Settled): boolean {
  const replaced = points.filter(({ how }) => how === 'replaced').length
  return points.length > 0 && replaced <= MOST_REPLACED * points.length
}

/** The store has what is near, and the model finds no answer in it. */
function refused({ plain }: AnswerOrder): NewAnswer {
  return {
    ...plain.answer,
    kind: 'refused',
    reason: 'not-stored',
    points: [],
    sources: [],
    nearest: nearestOf(plain.looked.found.candidates),
    score: Math.min(plain.answer.score, OUT_OF_REACH),
    engine: 'model',
  }
}

const MAX_MISSING_CHARS = 160

/** Words of a model that no sentence stands behind: few, plain, and about what is not there. */
function missingOf(missing: string, language: string): Pick<NewAnswer, 'missing'> {
  const text = oneLine(missing)
  if (text === '' || text.length > MAX_MISSING_CHARS) return {}
  return checkForm(text, language).some(({ level }) => level === 'fail') ? {} : { missing: text }
}

function sourcesAmong(offered: readonly QuotedSentence[]): readonly Source[] {
  return [...new Set(offered.map(({ article }) => article))].map(sourceOf)
}

/** In the order of their first citation. */
function citedAmong(points: readonly Point[], sources: readonly Source[]): readonly Source[] {
  const ids = new Set(points.flatMap(({ citations }) => citations.map(({ articleId }) => articleId)))
  return [...ids].flatMap((id) => sources.find(({ articleId }) => articleId === id) ?? [])
}
