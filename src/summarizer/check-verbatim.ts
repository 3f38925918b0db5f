// The engine's check of itself: what it calls verbatim is verbatim.

import type { Article, Finding, Point } from '../domain.ts'

/** Empty when the point is made of its cited sentences, and these are what the article says at their offsets. */
export function checkVerbatim(point: Point, articles: readonly Article[]): readonly Finding[] {
  const broken = point.citations.find(({ articleId, revision, start, end, quote }) => {
    const article = articles.find((one) => one.id === articleId && one.revision === revision)
    return article?.text.slice(start, end) !== quote
  })
  if (broken) return [failed(point, `The article does not say "${broken.quote}" where the citation points.`)]
  const [first] = point.citations
  const last = point.citations.at(-1)
  const article = articles.find(({ id }) => id === first?.articleId)
  if (!first || !last || !article) return [failed(point, 'The point cites no sentence.')]
  if (article.text.slice(first.start, last.end).includes(point.text)) return []
  return [failed(point, 'The point is not made of the sentences it cites.')]
}

function failed(point: Point, note: string): Finding {
  return { kind: 'citation', level: 'fail', text: point.text, note }
}
