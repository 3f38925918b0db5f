// A thousand feeds of fifty items, thirty of them faulty, read by `brevier start` as it is: the first poll, and a second that finds
// nothing new.

import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { systemClock } from '../../src/clock.ts'
import { type App, compose } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import type { Bench } from './bench.ts'
import { childOf, peakMemoryMb, processorSeconds } from './processes.ts'

/** Fewer, to look at one thing for short. */
const FEEDS = Number(process.env.BREVIER_BENCH_FEEDS ?? 1_000)
const ITEMS = 50
const WORDS = 360
const LAUNCH = fileURLToPath(new URL('../../src/launch.cjs', import.meta.url))

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-poll-'))
  const server = fork(new URL('./poll-server.ts', import.meta.url), [FEEDS, ITEMS, WORDS].map(String))
  try {
    const [urls] = (await once(server, 'message')) as [readonly string[]]
    const file = join(folder, 'desk.db')
    const env = { DATABASE_URL: `sqlite:${file}`, FETCH_PRIVATE: 'yes', LOG_LEVEL: 'error' }
    await using app = await compose(readSettings(env), { clock: systemClock, logTo: process.stderr })
    for (const url of urls) await app.store.addFeed({ url }, Date.now())
    const first = await pollOf(app, env)
    const articles = await app.store.articleCount()
    const feeds = await app.store.feeds()
    makeDue(file)
    const second = await pollOf(app, env)
    return [
      { metric: 'first poll', value: first.seconds, unit: 's', reference: 180, referenceName: 'at most' },
      {
        metric: 'second poll, nothing new, from a cold process',
        value: second.seconds,
        unit: 's',
        reference: 20,
        referenceName: 'at most',
      },
      { metric: 'first poll, processor time', value: first.processorSeconds, unit: 's' },
      { metric: 'articles stored', value: articles },
      { metric: 'stored by the second poll', value: (await app.store.articleCount()) - articles },
      { metric: 'feeds with a stored reason', value: feeds.filter((feed) => feed.problem).length },
      {
        metric: 'resident memory, peak of the first poll',
        value: first.peakMb,
        unit: 'MB',
        reference: 300,
        referenceName: 'at most',
      },
      { metric: 'second poll, processor time', value: second.processorSeconds, unit: 's' },
      { metric: 'resident memory, peak of the second', value: second.peakMb, unit: 'MB' },
    ]
  } finally {
    server.kill()
    rmSync(folder, { recursive: true })
  }
}

/** Whatever a feed asked for: it is to be polled now. */
function makeDue(file: string): void {
  const database = new Database(file)
  database.exec('update feeds set next_poll_at = 0')
  database.close()
}

/** A desk runs until every feed that was due has been polled, and what they brought is placed. */
async function pollOf({ store }: App, env: NodeJS.ProcessEnv) {
  const startedAt = performance.now()
  const since = Date.now()
  const desk = spawn(process.execPath, [LAUNCH, 'start'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const isPolled = async () =>
    (await store.feeds()).every(({ polledAt = 0, pausedAt }) => polledAt >= since || pausedAt !== undefined)
  while (isRunning(desk) && !(await isPolled())) await systemClock.sleep(200)
  const seconds = (performance.now() - startedAt) / 1_000
  while (isRunning(desk) && (await store.unplacedArticles(1)).length > 0) await systemClock.sleep(200)
  if (!isRunning(desk)) throw new Error('The desk ended before all was read.')
  const pid = childOf(desk.pid)
  const measured = { seconds, processorSeconds: processorSeconds(pid), peakMb: peakMemoryMb(pid) }
  desk.kill()
  await once(desk, 'exit')
  return measured
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}
