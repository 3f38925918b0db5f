import { expect, test } from 'vitest'
import { CALLBACKS } from '../../fakes/discord/discord.ts'
import { discordApp, text } from './discord-app.ts'

test('a command is answered with "thinking" that only the asker sees, and then stored', async () => {
  await using app = await discordApp()
  const { discord } = app
  const person = discord.person()
  const channel = discord.channel(discord.guild())
  const heard = await app.listen()
  const asked = discord.command(person, channel, 'ask', {
    options: { question: 'How many?' },
    locale: 'pt-BR',
  })
  await expect.poll(() => heard.events).toHaveLength(1)
  expect(asked.callback).toMatchObject({ type: 5, data: { flags: 64 } })
  expect(heard.events[0]).toMatchObject({
    kind: 'command',
    name: 'ask',
    text: 'How many?',
    language: 'pt',
    chat: { platform: 'discord', id: channel, kind: 'group' },
    person: { platform: 'discord', id: person },
    replyIn: { platform: 'discord', id: person, kind: 'private' },
  })
})

test('what answers a command takes the place of "thinking"', async () => {
  await using app = await discordApp()
  const { discord } = app
  const person = discord.person()
  const channel = discord.channel(discord.guild())
  const heard = await app.listen()
  const asked = discord.command(person, channel, 'ask', { options: { question: 'How many?' } })
  await expect.poll(() => heard.events).toHaveLength(1)
  const event = heard.events[0]
  const outcome = await app.send(app.chat(person, 'private'), {
    ...text('Nineteen.'),
    answers: event?.key ?? '',
  })
  expect(outcome).toMatchObject({ kind: 'delivered' })
  expect(asked.original).toMatchObject({ flags: 64 | 32_768, components: [{ content: 'Nineteen.' }] })
  expect(discord.messages(channel)).toEqual([])
  expect(discord.received(CALLBACKS)).toHaveLength(1)
})
