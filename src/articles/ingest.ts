// Drafts in, stored articles out. About a hundred are stored in one transaction; when the next draft keeps one waiting,
// those at hand are stored first, so that a slow input is answered while it is still coming.

import type { ArticleKind } from '../domain.ts'
import type { Clock, SavedArticle, Store } from '../ports.ts'
import type { Draft, InputError } from './draft.ts'
import { type Prepared, prepare } from './prepare.ts'
import { present } from './present.ts'

const BATCH_SIZE = 100
const MAX_WAIT_MS = 250

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

/** Results in the order of the drafts; errors of the input are passed on in their place. */
export async function* ingest(
  { store, clock }: { readonly store: Pick<Store, 'saveArticles'>; readonly clock: Clock },
  drafts: AsyncIterable<Draft | InputError> | Iterable<Draft | InputError>,
): AsyncGenerator<IngestResult | InputError, void> {
  for await (const entries of inBatches(prepareAll(drafts, clock), clock)) {
    yield* await save(store, entries, clock.now())
  }
}

async function* prepareAll(
  drafts: AsyncIterable<Draft | InputError> | Iterable<Draft | InputError>,
  clock: Clock,
): AsyncGenerator<Entry, void> {
  for await (const draft of drafts) yield await entryOf(draft, clock.now())
}

/** Batches of up to a hundred; a batch begun is handed on when nothing followed for a quarter of a second. */
async function* inBatches<T>(
  source: AsyncGenerator<T, void>,
  clock: Clock,
): AsyncGenerator<readonly T[], void> {
  let batch: T[] = []
  let timer = new AbortController()
  let deadline: Promise<'late'> | undefined
  const take = () => {
    const taken = batch
    batch = []
    timer.abort()
    timer = new AbortController()
    deadline = undefined
    return taken
  }
  try {
    let next = source.next()
    for (;;) {
      const first = await Promise.race(deadline === undefined ? [next] : [next, deadline])
      if (first === 'late') {
        yield take()
        continue
      }
      if (first.done) break
      batch.push(first.value)
      if (batch.length >= BATCH_SIZE) yield take()
      else deadline ??= clock.sleep(MAX_WAIT_MS, timer.signal).then(() => 'late' as const)
      next = source.next()
    }
    if (batch.length > 0) yield take()
  } finally {
    timer.abort()
    await source.return()
  }
}

async function entryOf(draft: Draft | InputError, now: number): Promise<Entry> {
  if ('error' in draft) return { settled: draft }
  const { input, known } = draft
  const made = await prepare(draft, now)
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
