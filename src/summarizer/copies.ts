// Copies of one text count as one article: a syndicated report under five names is still one report.

import type { Article } from '../domain.ts'
import { timeOf } from '../stories/article-time.ts'
import { areNearDuplicates, type Runs, runsOf } from '../stories/near-duplicates.ts'

/** One article of each group of copies, in the order given: the one named, else a full one, else the first published. */
export function withoutCopies(articles: readonly Article[], keepId?: string): readonly Article[] {
  const groups: Article[][] = []
  const runs = new Map<Article, Runs>()
  for (const article of articles) {
    const group = groups.find((members) => members.some((member) => isCopy(member, article, runs)))
    if (group) group.push(article)
    else groups.push([article])
  }
  const kept = new Set(groups.map((group) => group.reduce((a, b) => (isBetter(b, a, keepId) ? b : a))))
  return articles.filter((article) => kept.has(article))
}

function isCopy(a: Article, b: Article, runs: Map<Article, Runs>): boolean {
  if (a.duplicateGroup === b.duplicateGroup || a.bodyHash === b.bodyHash) return true
  return a.language === b.language && areNearDuplicates(runsFor(a, runs), runsFor(b, runs))
}

function runsFor(article: Article, runs: Map<Article, Runs>): Runs {
  const known = runs.get(article) ?? runsOf(article.text)
  runs.set(article, known)
  return known
}

function isBetter(a: Article, b: Article, keepId: string | undefined): boolean {
  if (b.id === keepId || a.id === keepId) return a.id === keepId
  if (a.kind !== b.kind) return a.kind === 'full'
  return timeOf(a) < timeOf(b)
}
