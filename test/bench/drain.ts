// Ten thousand subscriptions due in the same minute, against a far end that takes 25 messages a second, on a clock that
// jumps: how fast they are drained against that limit, whether a chat got its posts in order, and what memory it took.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingestSampleDesk } from '../../src/cli/sample-desk.ts'
import { MINUTE_MS } from '../../src/clock.ts'
import { type App, compose, composeDesk } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import { parseSchedule } from '../../src/editions/schedule.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createFarEnd, type Received } from '../fakes/far-end.ts'
import { createScriptedAdapter } from '../fakes/scripted-adapter.ts'
import type { Bench } from './bench.ts'

const SUBSCRIPTIONS = 10_000
/** Some chats have two subscriptions, so that order between editions matters too. */
const CHATS = 9_000
const PER_SECOND = 25
const BLOCKS_PER_PAYLOAD = 20
const QUIET_MS = 2 * MINUTE_MS
/** The sample articles are of that morning. */
const SLOT = Date.UTC(2026, 2, 3, 12)

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-drain-'))
  try {
    const clock = createFakeClock(SLOT - MINUTE_MS)
    const settings = readSettings({ DATABASE_URL: `sqlite:${join(folder, 'desk.db')}`, LOG_LEVEL: 'error' })
    await using app = await compose(settings, { clock, logTo: process.stderr })
    await ingestSampleDesk(app)
    await subscribe(app)
    const startedAt = performance.now()
    const received = await drained(app, clock)
    return rowsOf(received, await app.store.deliveryCounts(), performance.now() - startedAt)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function subscribe({ store, clock }: App): Promise<void> {
  for (let number = 0; number < SUBSCRIPTIONS; number += 1) {
    await store.addSubscription(
      {
        chat: { platform: 'test', id: `chat${number % CHATS}`, kind: 'private' },
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
}

/** Runs the desk until it has sent nothing for a while. */
async function drained(app: App, clock: FakeClock): Promise<readonly Received[]> {
  const farEnd = createFarEnd({ clock, knowsKeys: false, perSecond: PER_SECOND })
  const rate = { sends: PER_SECOND, perMs: 1_000 }
  const adapter = createScriptedAdapter({
    // What was posted is not kept: it is the desk's memory that is measured.
    farEnd: { ...farEnd, receive: (chat, _body, key) => farEnd.receive(chat, '', key) },
    blocksPerPayload: BLOCKS_PER_PAYLOAD,
    rates: { platform: rate, chat: () => ({ sends: 1, perMs: 1_000 }) },
  })
  const stop = new AbortController()
  const desk = await composeDesk(app, [adapter])
  const running = desk.run(stop.signal)
  const watching = (async () => {
    for (let seen = -1; seen < farEnd.received.length || seen === 0; ) {
      seen = farEnd.received.length
      await clock.sleep(QUIET_MS)
    }
    stop.abort()
  })()
  await clock.during(Promise.all([running, watching]))
  return farEnd.received
}

function rowsOf(
  received: readonly Received[],
  counts: Readonly<Record<string, number>>,
  realMs: number,
): Awaited<ReturnType<Bench>> {
  const shown = received.filter(({ isShown }) => isShown)
  const [first, last] = [shown[0], shown.at(-1)]
  const seconds = ((last?.at ?? 0) - (first?.at ?? 0)) / 1_000
  return [
    {
      metric: 'messages delivered',
      value: counts.delivered ?? 0,
      reference: shown.length,
      referenceName: 'seen by readers',
    },
    {
      metric: 'messages a second',
      value: (shown.length - 1) / seconds,
      reference: PER_SECOND,
      referenceName: "the platform's limit",
    },
    { metric: 'refused for being too fast', value: received.length - shown.length },
    { metric: 'sent twice', value: shown.length - new Set(shown.map(({ key }) => key)).size },
    { metric: 'out of order within a chat', value: outOfOrder(shown) },
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

/** Posts whose part, or edition, comes before the one that the chat has got already. */
function outOfOrder(shown: readonly Received[]): number {
  const reached = new Map<string, readonly [edition: number, part: number]>()
  return shown.filter(({ chat, key }) => {
    const [, edition = '0', part = '0'] = /(\d+)\.(\d+)$/.exec(key) ?? []
    const [wasEdition, wasPart] = reached.get(chat.id) ?? [0, 0]
    reached.set(chat.id, [Number(edition), Number(part)])
    return Number(edition) < wasEdition || (Number(edition) === wasEdition && Number(part) !== wasPart + 1)
  }).length
}
