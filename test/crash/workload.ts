// What happens in every chain: six days of a desk that serves channels, a group and private chats, with nights in which
// nothing runs, a chat that moves, one that refuses, people who ask, and a feed that brings more.

import { HOUR_MS, MINUTE_MS } from '../../src/clock.ts'
import type { App } from '../../src/compose.ts'
import type { Chat, InboundEvent, NewSubscription, Person } from '../../src/domain.ts'
import { nextSlot } from '../../src/editions/schedule.ts'
import type { FarEnd } from '../fakes/far-end.ts'
import { FEED_ITEMS } from './feed-items.ts'

export const platform = 'test'
/** Shortly after the last of the sample articles. */
const START = Date.UTC(2026, 2, 3, 12, 45)
const DAY_MS = 24 * HOUR_MS

/** A stretch of time in which processes run. */
export interface Shift {
  readonly from: number
  readonly until: number
  /** From here on nobody wants editions: what is under way comes to its end. */
  readonly isLast?: boolean
}

export const shifts: readonly Shift[] = [
  { from: START, until: START + 4 * HOUR_MS },
  // Over night nothing ran.
  { from: START + DAY_MS, until: START + DAY_MS + 3 * HOUR_MS },
  // Nor for two days.
  { from: START + 3 * DAY_MS, until: START + 3 * DAY_MS + 2 * HOUR_MS },
  { from: START + 5 * DAY_MS, until: START + 5 * DAY_MS + 5 * MINUTE_MS, isLast: true },
]

const chat = (id: string, kind: Chat['kind'] = 'channel'): Chat => ({ platform, id, kind })
const person = (id: string): Person => ({ platform, id })

const usual = {
  topics: '',
  language: 'en',
  points: 2,
  briefs: 2,
  afterDownTime: 'late',
  whenUnknown: 'once',
  whenEmpty: 'nothing',
} as const satisfies Partial<NewSubscription>

type Wanted = Pick<NewSubscription, 'chat'> & Partial<NewSubscription> & { readonly cron: string }

const wanted: readonly Wanted[] = [
  { chat: chat('harbour'), owner: person('ada'), cron: '0 8-20 * * *' },
  { chat: chat('valley'), owner: person('ben'), cron: '7 9-19/2 * * *', afterDownTime: 'merge', briefs: 3 },
  { chat: chat('market'), owner: person('ada'), cron: '14 * * * *', afterDownTime: 'skip' },
  {
    chat: chat('reading-circle', 'group'),
    owner: person('cleo'),
    cron: '21 9-20 * * *',
    topics: 'flood, bridge',
  },
  { chat: chat('ada', 'private'), owner: person('ada'), cron: '28 12-18/2 * * *', whenUnknown: 'again' },
  {
    chat: chat('dora', 'private'),
    owner: person('dora'),
    cron: '35 13,15 * * *',
    afterDownTime: 'merge',
    whenEmpty: 'line',
    whenUnknown: 'again',
    briefs: 4,
  },
  { chat: chat('old-pier'), owner: person('ben'), cron: '42 9-20/2 * * *' },
  { chat: chat('closed-room'), owner: person('cleo'), cron: '53 * * * *' },
]

/** What the far end says at some doors. */
export function setDoors(farEnd: FarEnd): void {
  farEnd.always('old-pier', { says: { kind: 'moved', to: chat('new-pier') } })
  farEnd.always('closed-room', {
    says: { kind: 'refused', class: 'no-right', reason: 'The bot may not post in this room.' },
  })
  farEnd.script('valley', { says: { kind: 'later', retryAfterMs: 3_000, reason: 'Too many requests.' } })
}

/** Fills an empty database; the articles are stored already. */
export async function fill({ store }: App, farEndUrl: string): Promise<void> {
  await store.addFeed({ url: `${farEndUrl}/feed`, title: 'The Tarn Gazette' }, START)
  for (const { cron, ...own } of wanted) {
    const schedule = { text: cron, crons: [cron], zone: 'Europe/Berlin' }
    const nextEditionAt = nextSlot(schedule, START) ?? START
    await store.addSubscription({ ...usual, ...own, schedule, nextEditionAt }, START)
  }
}

/** From now on nobody wants editions. */
export async function pauseAll({ store }: App, now: number): Promise<void> {
  for (const { id } of await store.subscriptions()) await store.pauseSubscription(id, now)
}

const said: readonly (readonly [minutes: number, where: string, what: string])[] = [
  [3, 'ada', 'How many people were injured in the Vessen valley?'],
  [3, 'dora', '/brief'],
  [4, 'ada', '/sources 1'],
  [5, 'emil', 'Who won the World Cup?'],
  [32, 'reading-circle', 'How long is the Ellery Bridge closed?'],
  [33, 'reading-circle', '/stories'],
  [62, 'emil', '/help'],
  [63, 'fay', 'What did Halden Cells earn last year?'],
  [64, 'fay', 'And the year before?'],
  [25 * 60, 'emil', '/brief kelp'],
  [25 * 60 + 1, 'gil', 'Where was the stolen portrait found?'],
  [25 * 60 + 2, 'gil', '/sources 1'],
  [73 * 60, 'reading-circle', '/brief'],
  [73 * 60 + 2, 'fay', 'How many ferries replace the bridge?'],
]

export const events: readonly InboundEvent[] = said.map(([minutes, where, what], at) => {
  const event = {
    key: `update ${at}`,
    chat: chat(where, where === 'reading-circle' ? 'group' : 'private'),
    person: person(where === 'reading-circle' ? 'cleo' : where),
    at: START + minutes * MINUTE_MS,
  }
  const [, name, text = ''] = /^\/(\w+) ?(.*)$/.exec(what) ?? []
  return name === undefined
    ? { ...event, kind: 'question', text: what }
    : { ...event, kind: 'command', name, text }
})

/** The feed as it is at a time, its newest items first. */
export function feedAt(now: number): string {
  const items = FEED_ITEMS.filter(({ hours }) => timeOf(hours) <= now).map(
    ({ title, paragraphs, hours }) => `<item>
<title>${title}</title>
<guid isPermaLink="false">${title}</guid>
<pubDate>${new Date(timeOf(hours)).toUTCString()}</pubDate>
<description><![CDATA[${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}]]></description>
</item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Tarn Gazette</title><link>https://gazette.example/</link>
<description>News of Tarn</description><language>en</language>
${items.toReversed().join('\n')}
</channel></rss>`
}

function timeOf(hours: number): number {
  return START + hours * HOUR_MS
}
