import { describe, expect, test } from 'vitest'
import { CHAT, databaseWith, posted, REFUSED, UNKNOWN } from './posts.ts'
import { run } from './run.ts'

const json = async (args: readonly string[]) => JSON.parse((await run([...args, '--json'])).out)

describe('deliveries list', () => {
  test('says of each its state, where it goes, what it is, and why', async () => {
    const db = await posted(2, REFUSED)
    const { out } = await run(['deliveries', 'list', ...db])
    expect(out).toMatch(/d2 {2}not sent · test:one · edition e1, part 2 of 2\n.*It comes after part 1/s)
    expect(out).toMatch(/d1 {2}not sent · test:one · edition e1, part 1 of 2\n/)
  })

  test.each([
    [['--state', 'refused'], ['d1']],
    [['--state', 'delivered'], []],
    [['--chat', 'test:one'], ['d1']],
    [['--chat', 'test:two'], []],
    [['--subscription', 'u1'], ['d1']],
    [['--subscription', 'u2'], []],
    [['--limit', '1'], ['d1']],
  ])('%j narrows it down', async (filter, ids) => {
    const found = await json(['deliveries', 'list', ...filter, ...(await posted(1, REFUSED))])
    expect(found.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  test('without any says so', async () => {
    const db = await databaseWith(async () => undefined)
    expect((await run(['deliveries', 'list', ...db])).out).toBe('No delivery fits.\n')
  })
})

describe('deliveries show', () => {
  test('tells what can be done', async () => {
    const { out } = await run(['deliveries', 'show', 'd1', ...(await posted(1, UNKNOWN))])
    expect(out).toContain('No answer said whether it arrived: no answer.')
    expect(out).toContain('brevier deliveries settle d1 --arrived')
  })

  test('gives all of it as JSON', async () => {
    expect(await json(['deliveries', 'show', 'd1', ...(await posted(1, REFUSED))])).toMatchObject({
      id: 'd1',
      state: 'refused',
      chat: 'test:one',
      editionId: 'e1',
      part: 1,
      parts: 1,
      attempts: 1,
      reason: { kind: 'refused', class: 'content', sentence: expect.stringContaining("can't parse") },
      payload: { body: 'Body of e1' },
    })
  })
})

describe('deliveries retry', () => {
  test('puts back what was refused, with the parts after it', async () => {
    const db = await posted(2, REFUSED)
    expect((await run(['deliveries', 'retry', 'd1', ...db])).out).toBe('d1, d2 will be sent again.\n')
    expect((await run(['deliveries', 'retry', 'd1', ...db])).out).toBe('d1 will be sent again.\n')
    expect(await json(['deliveries', 'list', ...db])).toMatchObject([
      { state: 'pending' },
      { state: 'pending' },
    ])
  })

  test('says that a paused chat keeps it waiting', async () => {
    const db = await databaseWith(async (store) => {
      await store.enqueue(
        [
          {
            messageKey: 'm',
            part: 1,
            parts: 1,
            chat: CHAT,
            payload: { body: 'b' },
            dueAt: 0,
            expiresAt: 1,
            whenUnknown: 'once',
          },
        ],
        0,
      )
      await store.expireDeliveries(2)
      await store.pauseChat(CHAT, { kind: 'refused', class: 'gone', detail: 'kicked' }, [], 3)
    })
    const { out } = await run(['deliveries', 'retry', 'd1', ...db])
    expect(out.replace(/\s+/g, ' ')).toContain(
      'test:one is paused, so that waits until it is resumed; brevier why test:one says why.',
    )
  })
})

describe('deliveries settle', () => {
  test.each([
    ['--arrived', 'd1 counts as delivered.\n', 'delivered'],
    ['--again', 'd1 will be sent again.\n', 'pending'],
    ['--drop', 'd1 is dropped and will not be sent.\n', 'refused'],
  ])('%s ends the doubt, also when it is said twice', async (flag, sentence, state) => {
    const db = await posted(1, UNKNOWN)
    for (const _ of [1, 2])
      expect((await run(['deliveries', 'settle', 'd1', flag, ...db])).out).toBe(sentence)
    expect(await json(['deliveries', 'show', 'd1', ...db])).toHaveProperty('state', state)
  })

  test.each([[[]], [['--arrived', '--drop']]])('with %j asks which is true', async (flags) => {
    const { code, err } = await run(['deliveries', 'settle', 'd1', ...flags, ...(await posted(1, UNKNOWN))])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Say what is true: brevier deliveries settle d1 --arrived, or --again, or --drop.\n',
    })
  })
})

test.each([
  [['show', 'd9'], undefined, 'There is no delivery d9. brevier deliveries list shows those there are.'],
  [['retry', 'd9'], undefined, 'There is no delivery d9. brevier deliveries list shows those there are.'],
  [
    ['settle', 'd9', '--drop'],
    undefined,
    'There is no delivery d9. brevier deliveries list shows those there are.',
  ],
  [['retry', 'd1'], 'delivered', 'd1 was delivered. What has arrived is not sent again.'],
  [['settle', 'd1', '--drop'], 'delivered', 'd1 was delivered, so there is nothing to drop.'],
  [['settle', 'd1', '--arrived'], REFUSED, 'd1 was not sent. To send it now: brevier deliveries retry d1'],
  [
    ['settle', 'd1', '--arrived'],
    undefined,
    'd1 waits to be sent, so it has not arrived. --drop keeps it from being sent.',
  ],
] as const)('%j of %j is refused in one sentence', async (args, settlement, sentence) => {
  const { code, err } = await run(['deliveries', ...args, ...(await posted(1, settlement))])
  expect({ code, err }).toEqual({ code: 1, err: `${sentence}\n` })
})
