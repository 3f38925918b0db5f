// The README's "A channel in five minutes", walked: what stands in bold in its steps is pressed, in the order in which it stands.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run, temporaryFolder } from '../../cli/run.ts'
import { bridge, flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { startTelegram } from '../../fakes/telegram/telegram.ts'
import { SECOND_MS, sends, type TelegramDesk, telegramDesk } from './desk.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const [, section = ''] = readme.split('\n## A channel in five minutes\n')
const steps = (section.split('\n## ')[0] ?? '').split(/^(?=\d\. )/m).slice(1)

/** What stands in bold, of one paragraph. */
function boldIn(step = ''): readonly string[] {
  return [...(step.split('\n\n')[0] ?? '').matchAll(/\*\*(.+?)\*\*/g)].map(([, label = '']) => label)
}

/** Presses the latest button of that label in a chat; a link that asks for a chat leads to `adds`. */
async function press(desk: TelegramDesk, person: number, at: { chat: number; adds?: number }, label: string) {
  const { telegram } = desk
  const message = telegram
    .messages(at.chat)
    .findLast(({ reply_markup: markup }) =>
      markup?.inline_keyboard?.flat().some(({ text }) => text === label),
    )
  const button = message?.reply_markup?.inline_keyboard?.flat().find(({ text }) => text === label)
  if (!message || !button) throw new Error(`nothing offers "${label}"`)
  if (button.url === undefined) telegram.tap(person, { chat: at.chat, message: message.message_id }, label)
  else telegram.follow(person, button.url, at.adds)
  await desk.pass(10 * SECOND_MS)
}

test('who follows the README has a channel, and its readers have answers with sources', {
  timeout: 60_000,
}, async () => {
  await using desk = await telegramDesk()
  const { telegram } = desk
  await desk.publish(flood, bridge)
  const owner = telegram.person()
  const channel = telegram.channel({ owner, title: 'City News' })
  const last = (chat: number) => desk.posts(chat).at(-1) ?? ''
  const [botFather, start, add, choose, read] = steps
  expect(steps).toHaveLength(5)

  // A token, and what doctor, whose clock is the real one, says of it.
  await using real = await startTelegram()
  expect(botFather).toContain('https://t.me/BotFather')
  expect(start).toContain('TELEGRAM_BOT_TOKEN=<token>')
  const doctor = await run(['doctor', '--db', join(temporaryFolder(), 'five.db')], {
    env: { TELEGRAM_BOT_TOKEN: real.token, TELEGRAM_API_ROOT: real.apiRoot },
  })
  expect(doctor).toMatchObject({ code: 0, err: '' })

  // Who writes to it is led to a channel, and to a group as well.
  const [toChannel = '', toGroup = ''] = boldIn(add)
  telegram.write(owner, '/start')
  await desk.pass(10 * SECOND_MS)
  await press(desk, owner, { chat: owner, adds: channel }, toChannel)
  expect(last(owner)).toContain('I can post to City News now.')
  expect(telegram.messages(owner).some((message) => JSON.stringify(message).includes(toGroup))).toBe(true)

  // What is chosen stands in the message that was pressed.
  const [topics = '', times = '', zone = '', preview = '', subscribe = ''] = boldIn(choose)
  const chosen = [
    [topics, 'everything'],
    [times, 'every 3 hours'],
    [zone, 'Europe/Berlin'],
  ] as const
  for (const [field, value] of chosen) {
    await press(desk, owner, { chat: owner }, field)
    await press(desk, owner, { chat: owner }, value)
    expect(
      telegram
        .messages(owner)
        .map(({ text }) => text)
        .join(),
    ).toContain(value)
  }
  await press(desk, owner, { chat: owner }, preview)
  expect(desk.posts(owner).join()).toContain('Twelve people were injured')
  expect(sends(desk, channel)).toEqual([])
  await press(desk, owner, { chat: owner }, subscribe)

  // The edition, and a reader of it.
  await desk.pass(90 * MINUTE_MS)
  expect(sends(desk, channel)).toHaveLength(1)
  expect(new Date(sends(desk, channel)[0]?.at ?? 0).toISOString()).toMatch(/T08:00:/)
  const [ask = '', sources = '', mark = ''] = boldIn(read)
  const reader = telegram.person()
  await press(desk, reader, { chat: channel }, ask)
  telegram.write(reader, 'How many people were injured in the Vessen flood?')
  await desk.pass(10 * SECOND_MS)
  expect(desk.posts(reader).join()).toMatch(/Twelve people were injured.*\[1\]/)
  await press(desk, reader, { chat: reader }, sources)
  expect(last(reader)).toContain('Meridian Press')
  await press(desk, reader, { chat: reader }, mark)
  expect(last(reader)).toContain('Twelve people were injured when the river Vessen flooded its valley')
})
