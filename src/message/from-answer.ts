import type { Answer, Block, MarkedSource, Message, Point, Source } from '../domain.ts'
import { marksOf, numberSources } from './marks.ts'
import { dateOf, linkOf, notesOf } from './source-label.ts'
import { type Texts, texts } from './texts.ts'
import { unlinked } from './unlinked.ts'
import { pointBlock, writtenNote } from './written.ts'

/** An answer, the closest there is, or an honest refusal with the nearest articles. */
export function messageFromAnswer(answer: Answer, language: string): Message {
  const say = texts(language)
  const marked = numberSources([answer]).flatMap(({ sources }) => sources)
  const points = answer.points.map((point) => answerPoint(point, answer, marked, language))
  const sources: Block[] = marked.length > 0 ? [{ kind: 'sources', sources: marked }] : []
  return {
    language,
    blocks: [
      { kind: 'text', text: opening(answer, say) },
      ...points,
      ...missing(answer, say),
      ...sources,
      ...writtenNote([answer], language),
      ...nearest(answer, language),
      ...howToAdd(answer, say),
    ],
  }
}

function opening({ kind, reason, isStoreEmpty }: Answer, say: Texts): string {
  if (isStoreEmpty) return say.nothingStored
  switch (kind) {
    case 'answered':
      return reason === 'partial' ? say.partial : say.fromStored
    case 'closest':
      return reason === 'partial' ? say.partial : say.closest
    case 'refused':
      return refusal(reason, say)
  }
}

function refusal(reason: Answer['reason'], say: Texts): string {
  switch (reason) {
    case 'out-of-scope':
      return say.outOfScope
    case 'ambiguous':
      return say.ambiguous
    case 'retention':
      return say.retention
    case 'not-stored':
    case 'partial':
    case undefined:
      return say.notStored
  }
}

/** Sentences of stored articles stay in the language of their article; a model writes in that of the answer. */
function answerPoint(point: Point, answer: Answer, marked: readonly MarkedSource[], language: string): Block {
  const cited = answer.sources.find(({ articleId }) => articleId === point.citations[0]?.articleId)
  const own = point.isWritten ? answer.language : (point.language ?? cited?.language ?? answer.language)
  return pointBlock(point, { engine: answer.engine, language: own }, marksOf(point, marked), language)
}

/** What a model found to be missing, in its words, after what is there. */
function missing({ missing: words }: Answer, say: Texts): readonly Block[] {
  return words === undefined ? [] : [{ kind: 'text', text: say.missing(words) }]
}

/** Of a refusal, what comes nearest: titles without marks, because nothing is cited. */
function nearest(answer: Answer, language: string): readonly Block[] {
  if (answer.kind !== 'refused' || answer.nearest.length === 0) return []
  const rows = answer.nearest.map((source) => nearestRow(source, language))
  return [
    { kind: 'quiet', text: texts(language).nearest },
    { kind: 'rows', rows },
  ]
}

/** Of an empty store: what to do about it. */
function howToAdd({ isStoreEmpty }: Answer, say: Texts): readonly Block[] {
  return isStoreEmpty ? [{ kind: 'rows', rows: [say.addFeed, say.addPage] }] : []
}

function nearestRow(source: Source, language: string) {
  const note = [dateOf(source, language), ...notesOf(source, language), linkOf(source)]
    .filter(Boolean)
    .join(' · ')
  return { term: source.name, text: unlinked(source.title), ...(note !== '' && { note }) }
}
