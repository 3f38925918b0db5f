import { expect, test } from 'vitest'
import { commandInfos } from '../../../src/chat/command-infos.ts'
import { discordApp } from './discord-app.ts'

const PUT = 'PUT /applications/:application/commands'
const { signal } = new AbortController()

test('commands are put when they changed, and only then', async () => {
  await using app = await discordApp()
  await app.adapter.register?.(commandInfos, signal)
  await app.adapter.register?.(commandInfos, signal)
  expect(app.discord.received(PUT)).toHaveLength(1)
  await app.adapter.register?.(commandInfos.slice(1), signal)
  expect(app.discord.received(PUT)).toHaveLength(2)
})

test('they are described in five languages, say where they may be used, and end with the menu of messages', async () => {
  await using app = await discordApp()
  await app.adapter.register?.(commandInfos, signal)
  const { commands } = app.discord.world
  expect(commands).toHaveLength(commandInfos.length + 1)
  expect(commands.find(({ name }) => name === 'brief')).toMatchObject({
    type: 1,
    description: 'the briefs of the last day, or those about a topic',
    description_localizations: {
      de: expect.stringMatching(/Meldungen/),
      fr: expect.any(String),
      ru: expect.any(String),
      'es-ES': expect.any(String),
      'es-419': expect.any(String),
    },
    options: [
      {
        type: 3,
        name: 'topic',
        required: false,
        autocomplete: true,
        description_localizations: { de: expect.any(String) },
      },
      { type: 5, name: 'public', required: false },
    ],
    default_member_permissions: null,
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  })
  expect(commands.find(({ name }) => name === 'subscribe')).toMatchObject({
    default_member_permissions: '32',
    contexts: [0, 1],
    integration_types: [0],
  })
  expect(commands.at(-1)).toMatchObject({
    type: 3,
    name: 'Ask about this',
    name_localizations: { de: 'Dazu fragen', ru: 'Спросить об этом' },
  })
})
