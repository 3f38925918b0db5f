// A tick with nothing due, with ten thousand subscriptions and a thousand feeds stored, against reading one row.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '../../src/clock.ts'
import { type App, compose, composeDesk } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import { parseSchedule } from '../../src/editions/schedule.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { createFarEnd } from '../fakes/far-end.ts'
import { createScriptedAdapter } from '../fakes/scripted-adapter.ts'
import { type Bench, quantile } from './bench.ts'

const SUBSCRIPTIONS = 10_000
const FEEDS = 1_000
const TICKS = 300

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-idle-'))
  try {
    const clock = createFakeClock()
    const settings = readSettings({ DATABASE_URL: `sqlite:${join(folder, 'desk.db')}` })
    await using app = await compose(settings, { clock })
    await fill(app)
    const adapter = createScriptedAdapter({ farEnd: createFarEnd({ clock }) })
    const desk = await composeDesk(app, [adapter])
    const ticks = await timed(() => desk.tick())
    const reads = await timed(() => app.store.subscription('u1'))
    const row = (metric: string, p: number) => ({
      metric,
      unit: 'ms',
      value: quantile(ticks, p),
      reference: quantile(reads, p),
      referenceName: 'reading one subscription',
    })
    return [row('a tick with nothing due, median', 0.5), row('a tick with nothing due, p95', 0.95)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function fill({ store, clock }: App): Promise<void> {
  const now = clock.now()
  const schedule = parseSchedule('every day at 8:00', 'Europe/Berlin')
  for (let number = 0; number < SUBSCRIPTIONS; number += 1) {
    await store.addSubscription(
      {
        chat: { platform: 'test', id: `chat${number}`, kind: 'channel' },
        topics: '',
        language: 'en',
        points: 3,
        briefs: 5,
        schedule,
        afterDownTime: 'late',
        whenUnknown: 'once',
        whenEmpty: 'nothing',
        nextEditionAt: now + DAY_MS + number,
      },
      now,
    )
  }
  for (let number = 0; number < FEEDS; number += 1) {
    const feed = await store.addFeed({ url: `https://outlet${number}.example/feed` }, now)
    if (feed) await store.settleFeed(feed.id, { polledAt: now, nextPollAt: now + DAY_MS })
  }
}

async function timed(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let tick = 0; tick < TICKS; tick += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times
}
