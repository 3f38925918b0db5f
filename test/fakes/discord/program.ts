// The program itself in a process of its own, before a Discord in this one.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Discord } from './discord.ts'

const root = new URL('../../../', import.meta.url)
const WAIT_MS = 50
const LIMIT_MS = 60_000

export interface Kept {
  readonly users: number
  readonly members: number
  readonly messages: number
}

export interface Program {
  /** What discord.js keeps just now. */
  kept(): Promise<Kept>
  /** Resident memory, in MB. */
  residentMb(): number
  /** Asks it to stop, as a supervisor does; how it ended, and after how long. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>
}

/** Resolves when it is in. */
export async function startProgram(discord: Discord, databaseFile: string): Promise<Program> {
  const watched = new URL('./watched.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', watched, 'src/main.ts', 'start', '--db', databaseFile], {
    cwd: root,
    env: { PATH: process.env.PATH, DISCORD_TOKEN: discord.token, DISCORD_API_ROOT: discord.apiRoot },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const before = discord.gateway.identified.length
  await until(() => discord.gateway.identified.length > before && discord.world.commands.length > 0)
  return {
    async kept() {
      child.send('kept')
      const [kept] = (await once(child, 'message')) as [Kept]
      return kept
    },
    residentMb() {
      const [, kilobytes = '0'] =
        /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
      return Number(kilobytes) / 1024
    },
    async stop() {
      const asked = performance.now()
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = (await ended) as [number | null]
      return { code, ms: performance.now() - asked }
    },
  }
}

export async function until(isSo: () => boolean): Promise<void> {
  const started = performance.now()
  while (!isSo()) {
    if (performance.now() - started > LIMIT_MS) throw new Error('what was waited for did not happen')
    await setTimeout(WAIT_MS)
  }
}

/** So many messages of so many people, none of them for the bot; resolves when the program has read them all. */
export async function chatter(
  discord: Discord,
  {
    channel,
    reader,
    messages,
    people,
  }: {
    readonly channel: string
    readonly reader: string
    readonly messages: number
    readonly people: number
  },
): Promise<void> {
  const { guildId = '' } = discord.world.channels.get(channel) ?? {}
  for (let at = 0; at < messages; at += 1) {
    const id = discord.world.nextId()
    const author = {
      id: String(7_000_000 + (at % people)),
      username: `talker${at % people}`,
      discriminator: '0',
      avatar: null,
    }
    discord.gateway.dispatch('MESSAGE_CREATE', {
      id,
      channel_id: channel,
      guild_id: guildId,
      author,
      member: { roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 },
      content: '',
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      type: 0,
      flags: 0,
      pinned: false,
      tts: false,
      mention_everyone: false,
    })
    if (at % 200 === 0) await setTimeout(0)
  }
  const last = discord.command(reader, channel, 'help')
  await until(() => last.original !== undefined && last.original.components.length > 0)
}
