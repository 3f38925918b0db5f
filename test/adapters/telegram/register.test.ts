import { expect, test } from 'vitest'
import type { CommandInfo } from '../../../src/ports.ts'
import { telegramApp } from './telegram-app.ts'

const { signal } = new AbortController()
const COMMANDS: readonly CommandInfo[] = [
  { name: 'ask', about: { en: 'an answer', de: 'eine Antwort' }, isForAdmins: false },
  {
    name: 'settings',
    about: { en: 'what this chat gets', de: 'was dieser Chat bekommt' },
    isForAdmins: true,
  },
]

test('commands are listed by who sees them and in what language', async () => {
  await using app = await telegramApp()
  await app.adapter.register?.(COMMANDS, signal)
  const set = app.telegram.received('setMyCommands').map(({ params }) => params)
  expect(set).toHaveLength(6)
  expect(set).toContainEqual({
    scope: { type: 'all_group_chats' },
    language_code: 'de',
    commands: [{ command: 'ask', description: 'eine Antwort' }],
  })
  expect(set).toContainEqual({
    scope: { type: 'all_chat_administrators' },
    commands: [
      { command: 'ask', description: 'an answer' },
      { command: 'settings', description: 'what this chat gets' },
    ],
  })
})

test('what did not change is not set again', async () => {
  await using app = await telegramApp()
  for (let time = 0; time < 2; time += 1) await app.adapter.register?.(COMMANDS, signal)
  expect(app.telegram.received('setMyCommands')).toHaveLength(6)
})
