// What Brevier promises of Discord, a test each, named by its number: the program itself under load, and asked to stop.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../cli/run.ts'
import { startDiscord } from '../../fakes/discord/discord.ts'
import { chatter, startProgram, until } from '../../fakes/discord/program.ts'

test('40 what is written in servers is not kept: after 50,000 messages of 10,000 people next to nothing is, and asked to stop it answers what it was asked and leaves', {
  timeout: 180_000,
}, async () => {
  await using discord = await startDiscord()
  const reader = discord.person()
  const guild = discord.guild()
  const channel = discord.channel(guild)
  const database = join(temporaryFolder(), 'desk.db')
  const program = await startProgram(discord, database)
  // What is loaded once is not what grows.
  await chatter(discord, { channel, reader, messages: 5_000, people: 1_000 })
  const before = program.residentMb()

  await chatter(discord, { channel, reader, messages: 50_000, people: 10_000 })
  const { users, members, messages } = await program.kept()
  expect([users >= 1, users <= 10, members <= 10, messages <= 10]).toEqual([true, true, true, true])
  expect(program.residentMb() - before).toBeLessThan(50)

  const asked = discord.command(reader, channel, 'help')
  await until(() => asked.callback !== undefined)
  const { code, ms } = await program.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(discord.gateway.closes).toEqual([1_000])
  expect(asked.original?.components.length).toBeGreaterThan(0)
})
