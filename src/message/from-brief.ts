import type { Block, Brief, Message } from '../domain.ts'
import { type Marked, marksOf, numberSources } from './marks.ts'

export function messageFromBrief(brief: Brief, language: string): Message {
  return { language, blocks: numberSources([brief]).flatMap(briefBlocks) }
}

/** Headline, points, sources. */
export function briefBlocks({ cited: brief, sources }: Marked<Brief>): readonly Block[] {
  return [
    { kind: 'headline', text: brief.headline, language: brief.language },
    ...brief.points.map((point) => ({
      kind: 'point' as const,
      text: point.text,
      marks: marksOf(point, sources),
      language: brief.language,
    })),
    { kind: 'sources', sources },
  ]
}
