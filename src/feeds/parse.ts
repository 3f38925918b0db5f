// A feed document is read in a thread of its own: a hostile one keeps a parser busy for longer than anybody may wait.

import { reasonOf, UserError } from '../errors.ts'
import { inWorker } from '../worker.ts'
import type { Parsed } from './parse-worker.ts'
import type { ParsedFeed } from './parsed-feed.ts'
import type { FeedDocument } from './read-document.ts'

export interface ParseOptions extends Omit<FeedDocument, 'body'> {
  /** After so long a document is given up. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const ask = inWorker<FeedDocument, Parsed>(new URL('./parse-worker.ts', import.meta.url))

/** RSS, Atom, RDF, JSON Feed and OPML. Throws UserError when the body is none of them, or cannot be read in time. */
export async function parseFeed(
  body: Uint8Array | string,
  { timeoutMs = TIMEOUT_MS, ...known }: ParseOptions = {},
): Promise<ParsedFeed> {
  const parsed = await ask({ body, ...known }, timeoutMs).catch((cause: unknown) => {
    throw new UserError(`The feed could not be read: ${reasonOf(cause)}.`, { cause })
  })
  if (!parsed)
    throw new UserError(`Reading the feed took longer than ${timeoutMs / 1000} seconds and was given up.`)
  if ('problem' in parsed) throw new UserError(parsed.problem)
  return parsed.feed
}
