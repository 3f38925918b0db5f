// A whole desk before a Discord on this machine. Time passes only when neither has anything left to say.

import { Writable } from 'node:stream'
import { type App, compose, composeDesk, type Overrides } from '../../../src/compose.ts'
import { readSettings } from '../../../src/config.ts'
import type { Desk } from '../../../src/desk.ts'
import type { Chat, SubscriptionSettings } from '../../../src/domain.ts'
import type { ChatAdapter } from '../../../src/ports.ts'
import { discordApp } from '../../adapters/discord/discord-app.ts'
import { bridge, flood } from '../../editions/articles.ts'
import { MINUTE_MS, START } from '../../editions/newsroom.ts'
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts'
import { type Discord, type NewPlace, POSTS } from '../../fakes/discord/discord.ts'
import type { Fault } from '../../fakes/discord/fault.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import { quiet } from '../../fakes/discord/quiet.ts'
import type { RateLimits } from '../../fakes/discord/rates.ts'
import type { WireMessage } from '../../fakes/discord/wire.ts'
import { type DeskActs, deskActs } from '../desk-acts.ts'

export interface DiscordDesk extends DeskActs, AsyncDisposable {
  readonly app: App
  readonly desk: Desk
  readonly clock: FakeClock
  readonly discord: Discord
  readonly adapter: ChatAdapter
  /** Of the desk and of the adapter. */
  readonly log: readonly string[]
  /** Ends as running the desk does. */
  readonly running: Promise<void>
  chat(id: string, kind?: Chat['kind']): Chat
  /** What a reader sees of what the bot posted to a channel or in the private chat with somebody, oldest first. */
  posts(where: string): readonly string[]
  /** Ends it, and leaves the server there. */
  stop(): Promise<void>
}

export const SECOND_MS = 1_000
export const refused = (status: number, code: number): Fault => ({
  kind: 'refused',
  status,
  code,
  message: 'No',
})

export interface DiscordDeskOptions extends Pick<Overrides, 'answerQuestion'> {
  readonly database?: string
  readonly limits?: RateLimits
  readonly env?: Readonly<Record<string, string>>
  /** What everybody may do in the server; all, unless it is said otherwise. */
  readonly everybody?: bigint
  /** Into so many connections Discord wants the bot divided. */
  readonly shards?: number
  /** A server that is there before the desk, and after it. */
  readonly at?: Pick<DiscordDesk, 'discord' | 'clock'>
}

export async function discordDesk({
  database = 'sqlite::memory:',
  limits,
  env,
  shards = 1,
  at: there,
  ...overrides
}: DiscordDeskOptions = {}): Promise<DiscordDesk> {
  const clock = there?.clock ?? createFakeClock(START, async () => quiet(at.discord))
  const at = await discordApp({
    clock,
    ...(there && { discord: there.discord }),
    ...(limits && { limits }),
    ...(env && { env }),
  })
  const { discord, adapter } = at
  discord.world.shards = shards
  const lines: string[] = []
  const logTo = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  })
  const app = await compose(readSettings({ DATABASE_URL: database, LOG_LEVEL: 'debug' }), {
    clock,
    logTo,
    ...overrides,
  })
  const desk = await composeDesk(app, [adapter])
  const stop = new AbortController()
  const running = desk.run(stop.signal)
  running.catch(() => undefined)
  await clock.advance(SECOND_MS)

  return {
    app,
    desk,
    clock,
    discord,
    adapter,
    running,
    get log() {
      return [...at.log, ...lines]
    },
    chat: at.chat,
    ...deskActs(app, adapter, clock),

    posts: (where) => postsOf(discord, where).map(shownIn),

    stop: end,

    async [Symbol.asyncDispose]() {
      await end()
      await at[Symbol.asyncDispose]()
    },
  }

  async function end(): Promise<void> {
    stop.abort()
    await clock.during(running).catch(() => undefined)
    await app[Symbol.asyncDispose]()
  }
}

export function postsOf(discord: Discord, where: string): readonly WireMessage[] {
  return discord.messages(where).filter(({ author }) => author.id === discord.bot.id)
}

/** A server with an owner, one of its members, and a channel. */
export async function deskWithServer({ everybody, ...options }: DiscordDeskOptions = {}) {
  const desk = await discordDesk(options)
  const { discord } = desk
  const owner = discord.person()
  const reader = discord.person()
  const guild = discord.guild({ ownerId: owner, ...(everybody !== undefined && { permissions: everybody }) })
  discord.join(guild, owner)
  discord.join(guild, reader)
  const channel = discord.channel(guild)
  discord.addBot(guild)
  await desk.pass(SECOND_MS)
  return { desk, discord, owner, reader, guild, channel, chat: desk.chat(channel) }
}

/** Its first edition is posted. */
export async function deskWithEdition(options: DiscordDeskOptions = {}) {
  const at = await deskWithServer(options)
  await at.desk.publish(flood, bridge)
  const subscription = await at.desk.subscribe(at.chat, {
    owner: { platform: 'discord', id: at.owner },
  })
  await at.desk.pass(31 * MINUTE_MS)
  const post = postsOf(at.discord, at.channel).at(-1)
  if (!post) throw new Error('the edition was not posted')
  return { ...at, subscription, post }
}

/** A channel of some kind, and somebody who owns its server. */
export async function deskWithChannel(place?: NewPlace, options?: DiscordDeskOptions) {
  const desk = await discordDesk(options)
  const owner = desk.discord.person()
  const guild = desk.discord.guild({ ownerId: owner })
  const channel = desk.discord.channel(guild, place)
  await desk.pass(SECOND_MS)
  return { desk, owner, guild, channel, chat: desk.chat(channel, 'channel') }
}

/** The same, half an hour before the first slot of its subscription. */
export async function deskBeforeSlot(
  place?: NewPlace,
  options?: DiscordDeskOptions,
  settings: Partial<SubscriptionSettings> = {},
) {
  const at = await deskWithChannel(place, options)
  await at.desk.publish(flood, bridge)
  const subscription = await at.desk.subscribe(at.chat, {
    owner: { platform: 'discord', id: at.owner },
    ...settings,
  })
  return { ...at, subscription, toSlot: () => at.desk.pass(31 * MINUTE_MS) }
}

export const sends = ({ discord }: DiscordDesk, channel: string) =>
  discord.received(POSTS).filter(({ params }) => params.channel === channel)
