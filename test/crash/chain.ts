// A chain: one database, one far end, and one process after the other, each killed on its way, until all work is done.

import { join } from 'node:path'
import { ingestSampleDesk } from '../../src/cli/sample-desk.ts'
import { type App, compose } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import type { Delivery, SlotEdition } from '../../src/domain.ts'
import { temporaryFolder } from '../cli/run.ts'
import type { Received } from '../fakes/far-end.ts'
import type { Death } from './boundaries.ts'
import { serveFarEnd } from './far-end-server.ts'
import { runProcess } from './processes.ts'
import { events, feedAt, fill, pauseAll, type Shift, setDoors, shifts } from './workload.ts'

export interface ChainPlan {
  readonly knowsKeys: boolean
  /** So many are killed; those that come afterwards live. */
  readonly mostKills: number
  /** Of the next process. `deaths` are the boundaries of all before it; so many of the last stood at the same time. */
  readonly nextDeath: (deaths: readonly string[], atThisTime: number) => Dying
  readonly shifts?: readonly Shift[]
}

/** A process may also be killed from outside, after so many milliseconds. */
export type Dying = Death & { readonly afterMs?: number }

/** What is left of a chain. */
export interface Traces {
  readonly knowsKeys: boolean
  /** The boundaries at which processes died. */
  readonly deaths: readonly string[]
  /** The names of all boundaries that processes came past alive. */
  readonly passed: ReadonlySet<string>
  /** What readers saw, in order. */
  readonly shown: readonly Received[]
  readonly deliveries: readonly Delivery[]
  readonly editions: readonly SlotEdition[]
}

const EVERYTHING = { limit: 100_000 }

export async function runChain(plan: ChainPlan): Promise<Traces> {
  const { knowsKeys, mostKills, nextDeath } = plan
  const databaseFile = join(temporaryFolder(), 'brevier.db')
  await using server = await serveFarEnd({ knowsKeys, events, feedAt })
  const deaths: string[] = []
  let atThisTime = 0
  const passed = new Set<string>()
  setDoors(server.farEnd)
  await withApp(databaseFile, async (app) => {
    await ingestSampleDesk(app)
    await fill(app, server.url)
  })
  for (const { from, until, isLast } of plan.shifts ?? shifts) {
    if (isLast) await withApp(databaseFile, (app) => pauseAll(app, from))
    for (let startAt = from; startAt < until; ) {
      const { afterMs, ...death }: Dying = deaths.length < mostKills ? nextDeath(deaths, atThisTime) : {}
      const order = { databaseFile, farEndUrl: server.url, knowsKeys, startAt, until, death }
      const end = await runProcess(order, afterMs)
      if (end.kind === 'killed') {
        deaths.push(end.boundary)
        atThisTime = end.at === startAt ? atThisTime + 1 : 1
        startAt = Math.min(end.at, until - 1)
      } else {
        for (const name of Object.keys(end.passed)) passed.add(name)
        startAt = until
      }
    }
  }
  return withApp(databaseFile, async ({ store }) => ({
    knowsKeys,
    deaths,
    passed,
    shown: server.farEnd.received.filter(({ isShown }) => isShown),
    deliveries: await store.deliveries(EVERYTHING),
    editions: await store.editions(EVERYTHING),
  }))
}

async function withApp<T>(databaseFile: string, work: (app: App) => Promise<T>): Promise<T> {
  await using app = await compose(readSettings({}, databaseFile))
  return await work(app)
}
