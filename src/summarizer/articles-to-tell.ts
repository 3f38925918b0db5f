// Which of the articles given a brief is written from.

import type { Article } from '../domain.ts'
import { timeOf } from '../stories/article-time.ts'
import { withoutCopies } from './copies.ts'
import type { BriefOptions, BriefSubject } from './engine.ts'

/** More articles add nothing that a brief has room for (grounding 4.3). */
const MAX_ARTICLES = 8

/**
 * Full articles if there are any, else snippets; in one language, the reader's if there is something in it; of copies
 * one; the latest eight. In the order given.
 */
export function articlesToTell(subject: BriefSubject, options: BriefOptions): readonly Article[] {
  const full = subject.articles.filter(({ kind, sentences }) => kind === 'full' && sentences.length > 0)
  const offered = full.length > 0 ? full : subject.articles
  const language = languageOf(offered, subject.representativeId, options.language)
  const inLanguage = offered.filter((article) => article.language === language)
  const distinct = withoutCopies(inLanguage, subject.representativeId)
  if (distinct.length <= MAX_ARTICLES) return distinct
  const ranked = [...distinct].sort(
    (a, b) =>
      Number(b.id === subject.representativeId) - Number(a.id === subject.representativeId) ||
      timeOf(b) - timeOf(a),
  )
  const kept = new Set(ranked.slice(0, MAX_ARTICLES))
  return distinct.filter((article) => kept.has(article))
}

/** Nothing is translated here, so a brief keeps to one language: the reader's, the representative's, the most frequent. */
function languageOf(
  articles: readonly Article[],
  representativeId: string | undefined,
  wanted: string | undefined,
): string | undefined {
  if (articles.some(({ language }) => language === wanted)) return wanted
  const representative = articles.find(({ id }) => id === representativeId)
  if (representative) return representative.language
  const counts = new Map<string, number>()
  for (const { language } of articles) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
