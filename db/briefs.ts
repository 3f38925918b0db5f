import type { Selectable } from 'kysely'
import type { Brief, NewBrief } from '../src/domain.ts'
import type { BriefStore } from '../src/ports.ts'
import { type Database, inParts, type Queries } from './database.ts'
import { idOf, numberOf, numbersOf } from './ids.ts'
import { fromJson, toJson } from './json.ts'
import { present } from './present.ts'
import type { BriefTable } from './schema.ts'

export function createBriefs(database: Database): BriefStore {
  return {
    saveBrief: (brief, now) =>
      database.write(
        async (queries) => (await byKey(queries, brief.cacheKey)) ?? insert(queries, brief, now),
      ),

    briefByKey: (cacheKey) => database.read((queries) => byKey(queries, cacheKey)),

    brief: (id) => database.read(async (queries) => (await briefsOf(queries, numbersOf('brief', [id])))[0]),
  }
}

async function byKey(queries: Queries, cacheKey: string | undefined): Promise<Brief | undefined> {
  if (cacheKey === undefined) return undefined
  const row = await queries
    .selectFrom('briefs')
    .selectAll()
    .where('cache_key', '=', cacheKey)
    .executeTakeFirst()
  return row && briefOf(row)
}

async function insert(queries: Queries, brief: NewBrief, now: number): Promise<Brief> {
  const { number } = await queries
    .insertInto('briefs')
    .values({
      story: brief.storyId === undefined ? null : (numberOf('story', brief.storyId) ?? null),
      headline: brief.headline,
      points: JSON.stringify(brief.points),
      sources: JSON.stringify(brief.sources),
      language: brief.language,
      engine: brief.engine,
      model: brief.model ?? null,
      prompt_version: brief.promptVersion ?? null,
      findings: JSON.stringify(brief.findings),
      inputs: JSON.stringify(brief.inputs),
      cache_key: brief.cacheKey ?? null,
      headline_language: brief.headlineLanguage ?? null,
      nano_usd: brief.nanoUsd ?? null,
      difference: toJson(brief.difference),
      written_at: now,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return { ...brief, id: idOf('brief', number), writtenAt: now }
}

/** In no order. */
export async function briefsOf(queries: Queries, numbers: readonly number[]): Promise<readonly Brief[]> {
  const rows = await inParts([...new Set(numbers)], (part) =>
    queries.selectFrom('briefs').selectAll().where('number', 'in', part).execute(),
  )
  return rows.map(briefOf)
}

function briefOf(row: Selectable<BriefTable>): Brief {
  return {
    id: idOf('brief', row.number),
    headline: row.headline,
    points: JSON.parse(row.points) as Brief['points'],
    sources: JSON.parse(row.sources) as Brief['sources'],
    language: row.language,
    engine: row.engine as Brief['engine'],
    findings: JSON.parse(row.findings) as Brief['findings'],
    inputs: JSON.parse(row.inputs) as Brief['inputs'],
    writtenAt: row.written_at,
    ...present({
      storyId: row.story === null ? null : idOf('story', row.story),
      model: row.model,
      promptVersion: row.prompt_version,
      cacheKey: row.cache_key,
      headlineLanguage: row.headline_language,
      nanoUsd: row.nano_usd,
      difference: fromJson<NonNullable<Brief['difference']>>(row.difference),
    }),
  }
}
