// The sentences of one request, numbered for it: what a model may cite, and what a point is checked against.

import type { Article, Citation, Sentence } from '../domain.ts'
import { type CheckedText, readForCheck } from './checked-text.ts'
import { isAiDirected } from './sentence-traits.ts'

export interface QuotedSentence {
  readonly article: Article
  readonly sentence: Sentence
  readonly text: string
}

export interface NumberedSentence extends QuotedSentence {
  /** From 1, in this request. */
  readonly number: number
  readonly checked: CheckedText
}

export interface NumberedEvidence {
  readonly sentences: readonly NumberedSentence[]
  /** The title of an article, which its sentences speak of without saying it again; none where it speaks to a program. */
  titleOf(articleId: string): CheckedText | undefined
}

export function numberedEvidence(quoted: readonly QuotedSentence[]): NumberedEvidence {
  const sentences = quoted.map((one, at) => ({
    ...one,
    number: at + 1,
    checked: readForCheck(one.text, one.article.language, one.article.publishedAt),
  }))
  const titles = new Map<string, CheckedText>()
  for (const { article } of quoted) {
    if (titles.has(article.id) || isAiDirected(article.title)) continue
    titles.set(article.id, readForCheck(article.title, article.language, article.publishedAt))
  }
  return { sentences, titleOf: (articleId) => titles.get(articleId) }
}

export function citationOf({ article, sentence, text }: QuotedSentence): Citation {
  const { ordinal, start, end } = sentence
  return { articleId: article.id, revision: article.revision, sentence: ordinal, start, end, quote: text }
}
