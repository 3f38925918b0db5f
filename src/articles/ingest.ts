// Drafts in, stored articles out. About a hundred are stored in one transaction; when the next draft keeps one waiting,
// those at hand are stored first, so that a slow input is answered while it is still coming.

import type { ArticleKind } from '../domain.ts'
import type { Clock, SavedArticle, Store } from '../ports.ts'
import { makerInWorker } from './article-maker.ts'
import { inBatches, inOrder } from './batches.ts'
import type { Draft, InputError } from './draft.ts'
import { type Prepared, prepare } from './prepare.ts'
import { present } from './present.ts'
import { toArticle } from './to-article.ts'

const TOGETHER = 100
const SAVE_AFTER_MS = 250
const PREPARE_AFTER_MS = 10
const GROUPS_AHEAD = 2

export interface IngestResult {
  readonly input: string
  /** Of the stored article; absent when it was rejected. */
  readonly id?: string
  readonly externalId?: string
  readonly status: 'stored' | 'updated' | 'duplicate' | 'rejected'
  /** Why it was rejected or is only a snippet, and what of it was left out. */
  readonly reason?: string
  readonly kind?: ArticleKind
  readonly title?: string
  readonly storyId?: string
}

/** A draft on its way: made ready to be stored, or settled already. */
type Entry = { readonly settled: IngestResult | InputError } | (Prepared & { readonly input: string })

type Drafts = AsyncIterable<Draft | InputError> | Iterable<Draft | InputError>

/** Results in the order of the drafts; errors of the input are passed on in their place. */
export async function* ingest(
  { store, clock }: { readonly store: Pick<Store, 'saveArticles'>; readonly clock: Clock },
  drafts: Drafts,
): AsyncGenerator<IngestResult | InputError, void> {
  const batches = inBatches(prepareAll(drafts, clock), clock, { size: TOGETHER, maxWaitMs: SAVE_AFTER_MS })
  for await (const entries of batches) yield* await save(store, entries, clock.now())
}

/** What comes quickly is prepared together, while what came before is stored; a page takes long enough by itself. */
async function* prepareAll(drafts: Drafts, clock: Clock): AsyncGenerator<Entry, void> {
  const groups = inBatches(each(drafts), clock, {
    size: TOGETHER,
    maxWaitMs: PREPARE_AFTER_MS,
    isLast: (draft) => 'content' in draft && 'page' in draft.content,
  })
  for await (const entries of inOrder(groups, (group) => entriesOf(group, clock.now()), GROUPS_AHEAD)) {
    yield* entries
  }
}

async function* each(drafts: Drafts): AsyncGenerator<Draft | InputError, void> {
  yield* drafts
}

/** A thread of its own is worth it where many come at once. */
function entriesOf(group: readonly (Draft | InputError)[], now: number): Promise<readonly Entry[]> {
  const make = group.length === TOGETHER ? makerInWorker() : toArticle
  return Promise.all(group.map((draft) => entryOf(draft, now, make)))
}

async function entryOf(draft: Draft | InputError, now: number, make: typeof toArticle): Promise<Entry> {
  if ('error' in draft) return { settled: draft }
  const { input, known } = draft
  const made = await prepare(draft, now, make)
  if ('prepared' in made) return { ...made, input }
  return { settled: { input, status: 'rejected', ...present({ externalId: known.externalId }), ...made } }
}

async function save(store: Pick<Store, 'saveArticles'>, entries: readonly Entry[], now: number) {
  const prepared = entries.flatMap((entry) => ('prepared' in entry ? [entry.prepared] : []))
  const saved = prepared.length === 0 ? [] : await store.saveArticles(prepared, now)
  let index = 0
  return entries.flatMap((entry) => {
    if ('settled' in entry) return [entry.settled]
    const one = saved[index++]
    return one ? [resultOf(one, entry.input, entry.reason)] : []
  })
}

function resultOf(
  { article, status }: SavedArticle,
  input: string,
  reason: string | undefined,
): IngestResult {
  const { id, externalId, kind, title, storyId } = article
  return { input, id, status, kind, title, ...present({ externalId, reason, storyId }) }
}
