import type { Selectable } from 'kysely'
import type { Brief } from '../src/domain.ts'
import type { BriefStore } from '../src/ports.ts'
import type { Database } from './database.ts'
import { idOf, numberOf } from './ids.ts'
import { present } from './present.ts'
import type { BriefTable } from './schema.ts'

export function createBriefs(database: Database): BriefStore {
  return {
    saveBrief: (brief, now) =>
      database.write(async (queries) => {
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
            written_at: now,
          })
          .returning('number')
          .executeTakeFirstOrThrow()
        return { ...brief, id: idOf('brief', number), writtenAt: now }
      }),

    brief: (id) =>
      database.read(async (queries) => {
        const number = numberOf('brief', id)
        if (number === undefined) return undefined
        const row = await queries
          .selectFrom('briefs')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirst()
        return row && briefOf(row)
      }),
  }
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
    }),
  }
}
