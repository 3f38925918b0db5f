// The content stems of an article's title and of each of its sentences, in order.

import type { Article } from '../domain.ts'
import { packStems } from '../text/stem-hashes.ts'
import { contentStems, contentStemsWithin } from '../text/tokens.ts'

export interface AnalysedArticle {
  readonly titleStems: readonly string[]
  /** One entry per sentence of the article, in its order. */
  readonly sentences: readonly (readonly string[])[]
}

/** A question looks into its few best articles again and again. */
const analysed = new WeakMap<Article, AnalysedArticle>()

export function analyse(article: Article): AnalysedArticle {
  const known = analysed.get(article) ?? analyseText(article)
  analysed.set(article, known)
  return known
}

function analyseText({ title, text, language, sentences }: Article): AnalysedArticle {
  return {
    titleStems: contentStems(title, language),
    sentences: contentStemsWithin(text, language, sentences),
  }
}

/** As they are stored with an article, for one that was stored before they were. */
export function stemHashesOf(article: Article): Uint8Array {
  const { titleStems, sentences } = analyse(article)
  return packStems([titleStems, ...sentences])
}
