import { expect, test } from 'vitest'
import { PERMISSION } from '../../fakes/discord/permissions.ts'
import { discordApp } from './discord-app.ts'

const personIn = (id: string) => ({ platform: 'discord', id })

test('in private everybody is his own admin', async () => {
  await using app = await discordApp()
  expect(await app.adapter.isAdmin?.(app.chat('7', 'private'), personIn('7'))).toBe(true)
  expect(await app.adapter.isAdmin?.(app.chat('7', 'private'), personIn('8'))).toBe(false)
})

test('in a server it is whoever owns it or may manage it', async () => {
  await using app = await discordApp()
  const { discord } = app
  const [owner, manager, member, stranger] = [
    discord.person(),
    discord.person(),
    discord.person(),
    discord.person(),
  ]
  const id = discord.guild({ ownerId: owner, permissions: PERMISSION.viewChannel })
  const guild = discord.world.guilds.get(id)
  const [everyone] = guild?.roles ?? []
  if (!guild || !everyone) throw new Error('there is no server')
  guild.roles.push({ ...everyone, id: '77', name: 'managers', permissions: String(PERMISSION.manageGuild) })
  guild.members.set(owner, []).set(manager, ['77']).set(member, [])
  const chat = app.chat(discord.channel(id))
  const judged = []
  for (const person of [owner, manager, member, stranger])
    judged.push(await app.adapter.isAdmin?.(chat, personIn(person)))
  expect(judged).toEqual([true, true, false, false])
  const before = discord.received().length
  expect(await app.adapter.isAdmin?.(chat, personIn(manager))).toBe(true)
  expect(discord.received()).toHaveLength(before)
})

test('an interaction says what whoever did it may do there', async () => {
  await using app = await discordApp()
  const { discord } = app
  const person = discord.person()
  const guildId = discord.guild()
  discord.world.guilds.get(guildId)?.members.set(person, [])
  const channel = discord.channel(guildId)
  const { events } = await app.listen()
  discord.command(person, channel, 'settings')
  await expect.poll(() => events).toHaveLength(1)
  const before = discord.received().length
  expect(await app.adapter.isAdmin?.(app.chat(channel), personIn(person))).toBe(true)
  expect(discord.received()).toHaveLength(before)
})
