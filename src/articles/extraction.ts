import type { ArticleKind } from '../domain.ts'

/**
 * What was found on a page. `article` is the story itself, `snippet` a teaser or a stub of it, `rejected` no article at
 * all; the text found is given with each of them.
 */
export interface Extraction {
  readonly status: 'article' | 'snippet' | 'rejected'
  /** Why it is no article, in one plain sentence. */
  readonly reason?: string
  readonly title?: string
  readonly byline?: string
  /** Whose text it is: the agency of the by-line, else the publisher that the page names. */
  readonly publisher?: string
  /** Where it was read. */
  readonly site?: string
  readonly publishedAt?: number
  /** Minutes from UTC that the page wrote with it: its own day may be another than that of UTC. */
  readonly publishedOffset?: number
  readonly publishedAtInferred?: boolean
  readonly language?: string
  readonly kind?: ArticleKind
  /** What the page declares its address to be; whether that is believed, `canonicalUrl` decides. */
  readonly canonicalUrl?: string
  readonly paragraphs: readonly string[]
  /** The paragraphs joined by a blank line. */
  readonly text: string
}
