// What there is: people, servers with their channels and rights, messages, interactions, and what the bot has registered.

import type { Clock } from '../../../src/ports.ts'
import { CHANNEL, type Overwrite, type WireMessage, type WireRole, type WireUser } from './wire.ts'

const EPOCH_MS = 1_420_070_400_000

export interface FakeChannel {
  readonly id: string
  readonly type: number
  name: string
  readonly guildId?: string
  readonly parentId?: string
  readonly ownerId?: string
  /** Of a private chat, the other person. */
  readonly personId?: string
  readonly overwrites: Overwrite[]
  readonly messages: Map<string, WireMessage>
  isArchived: boolean
  isLocked: boolean
  isDeleted: boolean
  readonly needsTag: boolean
  readonly tags: readonly { readonly id: string; readonly name: string }[]
}

export interface FakeGuild {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly roles: WireRole[]
  /** The roles of its members, by their ids. */
  readonly members: Map<string, readonly string[]>
  hasBot: boolean
}

export interface FakePerson {
  readonly user: WireUser
  isDmClosed: boolean
}

export interface FakeInteraction {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly at: number
  readonly personId: string
  readonly channelId: string
  readonly isBotInGuild: boolean
  /** The message below which a button was pressed. */
  readonly messageId?: string
  /** What it was answered with first. */
  callback?: {
    readonly type: number
    readonly at: number
    readonly data: Record<string, unknown> | undefined
  }
  original?: WireMessage
  readonly followUps: WireMessage[]
  /** It was refused, or is to be left alone: nobody has to answer it. */
  isLost: boolean
}

export interface World {
  readonly clock: Clock
  readonly bot: WireUser
  readonly applicationId: string
  readonly people: Map<string, FakePerson>
  readonly guilds: Map<string, FakeGuild>
  readonly channels: Map<string, FakeChannel>
  readonly interactions: Map<string, FakeInteraction>
  readonly nonces: Map<string, { readonly at: number; readonly message: WireMessage }>
  commands: readonly Record<string, unknown>[]
  /** Into so many connections the bot is to divide its servers. */
  shards: number
  /** Bytes and frames that came or went, for whoever waits until it is quiet. */
  words: number
  nextId(): string
  /** Fails the test when the server closes. */
  report(problem: string): void
}

export function createWorld(
  { clock, bot }: { readonly clock: Clock; readonly bot: WireUser },
  report: (problem: string) => void,
): World {
  let made = 0
  return {
    clock,
    bot,
    applicationId: bot.id,
    people: new Map(),
    guilds: new Map(),
    channels: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    commands: [],
    shards: 1,
    words: 0,
    nextId() {
      made += 1
      return String((BigInt(clock.now() - EPOCH_MS) << 22n) + BigInt(made))
    },
    report,
  }
}

export function newChannel(
  world: World,
  channel: Pick<FakeChannel, 'type' | 'name'> & Partial<FakeChannel>,
): FakeChannel {
  const made: FakeChannel = {
    id: world.nextId(),
    overwrites: [],
    messages: new Map(),
    isArchived: false,
    isLocked: false,
    isDeleted: false,
    needsTag: false,
    tags: [],
    ...channel,
  }
  world.channels.set(made.id, made)
  return made
}

export function dmOf(world: World, personId: string): FakeChannel {
  const known = [...world.channels.values()].find((channel) => channel.personId === personId)
  return known ?? newChannel(world, { type: CHANNEL.dm, name: '', personId })
}

export function userOf(world: World, personId: string): WireUser {
  const person = world.people.get(personId)
  if (!person) throw new Error(`there is nobody ${personId}`)
  return person.user
}
