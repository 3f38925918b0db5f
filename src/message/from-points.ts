import type { Article, Block, Brief, Citation, Message } from '../domain.ts'
import { differenceBlocks } from './from-brief.ts'
import { passagesIn } from './from-passages.ts'
import { foreign } from './language-note.ts'
import { marksOf, numberSources } from './marks.ts'
import { unlinked } from './unlinked.ts'
import { pointBlock, writtenNote } from './written.ts'

/** The text that citations point into, by article and revision. */
export type RevisionOf = (
  articleId: string,
  revision: number,
) => Pick<Article, 'text' | 'sentences'> | undefined

/** Each point of a brief with the sentences it stands on, in their paragraphs. */
export function messageFromPoints(brief: Brief, revisionOf: RevisionOf, language: string): Message {
  const sources = numberSources([brief]).flatMap((marked) => marked.sources)
  const own = foreign(brief.headlineLanguage ?? brief.language, language)
  const passagesOf = (citations: readonly Citation[]) => {
    const byText = Map.groupBy(citations, ({ articleId, revision }) => `${articleId}.${revision}`)
    return [...byText.values()].flatMap((cited) => {
      const revision = cited[0] && revisionOf(cited[0].articleId, cited[0].revision)
      const source = brief.sources.find(({ articleId }) => articleId === cited[0]?.articleId)
      return passagesIn(revision, cited).map((passage) => ({
        ...passage,
        ...foreign(source?.language ?? brief.language, language),
      }))
    })
  }
  const points = brief.points.flatMap((point): readonly Block[] => [
    pointBlock(point, brief, marksOf(point, sources), language),
    ...passagesOf(point.citations),
  ])
  const differing = (brief.difference ?? []).map(({ citation }) => citation)
  return {
    language,
    blocks: [
      { kind: 'headline', text: unlinked(brief.headline), ...own },
      ...points,
      ...differenceBlocks(brief, sources, language),
      ...passagesOf(differing),
      { kind: 'sources', sources },
      ...writtenNote([brief], language),
    ],
  }
}
