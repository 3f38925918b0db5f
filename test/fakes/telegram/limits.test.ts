import type { InlineKeyboardButton } from 'grammy/types'
import { expect, test } from 'vitest'
import { apiOf } from './api-of.ts'
import { startTelegram, type Telegram } from './telegram.ts'

async function withReader(): Promise<{ telegram: Telegram; reader: number }> {
  const telegram = await startTelegram()
  return { telegram, reader: telegram.person({ hasStarted: true }) }
}

test.each([
  ['4096 characters that are two units each', '😀'.repeat(4096), undefined],
  ['4097 characters', 'x'.repeat(4097), 'Bad Request: message is too long'],
  ['32,768 bytes of which little is text', `${'<b></b>'.repeat(4681)}x`, undefined],
  ['a byte more', `${'<b></b>'.repeat(4681)}xy`, 'Bad Request: text is too long'],
  ['nothing', '', 'Bad Request: message text is empty'],
  ['white space', ' \n ', 'Bad Request: message text is empty'],
  ['an empty tag', '<b></b>', 'Bad Request: message text is empty'],
  ['half a surrogate pair', 'x\ud83d', 'Bad Request: strings must be encoded in UTF-8'],
])('a text of %s', async (_, text, description) => {
  const { telegram, reader } = await withReader()
  await using _telegram = telegram

  const sent = apiOf(telegram).sendMessage(reader, text, { parse_mode: 'HTML' })

  if (description) await expect(sent).rejects.toMatchObject({ error_code: 400, description })
  else await expect(sent).resolves.toMatchObject({ message_id: 1 })
})

test('space around a text goes, and the entities move with it', async () => {
  const { telegram, reader } = await withReader()
  await using _telegram = telegram

  const sent = await apiOf(telegram).sendMessage(reader, ' \n x\r<b>y </b> ', { parse_mode: 'HTML' })

  expect(sent).toMatchObject({ text: 'xy', entities: [{ type: 'bold', offset: 1, length: 1 }] })
})

test('more than 100 entities are dropped in silence, which fails the test', async () => {
  const { telegram, reader } = await withReader()

  const sent = await apiOf(telegram).sendMessage(reader, '<b>x</b> '.repeat(101), { parse_mode: 'HTML' })

  expect(sent.entities).toHaveLength(100)
  await expect(async () => telegram[Symbol.asyncDispose]()).rejects.toThrow('of 101 entities')
})

test('a caption is shorter than a message', async () => {
  const { telegram, reader } = await withReader()
  await using _telegram = telegram
  const send = (caption: string) => apiOf(telegram).sendPhoto(reader, 'https://a.example/p.jpg', { caption })

  await expect(send('😀'.repeat(1024))).resolves.toBeDefined()
  await expect(send('x'.repeat(1025))).rejects.toThrow('Bad Request: message caption is too long')
})

const button = { text: 'Ask', callback_data: 'x' }

test.each<[string, InlineKeyboardButton[][], string | undefined]>([
  ['data of 64 bytes', [[{ text: 'Ask', callback_data: 'é'.repeat(32) }]], undefined],
  ['data of 65 bytes', [[{ text: 'Ask', callback_data: `${'é'.repeat(32)}x` }]], 'BUTTON_DATA_INVALID'],
  ['empty data', [[{ text: 'Ask', callback_data: '' }]], 'BUTTON_DATA_INVALID'],
  [
    'no label',
    [[{ text: ' ', callback_data: 'x' }]],
    "can't parse inline keyboard button: Text must be non-empty",
  ],
  ['a link', [[{ text: 'Ask', url: 'https://t.me/brevier_test_bot?start=b_X' }]], undefined],
  [
    'a link that is none',
    [[{ text: 'Ask', url: 'javascript:x' }]],
    "inline keyboard button URL 'javascript:x' is invalid: Wrong HTTP URL",
  ],
  ['nothing to do', [[{ text: 'Ask' } as never]], 'text buttons are unallowed in the inline keyboard'],
  ['eight in a row', [Array(8).fill(button)], undefined],
  ['nine in a row', [Array(9).fill(button)], 'reply markup is too long'],
  ['101 in all', Array(101).fill([button]), 'reply markup is too long'],
])('a keyboard with %s', async (_, inline_keyboard, sentence) => {
  const { telegram, reader } = await withReader()
  await using _telegram = telegram

  const sent = apiOf(telegram).sendMessage(reader, 'x', { reply_markup: { inline_keyboard } })

  if (sentence) await expect(sent).rejects.toMatchObject({ description: `Bad Request: ${sentence}` })
  else await expect(sent).resolves.toMatchObject({ reply_markup: { inline_keyboard } })
})
