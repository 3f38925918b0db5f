import type { Article, Source } from '../domain.ts'

/** The article as a reader sees it named. */
export function sourceOf(article: Article): Source {
  return {
    articleId: article.id,
    ...(article.externalId !== undefined && { externalId: article.externalId }),
    name: sourceName(article),
    title: article.title,
    ...(article.url !== undefined && { url: article.url }),
    ...(article.publishedAt !== undefined && { publishedAt: article.publishedAt }),
    language: article.language,
    kind: article.kind,
  }
}

/** Publisher, else site, else host. A text that came with none of them is called what it is: a stored text. */
export function sourceName(article: Pick<Article, 'publisher' | 'site' | 'url'>): string {
  return article.publisher || article.site || hostOf(article.url) || 'Unnamed source'
}

export function hostOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  return new URL(url).hostname.replace(/^(?:www|m|amp)\./, '') || undefined
}
