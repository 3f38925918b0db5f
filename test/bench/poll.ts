// A thousand feeds of fifty items, thirty of them faulty, read by the desk: the first poll, and a second that finds nothing new.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS, HOUR_MS, systemClock } from '../../src/clock.ts'
import { type App, compose, composeDesk } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import type { Bench } from './bench.ts'

/** Fewer, to look at one thing for short. */
const FEEDS = Number(process.env.BREVIER_BENCH_FEEDS ?? 1_000)
const ITEMS = 50
const WORDS = 300

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-poll-'))
  const server = fork(new URL('./poll-server.ts', import.meta.url), [FEEDS, ITEMS, WORDS].map(String))
  try {
    const [urls] = (await once(server, 'message')) as [readonly string[]]
    let ahead = 0
    const clock = { ...systemClock, now: () => Date.now() + ahead }
    const settings = readSettings({
      DATABASE_URL: `sqlite:${join(folder, 'desk.db')}`,
      FETCH_PRIVATE: 'yes',
      LOG_LEVEL: 'error',
    })
    await using app = await compose(settings, { clock, logTo: process.stderr })
    for (const url of urls) await app.store.addFeed({ url }, clock.now())
    const before = process.cpuUsage()
    const first = await secondsOfPoll(app)
    const { user, system } = process.cpuUsage(before)
    const articles = await app.store.articleCount()
    const feeds = await app.store.feeds()
    const failing = feeds.filter(({ problem }) => problem !== undefined).length
    // Whatever was asked for, all of it is due now.
    ahead = DAY_MS + HOUR_MS
    const second = await secondsOfPoll(app)
    return [
      { metric: 'first poll', value: first, unit: 's', reference: 180, referenceName: 'at most' },
      {
        metric: 'second poll, nothing new',
        value: second,
        unit: 's',
        reference: 20,
        referenceName: 'at most',
      },
      { metric: 'first poll, processor time', value: (user + system) / 1e6, unit: 's' },
      { metric: 'articles stored', value: articles },
      { metric: 'stored by the second poll', value: (await app.store.articleCount()) - articles },
      { metric: 'feeds with a stored reason', value: failing },
      {
        metric: 'resident memory, peak',
        value: process.resourceUsage().maxRSS / 1024,
        unit: 'MB',
        reference: 300,
        referenceName: 'at most',
      },
    ]
  } finally {
    server.kill()
    rmSync(folder, { recursive: true })
  }
}

/** Until every feed that was due has been polled and what it brought is placed. */
async function secondsOfPoll(app: App): Promise<number> {
  const startedAt = performance.now()
  const since = app.clock.now()
  const stop = new AbortController()
  const running = (await composeDesk(app, [])).run(stop.signal)
  const isPolled = async () =>
    (await app.store.feeds()).every(
      ({ polledAt = 0, pausedAt }) => polledAt >= since || pausedAt !== undefined,
    )
  while (!(await isPolled())) await app.clock.sleep(200)
  const seconds = (performance.now() - startedAt) / 1_000
  stop.abort()
  await running
  await app.placeArticles()
  return seconds
}
