import type { Item } from '../domain.ts'

/** A feed document as it was read; what it does not say is absent. Times are epoch milliseconds. */
export interface ParsedFeed {
  readonly title?: string
  readonly link?: string
  readonly description?: string
  readonly language?: string
  readonly published?: number
  readonly updated?: number
  readonly items: readonly Item[]
  /** Set when the document is a list of feeds. */
  readonly opml?: {
    readonly title?: string
    readonly feeds: readonly { readonly title?: string; readonly xmlUrl: string }[]
  }
  /** What was wrong with the document and was worked around, in sentences. */
  readonly problems: readonly string[]
}
