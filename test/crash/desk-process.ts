// The process that is killed: what `brevier start` does, on a platform and a clock of the harness. Time stands while it
// works, so that it does the same on every machine; whenever nothing is left to do, time jumps to when there is again.

import { setImmediate } from 'node:timers/promises'
import { systemClock } from '../../src/clock.ts'
import { compose, composeDesk, lockDesk, takeOver } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import type { Desk } from '../../src/desk.ts'
import type { ChatAdapter, Clock } from '../../src/ports.ts'
import { createScriptedAdapter } from '../fakes/scripted-adapter.ts'
import { createPass, type Death, tellParent, withBoundaries } from './boundaries.ts'
import { createFarEndClient } from './far-end-client.ts'

/** What a process is told to do. */
export interface Order {
  readonly databaseFile: string
  readonly farEndUrl: string
  /** The far end knows the key of what comes again. */
  readonly knowsKeys: boolean
  readonly startAt: number
  readonly until: number
  readonly death: Death
}

/** What a process says: what time it is when it begins and after a jump, where it dies, or that nothing is left to do. */
export type Said =
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'killed'; readonly at: number; readonly boundary: string }
  | { readonly kind: 'quiet'; readonly at: number; readonly passed: Readonly<Record<string, number>> }

const order = JSON.parse(process.argv[2] ?? '') as Order
let time = order.startAt
const now = () => time
const pass = createPass(order.death, now)
const farEnd = createFarEndClient(order.farEndUrl, pass)
const platform = 'test'

const clock: Clock = {
  now,
  sleep: (ms, signal) => (isIdle() ? whenIdle(ms) : systemClock.sleep(ms, signal)),
}

const settings = readSettings({ LOG_LEVEL: 'warn', FETCH_PRIVATE: 'yes' }, order.databaseFile)
using _lock = await lockDesk(settings)
await using app = await compose(settings, {
  clock,
  around: (store) => withBoundaries(store, pass),
  logTo: process.stderr,
})

let accept: Parameters<ChatAdapter['listen']>[0]
const quiet = Promise.withResolvers<void>()
const adapter: ChatAdapter = {
  ...createScriptedAdapter({
    farEnd: { ...farEnd, hasKey: () => false },
    platform,
    blocksPerPayload: 6,
    ...(order.knowsKeys && { resendSafeMs: Number.POSITIVE_INFINITY }),
  }),
  listen(accepting) {
    accept = accepting
    return quiet.promise
  },
}

tellParent({ kind: 'time', at: now() })
await takeOver(app)
const desk: Desk = await composeDesk(app, [adapter])
await desk.run(new AbortController().signal, { untilQuiet: true })
tellParent({ kind: 'quiet', at: now(), passed: pass.passed() })

function isIdle(): boolean {
  return desk.health().stages.every(({ underWay }) => underWay === 0)
}

async function whenIdle(ms: number): Promise<void> {
  await setImmediate()
  const { events, nextAt } = await farEnd.hear(now())
  for (const event of events) await accept(event)
  if (events.length > 0) return
  const dueAt = await app.store.nextDueAt([platform])
  const at = Math.min(dueAt ?? order.until, nextAt ?? order.until)
  if (at >= order.until) quiet.resolve()
  else jumpTo(at > now() ? at : now() + ms)
}

function jumpTo(at: number): void {
  time = at
  tellParent({ kind: 'time', at })
}
