import { expect, test } from 'vitest'
import { apiOf } from './api-of.ts'
import { startTelegram } from './telegram.ts'

const ask = [{ command: 'ask', description: 'Ask about the news' }]

test('every scope and language has its own list of commands', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const scope = { type: 'all_group_chats' } as const

  await api.setMyCommands(ask, { scope, language_code: 'de' })

  expect(await api.getMyCommands({ scope, language_code: 'de' })).toEqual(ask)
  expect(await api.getMyCommands({ scope })).toEqual([])
  expect(await api.getMyCommands()).toEqual([])
})

test.each([
  ['a name in capitals', [{ command: 'Ask', description: 'x' }], 'BOT_COMMAND_INVALID'],
  ['a name of 33 letters', [{ command: 'a'.repeat(33), description: 'x' }], 'BOT_COMMAND_INVALID'],
  ['no description', [{ command: 'ask', description: '' }], 'BOT_COMMAND_DESCRIPTION_INVALID'],
  ['257 characters', [{ command: 'ask', description: 'x'.repeat(257) }], 'BOT_COMMAND_DESCRIPTION_INVALID'],
  ['101 commands', Array(101).fill(ask[0]), 'BOT_COMMANDS_TOO_MUCH'],
])('commands with %s are refused', async (_, commands, description) => {
  await using telegram = await startTelegram()

  await expect(apiOf(telegram).setMyCommands(commands)).rejects.toThrow(description)
})
