import type { Block, Brief, MarkedSource, Message } from '../domain.ts'
import { foreign } from './language-note.ts'
import { type Marked, marksOf, numberSources } from './marks.ts'
import { texts } from './texts.ts'
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
    ...differenceBlocks(brief, sources, language),
    { kind: 'sources', sources },
  ]
}

/** Nothing where the sources agree. */
export function differenceBlocks(
  { difference = [] }: Pick<Brief, 'difference'>,
  sources: readonly MarkedSource[],
  language: string,
): readonly Block[] {
  if (difference.length === 0) return []
  const figures = difference.map(({ text, source }) => `${unlinked(text)} (${unlinked(source)})`).join(', ')
  const marks = marksOf({ citations: difference.map(({ citation }) => citation) }, sources)
  return [{ kind: 'point', text: texts(language).figuresDiffer(figures), marks }]
}
