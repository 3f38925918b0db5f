import { expect, test } from 'vitest'
import type { Chat } from '../../src/domain.ts'
import { chat, HOUR_MS, OWNER, openOutbox } from './outbox.ts'

const NEWS = chat('news')
const gone = { says: { kind: 'refused', class: 'gone', reason: 'Forbidden: bot was kicked.' } } as const
const noRight = { says: { kind: 'refused', class: 'no-right', reason: 'Not enough rights.' } } as const
const lost = { says: { kind: 'unknown', reason: 'The connection broke.' } } as const
const privately = (id: string): Chat => ({ platform: 'test', id, kind: 'private' })

test('the owner of a lost chat reads what happened, what is kept and what to do', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.publish(NEWS, ['Good morning.'])
  outbox.farEnd.script('news', noRight)
  await outbox.work(5_000)
  expect(outbox.farEnd.shown(OWNER.id)).toEqual([
    [
      '*I could not post to test:news: I am not allowed to write there.',
      'The 08:00 edition of 3 Mar 2026 is kept. Nothing is sent to this chat until you resume it.',
      'Give me the right to write there, then run: brevier subscriptions resume u1',
      'What the platform said: Not enough rights.',
      '[It is mended: go on]*',
    ].join('\n'),
  ])
})

test('the owner of a post that may have arrived reads which, and how to settle it', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.publish(NEWS, ['Good morning.'])
  outbox.farEnd.script('news', lost)
  await outbox.work(5_000)
  const [notice] = outbox.farEnd.shown(OWNER.id)
  expect(notice).toContain('The 08:00 edition of 3 Mar 2026 may have arrived in test:news, or not.')
  expect(notice).toContain('brevier deliveries settle d1 --arrived')
  expect(notice).toContain('brevier deliveries settle d1 --again')
  expect(notice).toContain('[It is there] [It is not: send it again]')
})

test('a chat lost with much on its way is told of once, to each of its owners', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  for (const id of ['ann', 'ben', 'ann']) {
    await outbox.publish(NEWS, ['Good morning.'], { owner: { platform: 'test', id } })
    await outbox.clock.advance(1)
  }
  outbox.farEnd.always('news', gone)
  await outbox.work(HOUR_MS)
  expect(outbox.farEnd.shown('ann')).toHaveLength(1)
  expect(outbox.farEnd.shown('ben')).toHaveLength(1)
})

test('a chat that is lost again after it was resumed is told of again', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.publish(NEWS, ['Good morning.'])
  outbox.farEnd.always('news', gone)
  await outbox.work(HOUR_MS)
  await outbox.store.resumeChat(NEWS)
  await outbox.work(HOUR_MS)
  expect(outbox.farEnd.shown(OWNER.id)).toHaveLength(2)
})

test('a person whose private chat is lost is not told so in it', async () => {
  await using outbox = await openOutbox()
  await outbox.publish(privately(OWNER.id), ['Good morning.'])
  outbox.farEnd.always(OWNER.id, gone)
  await outbox.work(HOUR_MS)
  expect(await outbox.notices()).toEqual([])
  expect(outbox.logged.join('')).toContain('nobody can be told that a chat is lost')
})

test('a notice that does not get through causes no notice', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.publish(NEWS, ['Good morning.'])
  outbox.farEnd.always('news', gone)
  outbox.farEnd.always(OWNER.id, gone)
  await outbox.work(HOUR_MS)
  expect(await outbox.notices()).toHaveLength(1)
  expect(await outbox.store.pausedChats()).toHaveLength(2)
})

test('a notice that may have arrived is sent once more, and nobody is asked about it', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.publish(NEWS, ['Good morning.'])
  outbox.farEnd.always('news', gone)
  outbox.farEnd.always(OWNER.id, lost)
  await outbox.work(HOUR_MS)
  expect(await outbox.notices()).toMatchObject([{ state: 'unknown', isResent: true }])
})

test.each([
  ['without an owner', null],
  ['whose owner is on a platform that nothing speaks', { platform: 'elsewhere', id: 'ann' }],
])('a subscription %s has the log told instead', async (_which, owner) => {
  await using outbox = await openOutbox()
  await outbox.publish(NEWS, ['Good morning.'], { owner })
  await outbox.publish(chat('other'), ['Good morning.'], { owner })
  outbox.farEnd.always('news', gone)
  outbox.farEnd.always('other', lost)
  await outbox.work(HOUR_MS)
  expect(await outbox.notices()).toEqual([])
  expect(outbox.logged.filter((line) => /warn +(?:nobody|a post|an owner)/.test(line))).toHaveLength(2)
})

test('the owner of a post that the platform puts off for long reads until when, once', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.publish(NEWS, ['Good morning.'])
  const wait = (retryAfterMs: number) =>
    ({ says: { kind: 'later', retryAfterMs, reason: 'Too many requests.' } }) as const
  outbox.farEnd.script('news', wait(60_000), wait(HOUR_MS), wait(HOUR_MS))
  await outbox.work(3 * HOUR_MS)
  expect(outbox.farEnd.shown(OWNER.id)).toEqual([
    [
      '*The 08:00 edition of 3 Mar 2026 comes late to test:news.',
      'The platform asks me to wait until 09:01. I send it then, unless it is too old by that time. There is nothing for you to do.',
      'What the platform said: Too many requests.*',
    ].join('\n'),
  ])
  expect(outbox.farEnd.shown('news')).toHaveLength(1)
})

test('who chose a chat for notices reads them there, and not in private', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.store.setNoticeChat(OWNER, chat('log'))
  await outbox.publish(NEWS, ['Good morning.'])
  outbox.farEnd.script('news', gone)
  await outbox.work(5_000)
  expect(outbox.farEnd.shown('log')).toHaveLength(1)
  expect(outbox.farEnd.shown(OWNER.id)).toEqual([])
})

test.each(['lost itself', 'the one it is about'])(
  'a chosen chat that is %s is told nothing: its owner is, in private',
  async (which) => {
    await using outbox = await openOutbox({ blocksPerPayload: 100 })
    const chosen = which === 'lost itself' ? chat('log') : NEWS
    await outbox.store.setNoticeChat(OWNER, chosen)
    if (which === 'lost itself')
      await outbox.store.pauseChat(chosen, { kind: 'refused', class: 'gone', detail: 'kicked' }, [], 0)
    await outbox.publish(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', gone)
    await outbox.work(5_000)
    expect(outbox.farEnd.shown(OWNER.id)).toHaveLength(1)
    expect(outbox.farEnd.shown('log')).toEqual([])
  },
)

test('whose private chat is lost is told of it where he chose', async () => {
  await using outbox = await openOutbox({ blocksPerPayload: 100 })
  await outbox.store.setNoticeChat(OWNER, chat('log'))
  await outbox.publish(privately(OWNER.id), ['Good morning.'])
  outbox.farEnd.script(OWNER.id, gone)
  await outbox.work(5_000)
  expect(outbox.farEnd.shown('log')).toHaveLength(1)
})
