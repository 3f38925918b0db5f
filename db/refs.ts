import { randomInt } from 'node:crypto'
import type { Ref } from '../src/domain.ts'
import type { RefStore } from '../src/ports.ts'
import { canonical } from './canonical.ts'
import type { Database, Queries } from './database.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** 62^10 ids: none is guessed, and none is drawn twice. */
const LENGTH = 10

export function createRefs(database: Database): RefStore {
  return {
    refOf: async (ref, now) => {
      const meaning = canonical(ref)
      // Most buttons were made before; to find them waits for no writer.
      const known = await database.read((queries) => find(queries, meaning))
      return known ?? database.write((queries) => findOrDraw(queries, meaning, now))
    },

    ref: (id) =>
      database.read(async (queries) => {
        const row = await queries.selectFrom('refs').select('meaning').where('id', '=', id).executeTakeFirst()
        return row && (JSON.parse(row.meaning) as Ref)
      }),
  }
}

async function find(queries: Queries, meaning: string): Promise<string | undefined> {
  const row = await queries.selectFrom('refs').select('id').where('meaning', '=', meaning).executeTakeFirst()
  return row?.id
}

async function findOrDraw(queries: Queries, meaning: string, now: number): Promise<string> {
  const known = await find(queries, meaning)
  if (known !== undefined) return known
  const id = draw()
  await queries.insertInto('refs').values({ id, meaning, made_at: now }).execute()
  return id
}

function draw(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
