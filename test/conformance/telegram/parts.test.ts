// What Brevier promises of Telegram, a test each, named by its number: a message in several parts, and one that cannot be parsed.

import { expect, test } from 'vitest'
import { messageOf } from '../../adapters/telegram/posts.ts'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import { deskWithChannel, LONG, refused, SECOND_MS, sends } from './desk.ts'

test('05 only the last part has buttons, later parts are silent, and none is sent before the one ahead arrived', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  desk.telegram.script(
    'sendMessage',
    { kind: 'too-many', retryAfter: 7 },
    { kind: 'ok' },
    { kind: 'slow', ms: 20 * SECOND_MS },
  )
  await desk.say(chat, {
    ...LONG,
    blocks: [...LONG.blocks, { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] }],
  })

  await desk.pass(5 * SECOND_MS)
  expect(sends(desk, channel)).toHaveLength(1)
  await desk.pass(20 * SECOND_MS)
  // The second part is under way, and there is a third.
  expect(sends(desk, channel).map(({ status }) => status)).toEqual([429, 200, undefined])
  await desk.pass(MINUTE_MS)

  const parts = sends(desk, channel).slice(1)
  expect(parts.length).toBeGreaterThan(2)
  expect(
    parts.map(({ params }) => [params.disable_notification === true, params.reply_markup !== undefined]),
  ).toEqual(parts.map((_part, at) => [at > 0, at === parts.length - 1]))
})

const CANNOT_PARSE = refused(400, "can't parse entities: Unexpected end tag at byte offset 3")
const defectsIn = (log: readonly string[]) =>
  log.filter((line) => line.includes('a platform refused what was rendered for it'))

test('08 the same of what is said at once to who comes by a link', async () => {
  const { desk } = await deskWithChannel()
  await using _ = desk
  const reader = desk.telegram.person()
  desk.telegram.script('sendMessage', CANNOT_PARSE)
  desk.telegram.write(reader, '/start nowhere-any-more')
  await desk.pass(MINUTE_MS)

  expect(sends(desk, reader).map(({ params }) => params.parse_mode)).toEqual(['HTML', undefined])
  expect(desk.posts(reader)).toHaveLength(1)
  expect(defectsIn(desk.log)).toHaveLength(1)
})

test.each([
  ['and arrives', [CANNOT_PARSE], 'delivered'],
  ['and is refused if that is refused too', [CANNOT_PARSE, CANNOT_PARSE], 'refused'],
] as const)(
  '08 what cannot be parsed is sent once more without markup and noted once as a defect, %s',
  async (_name, faults, state) => {
    const { desk, channel, chat } = await deskWithChannel()
    await using _ = desk
    desk.telegram.script('sendMessage', ...faults)
    await desk.say(chat, messageOf({ kind: 'headline', text: 'A < B' }))

    await desk.pass(HOUR_MS)

    expect(sends(desk, channel).map(({ params }) => [params.text, params.parse_mode])).toEqual([
      ['<b>A &lt; B</b>', 'HTML'],
      ['A < B', undefined],
    ])
    expect((await desk.deliveries(chat)).map((delivery) => delivery.state)).toEqual([state])
    expect(defectsIn(desk.log)).toEqual([expect.stringMatching(/ error .*Unexpected end tag/)])
  },
)
