import type { Answer, Block, Message } from '../domain.ts'
import { marksOf, numberSources } from './marks.ts'
import { type Texts, texts } from './texts.ts'

/** An answer, the closest there is, or an honest refusal with the nearest articles. */
export function messageFromAnswer(answer: Answer, language: string): Message {
  const say = texts(language)
  const marked = numberSources([answer]).flatMap(({ sources }) => sources)
  const points = answer.points.map((point) => ({
    kind: 'point' as const,
    text: point.text,
    marks: marksOf(point, marked),
    language: answer.language,
  }))
  const sources: Block[] = marked.length > 0 ? [{ kind: 'sources', sources: marked }] : []
  return {
    language,
    blocks: [{ kind: 'text', text: opening(answer, say) }, ...points, ...sources, ...nearest(answer, say)],
  }
}

function opening(answer: Answer, say: Texts): string {
  switch (answer.kind) {
    case 'answered':
      return answer.reason === 'partial' ? say.partial : say.fromStored
    case 'closest':
      return say.closest
    case 'refused':
      return refusal(answer, say)
  }
}

function refusal({ reason = 'not-stored' }: Answer, say: Texts): string {
  switch (reason) {
    case 'out-of-scope':
      return say.outOfScope
    case 'ambiguous':
      return say.ambiguous
    case 'retention':
      return say.retention
    case 'not-stored':
    case 'partial':
      return say.notStored
  }
}

/** Of a refusal, what comes nearest: titles without marks, because nothing is cited. */
function nearest(answer: Answer, say: Texts): readonly Block[] {
  if (answer.kind !== 'refused' || answer.nearest.length === 0) return []
  return [
    { kind: 'quiet', text: say.nearest },
    { kind: 'rows', rows: answer.nearest.map((source) => ({ term: source.name, text: source.title })) },
  ]
}
