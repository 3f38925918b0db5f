import type { Block, Brief, Message } from '../domain.ts'
import { foreign } from './language-note.ts'
import { type Marked, marksOf, numberSources } from './marks.ts'
import { unlinked } from './unlinked.ts'
import { pointBlock, writtenNote } from './written.ts'

/** One brief by itself; its marks count from one. */
export function messageFromBrief(brief: Brief, language: string): Message {
  const blocks = numberSources([brief]).flatMap((marked) => briefBlocks(marked, language))
  return { language, blocks: [...blocks, ...writtenNote([brief], language)] }
}

/** Headline, points, sources. */
export function briefBlocks({ cited: brief, sources }: Marked<Brief>, language: string): readonly Block[] {
  return [
    {
      kind: 'headline',
      text: unlinked(brief.headline),
      ...foreign(brief.headlineLanguage ?? brief.language, language),
    },
    ...brief.points.map((point) => pointBlock(point, brief, marksOf(point, sources), language)),
    { kind: 'sources', sources },
  ]
}
