import type { Command } from 'commander'
import { z } from 'zod'
import { type SearchHit, search } from '../answers/search.ts'
import { ConfigError } from '../errors.ts'
import { messageFromHits } from '../message/from-hits.ts'
import { type Action, EXIT, type Io, writeJson, writeJsonLine } from './io.ts'
import { rounded } from './json.ts'
import { idField, idOf, readJsonLines, wordsField } from './json-lines.ts'
import { openApp } from './open-app.ts'
import { countOption, nowField, refuseOperands, timeOption } from './options.ts'
import { show } from './show.ts'

const MOST_HITS = 10

interface Options {
  readonly limit: number
  readonly now?: number
  readonly db?: string
  readonly json?: boolean
  readonly jsonl?: boolean
}

export function addSearch(program: Command, io: Io, action: Action): void {
  program
    .command('search [query]')
    .description('Find stored articles, each with its best sentence.')
    .option('--limit <n>', 'at most so many articles', countOption, MOST_HITS)
    .option('--now <time>', 'the time that recent articles are compared with', timeOption)
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .option('--jsonl', 'queries as JSON lines {id,query,now} from standard input')
    .action(
      action((query: string | undefined, options: Options) =>
        options.jsonl ? searchLines(io, query, options) : searchOne(io, query, options),
      ),
    )
}

async function searchOne(io: Io, query: string | undefined, options: Options) {
  if (!query?.trim()) throw new ConfigError('Search for something: brevier search "bridge closed"')
  await using app = await openApp(io, options.db)
  const hits = await search(app, { query, limit: options.limit, now: options.now ?? app.clock.now() })
  if (options.json) await writeJson(io.stdout, hits.map(hitJson))
  else await show(io, messageFromHits(hits, 'en'))
  return undefined
}

const lineSchema = z.object({
  id: idField,
  query: wordsField,
  now: nowField.optional(),
})

async function searchLines(io: Io, operand: string | undefined, options: Options) {
  refuseOperands([operand])
  await using app = await openApp(io, options.db)
  let exitCode: number = EXIT.done
  for await (const read of readJsonLines(io.stdin, lineSchema)) {
    if (io.signal.aborted) break
    if ('error' in read) {
      exitCode = EXIT.failed
      await writeJsonLine(io.stdout, read)
      continue
    }
    const { query, now = options.now ?? app.clock.now() } = read.value
    const results = (await search(app, { query, limit: options.limit, now })).map(hitJson)
    await writeJsonLine(io.stdout, { ...idOf(read.value), results })
  }
  return exitCode
}

function hitJson(hit: SearchHit) {
  return { ...hit, score: rounded(hit.score) }
}
