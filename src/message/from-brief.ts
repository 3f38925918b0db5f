import type { Block, Brief, Message } from '../domain.ts'
import { foreign } from './language-note.ts'
import { type Marked, marksOf, numberSources } from './marks.ts'

/** One brief by itself; its marks count from one. */
export function messageFromBrief(brief: Brief, language: string): Message {
  return { language, blocks: numberSources([brief]).flatMap((marked) => briefBlocks(marked, language)) }
}

/** Headline, points, sources. */
export function briefBlocks({ cited: brief, sources }: Marked<Brief>, language: string): readonly Block[] {
  const points = brief.points.map((point) => ({
    kind: 'point' as const,
    text: point.text,
    marks: marksOf(point, sources),
    ...foreign(brief.language, language),
  }))
  return [
    { kind: 'headline', text: brief.headline, ...foreign(brief.language, language) },
    ...points,
    { kind: 'sources', sources },
  ]
}
