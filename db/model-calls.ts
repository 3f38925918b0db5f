import { sql } from 'kysely'
import type {
  Chat,
  ModelCost,
  ModelSettlement,
  NewModelCall,
  Person,
  Spending,
  SpendingCap,
} from '../src/domain.ts'
import type { ModelCallStore } from '../src/ports.ts'
import type { Database, Queries } from './database.ts'
import { idOf, numberOf } from './ids.ts'
import { placeOf, textOf } from './places.ts'

export function createModelCalls(database: Database): ModelCallStore {
  return {
    reserveModelCall: (call, caps, now) =>
      database.write(async (queries) => {
        for (const cap of caps) if (await isPassed(queries, call, cap, now)) return { passed: cap }
        return { id: idOf('modelCall', await insert(queries, call, now)) }
      }),

    settleModelCall: (id, settlement, now) =>
      database.write(async (queries) => {
        const call = numberOf('modelCall', id)
        if (call === undefined) return
        await queries
          .insertInto('model_outcomes')
          .values(outcomeRow(call, settlement, now))
          .execute()
      }),

    spending: (query, now) => database.read((queries) => spendingOf(queries, query, now)),

    modelCosts: (query) => database.read((queries) => costsOf(queries, query)),

    modelServer: (identity) =>
      database.read(async (queries) => {
        const row = await queries
          .selectFrom('model_servers')
          .select('found')
          .where('identity', '=', identity)
          .executeTakeFirst()
        return row?.found
      }),

    saveModelServer: (identity, found, now) =>
      database.write(async (queries) => {
        const known = { found, found_at: now }
        await queries
          .insertInto('model_servers')
          .values({ identity, ...known })
          .onConflict((conflict) => conflict.column('identity').doUpdateSet(known))
          .execute()
      }),
  }
}

interface Spender {
  readonly since: number
  readonly chat?: Chat
  readonly person?: Person
}

async function isPassed(
  queries: Queries,
  { chat, person, purpose, reservedNanoUsd }: NewModelCall,
  { of, since, limit }: SpendingCap,
  now: number,
): Promise<boolean> {
  const spender = {
    since,
    ...(of === 'chat' && chat && { chat }),
    ...(of === 'person' && person && { person }),
  }
  const spent = await spendingOf(queries, spender, now)
  if ('answers' in limit) return purpose === 'answer' && spent.answers >= limit.answers
  return spent.nanoUsd + reservedNanoUsd > limit.nanoUsd
}

async function spendingOf(
  queries: Queries,
  { since, chat, person }: Spender,
  now: number,
): Promise<Spending> {
  let rows = queries
    .selectFrom('model_calls')
    .leftJoin('model_outcomes', 'call', 'number')
    .select([
      sql<number>`coalesce(sum(coalesce(counted_nano_usd, case when expires_at > ${now} then reserved_nano_usd else 0 end)), 0)`.as(
        'nanoUsd',
      ),
      sql<number>`count(case when purpose = 'answer' then 1 end)`.as('answers'),
    ])
    .where('asked_at', '>=', since)
  if (chat) rows = rows.where('chat', '=', placeOf(chat))
  if (person) rows = rows.where('person', '=', textOf(person))
  return rows.executeTakeFirstOrThrow()
}

async function insert(queries: Queries, call: NewModelCall, now: number): Promise<number> {
  const { number } = await queries
    .insertInto('model_calls')
    .values({
      asked_at: now,
      purpose: call.purpose,
      model: call.model,
      prompt_version: call.promptVersion ?? null,
      chat: call.chat ? placeOf(call.chat) : null,
      person: call.person ? textOf(call.person) : null,
      about: call.about ?? null,
      reserved_nano_usd: call.reservedNanoUsd,
      expires_at: call.expiresAt,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

function outcomeRow(call: number, { outcome, spent, nanoUsd, countedNanoUsd }: ModelSettlement, now: number) {
  return {
    call,
    settled_at: now,
    outcome,
    model: spent?.model ?? null,
    tier: spent?.tier ?? null,
    request_id: spent?.requestId ?? null,
    input: spent?.usage.input ?? 0,
    cached: spent?.usage.cached ?? 0,
    cache_write: spent?.usage.cacheWrite ?? 0,
    output: spent?.usage.output ?? 0,
    reasoning: spent?.usage.reasoning ?? 0,
    is_estimated: spent?.usage.isEstimated ? 1 : 0,
    nano_usd: nanoUsd ?? null,
    counted_nano_usd: countedNanoUsd,
  }
}

async function costsOf(
  queries: Queries,
  { since, by }: { readonly since: number; readonly by: 'chat' | 'model' | 'purpose' },
): Promise<readonly ModelCost[]> {
  const column =
    by === 'model'
      ? sql<string | null>`coalesce(model_outcomes.model, model_calls.model)`
      : sql.ref<string | null>(by)
  const sum = (name: string) => sql<number>`coalesce(sum(${sql.ref(name)}), 0)`
  const rows = await queries
    .selectFrom('model_calls')
    .innerJoin('model_outcomes', 'call', 'number')
    .select([
      column.as('key'),
      sql<number>`count(*)`.as('calls'),
      sql<number>`count(case when outcome <> 'replied' then 1 end)`.as('failed'),
      sum('input').as('input'),
      sum('cached').as('cached'),
      sum('cache_write').as('cacheWrite'),
      sum('output').as('output'),
      sum('reasoning').as('reasoning'),
      sum('nano_usd').as('nanoUsd'),
      sql<number>`count(case when nano_usd is null then 1 end)`.as('unpriced'),
    ])
    .where('asked_at', '>=', since)
    .groupBy(column)
    .orderBy('nanoUsd', 'desc')
    .orderBy('calls', 'desc')
    .orderBy('key')
    .execute()
  return rows.map(({ key, ...cost }) => ({ ...cost, ...(key !== null && { key }) }))
}
