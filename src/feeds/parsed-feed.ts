import type { Item, Pace } from '../domain.ts'
import type { FeedList } from './opml.ts'

/** A feed document as it was read; what it does not say is absent. Times are epoch milliseconds. */
export interface ParsedFeed {
  readonly title?: string
  readonly link?: string
  readonly description?: string
  readonly language?: string
  readonly published?: number
  readonly updated?: number
  readonly items: readonly Item[]
  readonly pace?: Pace
  /** Set when the document is a list of feeds. */
  readonly opml?: FeedList
  /** What was wrong with the document and was worked around, in sentences. */
  readonly problems: readonly string[]
  /** Its end is missing: there may be more where it came from. */
  readonly isCutOff?: true
}
