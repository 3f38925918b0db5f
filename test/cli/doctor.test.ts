import { expect, test } from 'vitest'
import { lockDesk } from '../../db/lock.ts'
import { group, newSubscription } from '../contract/store/makers.ts'
import { startTelegram } from '../fakes/telegram/telegram.ts'
import { databaseWith } from './posts.ts'
import { run } from './run.ts'

const empty = () => databaseWith(async () => undefined)

test('says that all is well while a desk runs', async () => {
  const db = await empty()
  const held = lockDesk(db[1] ?? '')
  const { code, out } = await run(['doctor', ...db])
  held.release()
  expect(code).toBe(0)
  expect(out).toContain('Well: settings, database, desk')
})

test('says that no desk runs, and how to start one', async () => {
  const { code, out } = await run(['doctor', '--json', ...(await empty())])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    isWell: true,
    problems: [{ part: 'desk', level: 'warning', remedy: 'Start one with brevier start.' }],
  })
})

test('names the setting that is wrong, and fails', async () => {
  const { code, out } = await run(['doctor', '--json', ...(await empty())], { env: { LOG_LEVEL: 'loud' } })
  expect(code).toBe(1)
  expect(JSON.parse(out).problems).toMatchObject([
    { part: 'settings', level: 'error', text: expect.stringContaining('LOG_LEVEL') },
  ])
})

test('names a setting of the model that is wrong, and fails', async () => {
  const { code, out } = await run(['doctor', '--json', ...(await empty())], {
    env: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
  })
  expect(code).toBe(1)
  expect(JSON.parse(out).problems).toMatchObject([
    { part: 'settings', level: 'error', text: expect.stringContaining('OPENAI_MODEL') },
  ])
})

test('says that a database cannot be opened, and fails', async () => {
  const { code, out } = await run(['doctor', '--json', '--db', '/dev/null/brevier.db'])
  expect(code).toBe(1)
  expect(JSON.parse(out).problems).toMatchObject([{ part: 'database', level: 'error' }])
})

test('names the chats whose platform is not configured, and fails', async () => {
  const db = await databaseWith((store) =>
    store.addSubscription(newSubscription({ chat: group('harbour') }), 1),
  )
  const { code, out } = await run(['doctor', ...db])
  expect(code).toBe(1)
  expect(out.replace(/\s+/g, ' ')).toContain(
    'test is not configured, so nothing is sent to test:harbour. Set what test needs',
  )
})

test('says what a platform finds in the chats that are subscribed, and what mends it', async () => {
  await using telegram = await startTelegram()
  const channel = telegram.channel({ title: 'City News', bot: { status: 'left' } })
  const chat = { platform: 'telegram', id: String(channel), kind: 'channel' } as const
  const db = await databaseWith((store) => store.addSubscription(newSubscription({ chat }), 1))
  const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
  const { code, out } = await run(['doctor', '--json', ...db], { env })
  expect(code).toBe(1)
  expect(JSON.parse(out).problems).toContainEqual({
    part: 'telegram',
    level: 'error',
    text: expect.stringContaining(`telegram:${channel} `),
    remedy: 'Add the bot to it again, or remove its subscription.',
  })
})
