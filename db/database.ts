import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type Queries = Kysely<Schema>

/** What the queries of a noun stand on. Every database gives it in its own way. */
export interface Database {
  /** Runs queries that all see the same state of the database. */
  read<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Runs queries as one transaction: all of it happens, or none. */
  write<T>(work: (queries: Queries) => Promise<T>): Promise<T>
}

/** Databases limit how many values one statement may carry. */
const VALUES_AT_ONCE = 500

/** Calls `query` with a part of the values at a time; no values, no call. */
export async function inParts<V, R>(
  values: readonly V[],
  query: (part: readonly V[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = []
  for (let at = 0; at < values.length; at += VALUES_AT_ONCE) {
    found.push(...(await query(values.slice(at, at + VALUES_AT_ONCE))))
  }
  return found
}

/**
 * Takes rows that are due. It only reads until it has found some: a claim that finds nothing waits for no writer and
 * leaves the disk alone. `find` is asked again before they are taken, since others may have been faster.
 */
export async function claimRows<Row, Taken>(
  database: Database,
  find: (queries: Queries) => Promise<readonly Row[]>,
  take: (queries: Queries, due: readonly Row[]) => Promise<readonly Taken[]>,
): Promise<readonly Taken[]> {
  if ((await database.read(find)).length === 0) return []
  return database.write(async (queries) => {
    const due = await find(queries)
    return due.length === 0 ? [] : take(queries, due)
  })
}

export function numbersIn(rows: readonly { readonly number: number }[]): readonly number[] {
  return rows.map(({ number }) => number)
}
