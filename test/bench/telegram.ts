// Ten thousand private chats due at once, before a Bot API server that keeps Telegram's limits, on a clock that jumps: how
// fast they are drained, whether Telegram ever had to say that it is too fast, and whether anybody got nothing, or twice.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingestSampleDesk } from '../../src/cli/sample-desk.ts'
import { MINUTE_MS } from '../../src/clock.ts'
import { type App, compose, composeDesk } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import { parseSchedule } from '../../src/editions/schedule.ts'
import { telegramApp } from '../adapters/telegram/telegram-app.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { quiet } from '../fakes/telegram/quiet.ts'
import { TELEGRAM_LIMITS } from '../fakes/telegram/rates.ts'
import type { Telegram } from '../fakes/telegram/telegram.ts'
import type { Bench } from './bench.ts'

const CHATS = 10_000
/** What we allow ourselves of the thirty that Telegram takes. */
const PER_SECOND = 25
const QUIET_MS = 2 * MINUTE_MS
/** The sample articles are of that morning. */
const SLOT = Date.UTC(2026, 2, 3, 12)

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-telegram-'))
  try {
    const clock = createFakeClock(SLOT - MINUTE_MS, async () => quiet(telegram))
    await using at = await telegramApp({ clock, limits: TELEGRAM_LIMITS })
    const { telegram } = at
    const settings = readSettings({ DATABASE_URL: `sqlite:${join(folder, 'desk.db')}`, LOG_LEVEL: 'error' })
    await using app = await compose(settings, { clock, logTo: process.stderr })
    await ingestSampleDesk(app)
    const people = Array.from({ length: CHATS }, () => telegram.person({ hasStarted: true }))
    await subscribe(app, people)
    const desk = await composeDesk(app, [at.adapter])
    const startedAt = performance.now()
    await drained(desk.run, telegram, clock)
    return rowsOf(telegram, people, await app.store.deliveryCounts(), performance.now() - startedAt)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function subscribe({ store, clock }: App, people: readonly number[]): Promise<void> {
  for (const person of people)
    await store.addSubscription(
      {
        chat: { platform: 'telegram', id: String(person), kind: 'private' },
        topics: '',
        language: 'en',
        points: 3,
        briefs: 5,
        schedule: parseSchedule('0 12 * * *', 'UTC'),
        afterDownTime: 'late',
        whenUnknown: 'again',
        whenEmpty: 'line',
        nextEditionAt: SLOT,
      },
      clock.now(),
    )
}

/** Runs the desk until it has sent nothing for a while. */
async function drained(
  runDesk: (signal: AbortSignal) => Promise<void>,
  telegram: Telegram,
  clock: FakeClock,
): Promise<void> {
  const stop = new AbortController()
  const running = runDesk(stop.signal)
  const sent = () => telegram.received('sendMessage').length
  const watching = (async () => {
    for (let seen = -1; seen < sent() || seen === 0; ) {
      seen = sent()
      await clock.sleep(QUIET_MS)
    }
    stop.abort()
  })()
  await clock.during(Promise.all([running, watching]))
}

function rowsOf(
  telegram: Telegram,
  people: readonly number[],
  counts: Readonly<Record<string, number>>,
  realMs: number,
): Awaited<ReturnType<Bench>> {
  const calls = telegram.received('sendMessage')
  const taken = calls.filter(({ status }) => status === 200)
  const seconds = ((taken.at(-1)?.at ?? 0) - (taken[0]?.at ?? 0)) / 1_000
  const posts = people.map((person) => telegram.messages(person).map(({ text }) => text))
  return [
    {
      metric: 'messages delivered',
      value: counts.delivered ?? 0,
      reference: taken.length,
      referenceName: 'taken by Telegram',
    },
    {
      metric: 'messages a second',
      value: (taken.length - 1) / seconds,
      reference: PER_SECOND,
      referenceName: 'what we allow ourselves; wanted: a ratio of 0.95',
    },
    { metric: 'refused for being too fast', value: calls.filter(({ status }) => status === 429).length },
    { metric: 'refused, or not answered', value: calls.length - taken.length },
    { metric: 'chats that got nothing', value: posts.filter(({ length }) => length === 0).length },
    {
      metric: 'chats that got the same twice',
      value: posts.filter((texts) => new Set(texts).size < texts.length).length,
    },
    {
      metric: 'clock at the end',
      value: seconds,
      unit: 's',
      reference: realMs / 1_000,
      referenceName: 'real time it took',
    },
    { metric: 'resident memory, peak', value: process.resourceUsage().maxRSS / 1024, unit: 'MB' },
  ]
}
