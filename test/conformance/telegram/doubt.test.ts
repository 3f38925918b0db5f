// What Brevier promises of Telegram, a test each, named by its number: posts that may have arrived.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { compose, composeDesk } from '../../../src/compose.ts'
import { readSettings } from '../../../src/config.ts'
import { postsOf } from '../../adapters/telegram/posts.ts'
import { text } from '../../adapters/telegram/telegram-app.ts'
import { runJson, temporaryFolder } from '../../cli/run.ts'
import { DAY_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import type { Fault } from '../../fakes/telegram/fault.ts'
import { startTelegram } from '../../fakes/telegram/telegram.ts'
import { deskWithChannel, deskWithEdition, POSTING, SECOND_MS, sends } from './desk.ts'

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))

const started = new Set<ChildProcess>()
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
})

test.each<readonly [string, Fault]>([
  [
    '26 a connection that broke after the post was taken sends nothing twice, and the owner is asked',
    { kind: 'dropped', isAccepted: true },
  ],
  [
    '27 a server that broke after the post was taken likewise: HTML',
    { kind: 'broken', as: 'html', isAccepted: true },
  ],
  [
    '27 a server that broke after the post was taken likewise: JSON',
    { kind: 'broken', as: 'json', isAccepted: true },
  ],
])('%s', async (_name, fault) => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.script({ method: 'sendMessage', chat: channel }, fault)

  await toSlot()
  await desk.pass(30 * MINUTE_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'unknown' }])
  expect(desk.posts(owner)).toHaveLength(1)
})

test('27 a server that cannot be reached gets the post once, when it is back', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.pass(SECOND_MS)
  await desk.telegram.goAway()
  await desk.say(chat, 'Once.')
  await desk.pass(20 * SECOND_MS)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'pending', reason: { kind: 'later' } }])

  await desk.telegram.comeBack()
  await desk.pass(10 * MINUTE_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(desk.posts(channel)).toEqual(['Once.'])
})

test('28 a process that is killed while Telegram takes a post sends nothing twice', {
  timeout: 60_000,
}, async () => {
  await using telegram = await startTelegram()
  const channel = telegram.channel({ bot: POSTING })
  const file = join(temporaryFolder(), 'killed.db')
  await enqueueTo(file, channel)
  telegram.script('sendMessage', { kind: 'silent', isAccepted: true })
  const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
  const start = () => {
    const child = spawn(process.execPath, [MAIN, 'start', '--db', file], { env: { ...process.env, ...env } })
    started.add(child)
    return child
  }
  const states = async () => {
    const rows = await runJson<{ state: string }[]>(['deliveries', 'list', '--db', file])
    return rows.map(({ state }) => state)
  }

  const first = start()
  await expect.poll(() => telegram.received('sendMessage'), { timeout: 30_000 }).toHaveLength(1)
  expect(await states()).toEqual(['sending'])
  first.kill('SIGKILL')
  await once(first, 'close')
  const second = start()
  await expect.poll(states, { timeout: 30_000 }).toEqual(['unknown'])
  second.kill('SIGTERM')
  await once(second, 'close')

  expect(telegram.received('sendMessage')).toHaveLength(1)
  expect(telegram.messages(channel)).toHaveLength(1)
})

/** A post that is due, in a database that nobody has open. */
async function enqueueTo(file: string, channel: number): Promise<void> {
  await using app = await compose(readSettings({ DATABASE_URL: `sqlite:${file}` }))
  const now = app.clock.now()
  const [payload] = postsOf(text('Once.'))
  await app.store.enqueue(
    [
      {
        messageKey: 'once',
        part: 1,
        parts: 1,
        payload: { body: JSON.stringify(payload) },
        chat: { platform: 'telegram', id: String(channel), kind: 'channel' },
        dueAt: now,
        expiresAt: now + DAY_MS,
        whenUnknown: 'once',
      },
    ],
    now,
  )
}

test('29 the copy in the discussion group tells that a post arrived, and nobody is asked', async () => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.link(channel, desk.telegram.supergroup({ owner, bot: { status: 'administrator' } }))
  desk.telegram.script({ method: 'sendMessage', chat: channel }, { kind: 'dropped', isAccepted: true })

  await toSlot()
  await desk.pass(5 * MINUTE_MS)

  const id = desk.telegram.messages(channel).at(-1)?.message_id
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'delivered', receipt: `${channel}/${id}` }])
  expect(desk.posts(owner)).toEqual([])
})

test('30 two schedulers make one post of one slot', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  const other = await composeDesk(desk.app, [{ ...desk.adapter, listen: async () => {} }])
  await desk.clock.advance(29 * MINUTE_MS)
  await Promise.all([desk.pass(2 * MINUTE_MS), desk.clock.sleep(MINUTE_MS).then(() => other.tick())])
  await toSlot()
  expect(desk.posts(channel)).toHaveLength(1)
})
