// What the program keeps of what is written in servers, in a process of its own: 50,000 messages of 10,000 people, twice.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDiscord } from '../fakes/discord/discord.ts'
import { chatter, startProgram } from '../fakes/discord/program.ts'
import type { Bench } from './bench.ts'

const LOAD = { messages: 50_000, people: 10_000 }
const WANTED_MB = 50

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-memory-'))
  try {
    await using discord = await startDiscord()
    const reader = discord.person()
    const channel = discord.channel(discord.guild())
    const program = await startProgram(discord, join(folder, 'desk.db'))
    const before = program.residentMb()
    await chatter(discord, { channel, reader, ...LOAD })
    const after = program.residentMb()
    await chatter(discord, { channel, reader, ...LOAD })
    const again = program.residentMb()
    const { users, members, messages } = await program.kept()
    const { ms } = await program.stop()
    return [
      {
        metric: 'growth',
        value: after - before,
        unit: 'MB',
        reference: WANTED_MB,
        referenceName: 'wanted, at most',
      },
      { metric: 'growth by as much again', value: again - after, unit: 'MB' },
      { metric: 'resident memory', value: again, unit: 'MB' },
      { metric: 'users, members and messages kept', value: users + members + messages },
      { metric: 'time to stop', value: ms, unit: 'ms' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
