// Marks: one number stands for one article, counted over a whole message, so that [3] means the same everywhere in it.

import type { Citation, GivenFigure, MarkedSource, Point, Source } from '../domain.ts'

/** A brief or an answer: points and the sources they cite. */
export interface Cited {
  readonly points: readonly Point[]
  readonly difference?: readonly GivenFigure[]
  readonly sources: readonly Source[]
}

export interface Marked<T extends Cited> {
  readonly cited: T
  /** The sources of this one, each with its mark. A source that was named before keeps its mark. */
  readonly sources: readonly MarkedSource[]
}

/** Numbers the sources of briefs, or of one answer, in the order of their first citation. */
export function numberSources<T extends Cited>(all: readonly T[]): readonly Marked<T>[] {
  const marks = new Map<string, number>()
  return all.map((cited) => ({
    cited,
    sources: cited.sources.map((source) => {
      const mark = marks.get(source.articleId) ?? marks.size + 1
      marks.set(source.articleId, mark)
      return { mark, source }
    }),
  }))
}

/** The marks behind a point, each once, smallest first. */
export function marksOf(
  point: Pick<Point, 'citations'>,
  sources: readonly MarkedSource[],
): readonly number[] {
  const marks = point.citations.flatMap(
    (citation) => sources.find(({ source }) => source.articleId === citation.articleId)?.mark ?? [],
  )
  return [...new Set(marks)].sort((a, b) => a - b)
}

/** Every sentence that a mark stands for, in the order of the article; empty when there is no such mark. */
export function citationsOfMark(all: readonly Cited[], mark: number): readonly Citation[] {
  const source = numberSources(all)
    .flatMap(({ sources }) => sources)
    .find((marked) => marked.mark === mark)?.source
  const citations = all.flatMap(citationsIn).filter((citation) => citation.articleId === source?.articleId)
  const bySentence = new Map(
    citations.map((citation) => [`${citation.revision}.${citation.sentence}`, citation]),
  )
  return [...bySentence.values()].sort((a, b) => a.sentence - b.sentence)
}

/** What the points and the figures that differ rest on. */
export function citationsIn({
  points,
  difference = [],
}: Pick<Cited, 'points' | 'difference'>): readonly Citation[] {
  return [...points.flatMap(({ citations }) => citations), ...difference.map(({ citation }) => citation)]
}
