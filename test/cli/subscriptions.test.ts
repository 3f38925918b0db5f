import { describe, expect, test } from 'vitest'
import { databaseWith } from './posts.ts'
import { run } from './run.ts'

const newDatabase = () => databaseWith(async () => undefined)
const of = (...args: readonly string[]) => run(['subscriptions', ...args])
const json = async (...args: readonly string[]) => JSON.parse((await of(...args, '--json')).out)

describe('subscriptions', () => {
  test('are added with every field as it was written, and shown so', async () => {
    const db = await newDatabase()
    const written = [
      ['--topics', 'harbour, -football'],
      ['--schedule', 'every weekday at 7:30'],
      ['--zone', 'Europe/Berlin'],
      ['--language', 'de'],
      ['--points', '2'],
      ['--briefs', '4'],
      ['--quiet', '22:00-07:00 silence'],
      ['--after-down-time', 'merge'],
      ['--when-unknown', 'again'],
      ['--when-empty', 'line'],
    ]
    const added = await json(
      'add',
      '--chat',
      'terminal:news',
      '--kind',
      'channel',
      '--owner',
      'terminal:local',
      ...written.flat(),
      ...db,
    )
    expect(added).toMatchObject({
      id: 'u1',
      chat: 'terminal:news',
      chatKind: 'channel',
      owner: 'terminal:local',
      topics: 'harbour, -football',
      schedule: { text: 'every weekday at 7:30', zone: 'Europe/Berlin', crons: ['30 7 * * 1-5'] },
      language: 'de',
      points: 2,
      briefs: 4,
      quietHours: { from: '22:00', to: '07:00', effect: 'silence' },
      afterDownTime: 'merge',
      whenUnknown: 'again',
      whenEmpty: 'line',
    })
    expect(await json('show', 'u1', ...db)).toEqual(added)
    const { out } = await of('show', 'u1', ...db)
    for (const [, text = ''] of written) expect(out).toContain(text)
  })

  test.each([
    [['--chat', 'terminal:local'], { chatKind: 'private', whenUnknown: 'again' }],
    [['--chat', 'moon:news'], { chatKind: 'channel', whenUnknown: 'once' }],
    [['--chat', 'moon:news/7'], { chatKind: 'thread', whenUnknown: 'once' }],
    [['--chat', 'moon:ada', '--kind', 'private'], { chatKind: 'private', whenUnknown: 'again' }],
  ])('of %j are of that kind', async (args, expected) => {
    expect(await json('add', ...args, ...(await newDatabase()))).toMatchObject(expected)
  })

  test('of one chat keep its kind', async () => {
    const db = await newDatabase()
    await of('add', '--chat', 'moon:news', '--kind', 'group', ...db)
    expect(await json('add', '--chat', 'moon:news', '--points', '1', ...db)).toHaveProperty(
      'chatKind',
      'group',
    )
  })

  test('are listed, all or those of one chat', async () => {
    const db = await newDatabase()
    expect((await of('list', ...db)).out).toBe(
      'There is no subscription yet.\n\nTo make one: brevier subscriptions add --chat terminal:local\n',
    )
    await of('add', '--chat', 'terminal:local', ...db)
    await of('add', '--chat', 'terminal:news', '--topics', 'harbour', ...db)
    expect(await json('list', ...db)).toMatchObject([{ id: 'u1' }, { id: 'u2' }])
    expect(await json('list', '--chat', 'terminal:news', ...db)).toMatchObject([{ id: 'u2' }])
    expect((await of('list', ...db)).out).toMatch(
      / {2}u1 {2}everything\n {6}terminal:local · every day at 8:00 · next /,
    )
  })

  test('are changed, paused, resumed and removed, each with what is so then', async () => {
    const db = await newDatabase()
    await of('add', '--chat', 'terminal:local', ...db)
    expect((await of('edit', 'u1', '--points', '2', ...db)).out).toMatch(/^u1 is changed\.\n.*points +2\n/s)
    expect((await of('pause', 'u1', ...db)).out).toMatch(
      /^u1 is paused\.\n.*To go on: brevier subscriptions resume u1\n$/s,
    )
    expect((await of('resume', 'u1', ...db)).out).toMatch(/^u1 goes on\.\nThe next edition comes /)
    expect((await of('remove', 'u1', ...db)).out).toMatch(/^u1 is removed\./)
    expect(await json('list', ...db)).toEqual([])
  })

  test('are previewed, for people and as JSON', async () => {
    const db = await newDatabase()
    await of('add', '--chat', 'terminal:local', ...db)
    expect((await of('preview', 'u1', ...db)).out).toContain('This would not be sent')
    expect(await json('preview', 'u1', ...db)).toMatchObject({
      reason: { kind: 'no-stories', sentence: 'No story had come in.' },
      briefs: [],
      leftOut: [],
    })
  })

  test('for a platform that is not spoken are kept, and it is said', async () => {
    const { code, err } = await of('add', '--chat', 'moon:news', ...(await newDatabase()))
    expect({ code, err }).toEqual({
      code: 0,
      err: 'This version does not speak moon; it speaks terminal, telegram, discord. Nothing arrives there until it does.\n',
    })
  })
})

const refused: readonly (readonly [args: readonly string[], sentence: string])[] = [
  [
    ['add', '--chat', 'local'],
    '"local" is no chat. Write it as platform:id or platform:id/thread, like terminal:local.',
  ],
  [
    ['add', '--chat', 'terminal:local', '--owner', 'ada'],
    '"ada" is nobody. Write a person as platform:id, like terminal:local.',
  ],
  [
    ['add', '--chat', 'terminal:local', '--points', '0'],
    '"0" does not fit: points must be a whole number from 1 to 10.',
  ],
  ...['show', 'edit', 'pause', 'resume', 'remove', 'preview'].map(
    (name) =>
      [
        [name, 'u9'],
        'There is no subscription u9. brevier subscriptions list shows those there are.',
      ] as const,
  ),
]

describe('what cannot be done is one sentence', () => {
  test.each(refused)('%j', async (args, sentence) => {
    const { code, err } = await of(...args, ...(await newDatabase()))
    expect({ code, err }).toEqual({ code: 1, err: `${sentence}\n` })
  })

  test('to edit nothing', async () => {
    const db = await newDatabase()
    await of('add', '--chat', 'terminal:local', ...db)
    expect((await of('edit', 'u1', ...db)).err).toMatch(
      /^Say what to change, for example: brevier subscriptions edit u1 --points 2\./,
    )
  })

  test('to name no chat is wrong usage', async () => {
    const { code, err } = await of('add', ...(await newDatabase()))
    expect(code).toBe(2)
    expect(err).toMatch(
      /^Required option '--chat <chat>' not specified\. See brevier subscriptions add --help\.\n$/,
    )
  })
})
