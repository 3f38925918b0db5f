// The other side of parse.ts: one document in, the feed or what is wrong with it out.

import { UserError } from '../errors.ts'
import type { ParsedFeed } from './parsed-feed.ts'
import { type FeedDocument, readDocument } from './read-document.ts'

export type Parsed = { readonly feed: ParsedFeed } | { readonly problem: string }

export async function answer(document: FeedDocument): Promise<Parsed> {
  try {
    return { feed: await readDocument(document) }
  } catch (error) {
    if (error instanceof UserError) return { problem: error.message }
    throw error
  }
}
