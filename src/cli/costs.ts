import { type Command, Option } from 'commander'
import { DAY_MS, isoTime } from '../clock.ts'
import { NANO_PER_USD, readSettings } from '../config.ts'
import type { ModelCost } from '../domain.ts'
import { type CostFacts, messageFromCosts } from '../message/from-costs.ts'
import { spentSoFar } from '../model/spent-so-far.ts'
import { type Action, type Io, writeJson } from './io.ts'
import { openApp } from './open-app.ts'
import { durationOption } from './options.ts'
import { show } from './show.ts'

const MONTH_MS = 30 * DAY_MS

interface Options {
  readonly by: CostFacts['by']
  readonly since: number
  readonly db?: string
  readonly json?: boolean
}

export function addCosts(program: Command, io: Io, action: Action): void {
  program
    .command('costs')
    .description('Show what models cost: today, this month, and by purpose, model or chat.')
    .addOption(
      new Option('--by <what>', 'purpose, model or chat')
        .choices(['purpose', 'model', 'chat'])
        .default('purpose'),
    )
    .addOption(
      new Option('--since <duration>', 'how far back: 15m 24h 7d 2w 1y')
        .argParser(durationOption)
        .default(MONTH_MS, '30d'),
    )
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .action(action((options: Options) => costs(io, options)))
}

async function costs(io: Io, { by, since, db, json }: Options) {
  await using app = await openApp(io, db)
  const from = app.clock.now() - since
  const soFar = await spentSoFar(app, readSettings(io.env, db).model.caps)
  const rows = await app.store.modelCosts({ since: from, by })
  if (json) {
    await writeJson(io.stdout, { ...spentJson(soFar), since: isoTime(from), by, rows: rows.map(costJson) })
  } else {
    await show(io, messageFromCosts({ by, rows, ...soFar }, 'en'))
  }
  return undefined
}

/** Money as numbers of dollars. */
export function spentJson({ day, month }: Pick<CostFacts, 'day' | 'month'>) {
  const json = ({ nanoUsd, capNanoUsd }: CostFacts['day']) => ({
    usd: nanoUsd / NANO_PER_USD,
    ...(capNanoUsd !== undefined && { capUsd: capNanoUsd / NANO_PER_USD }),
  })
  return { today: json(day), month: json(month) }
}

function costJson({ nanoUsd, ...cost }: ModelCost) {
  return { ...cost, usd: nanoUsd / NANO_PER_USD }
}
