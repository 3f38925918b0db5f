// A Discord on this machine, REST and gateway, as strict as the real one and in the hands of a test. What it does not know
// fails the test when it closes: addresses, fields, faults that nothing ran into, interactions that nobody answered.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../../../src/clock.ts'
import type { Clock } from '../../../src/ports.ts'
import { type Actions, createActions } from './actions.ts'
import { createFaults, type Fault, type FaultPlace } from './fault.ts'
import { createGateway, type Gateway, guildCreate } from './gateway.ts'
import { createRates, type RateLimits } from './rates.ts'
import { type Call, handle } from './requests.ts'
import { wireChannel } from './routes/channels.ts'
import { CHANNEL, type Overwrite, type WireMessage, type WireUser } from './wire.ts'
import { createWorld, dmOf, type FakeChannel, type FakeGuild, newChannel, type World } from './world.ts'

export interface DiscordOptions {
  readonly clock?: Clock
  readonly limits?: RateLimits
}

export interface NewGuild {
  readonly ownerId?: string
  /** What everybody may do there; all, unless it is said otherwise. */
  readonly permissions?: bigint
}

export interface NewPlace {
  readonly type?: keyof typeof CHANNEL
  readonly name?: string
  readonly overwrites?: readonly Overwrite[]
  readonly needsTag?: boolean
  /** Of a forum; the id of each is `tag-<name>`. */
  readonly tags?: readonly string[]
}

export interface Discord extends Actions, AsyncDisposable {
  readonly apiRoot: string
  readonly token: string
  readonly bot: WireUser
  readonly world: World
  readonly gateway: Gateway
  /** What went wrong that no answer told of; it fails the test on closing. */
  readonly problems: readonly string[]
  /** What was called, in order; of one route, as this server names it. */
  received(route?: string): readonly Call[]
  script(where: string | FaultPlace, ...faults: readonly Fault[]): void
  /** The owner of the bot takes its token away. */
  revokeToken(): void
  /** What stands in a channel, or in the private chat with somebody; oldest first. */
  messages(where: string): readonly WireMessage[]

  person(): string
  guild(guild?: NewGuild): string
  /** That person is a member from now on, with what everybody may do. */
  join(guildId: string, personId: string): void
  channel(guildId: string, place?: NewPlace): string
}

export const POSTS = 'POST /channels/:channel/messages'
export const CALLBACKS = 'POST /interactions/:interaction/:token/callback'
export const ANSWERS = 'PATCH /webhooks/:application/:token/messages/:message'

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAx.GfakeX.nobodys-token_0123456789abcdefghijkl'
const BOT: WireUser = {
  id: '1000000000000000001',
  username: 'Brevier',
  discriminator: '0',
  avatar: null,
  bot: true,
}
const EVERYTHING = (1n << 52n) - 1n - (1n << 3n)

export async function startDiscord({ clock = systemClock, limits }: DiscordOptions = {}): Promise<Discord> {
  const problems: string[] = []
  const calls: Call[] = []
  const faults = createFaults()
  const world = createWorld({ clock, bot: BOT }, (problem) => problems.push(problem))
  const closing = new AbortController()
  let isRevoked = false
  const isToken = (authorization: string) => authorization === `Bot ${TOKEN}` && !isRevoked
  const server = createServer((request, response) => {
    const requested = { scene: { world, gateway }, faults, rates, calls, isToken, closing: closing.signal }
    handle(requested, request, response).catch((error: unknown) => {
      world.report(`${request.url}: ${String(error)}`)
      response.destroy()
    })
  })
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const gateway = createGateway(world, server, { isToken, origin })
  const rates = createRates(clock, limits)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    apiRoot: `${origin()}/api`,
    token: TOKEN,
    bot: BOT,
    world,
    gateway,
    problems,
    received: (route) => calls.filter((call) => route === undefined || call.route === route),
    script: (where, ...list) => faults.add(typeof where === 'string' ? { route: where } : where, list),
    revokeToken() {
      isRevoked = true
    },
    messages(where) {
      const channel: FakeChannel | undefined = world.people.has(where)
        ? dmOf(world, where)
        : world.channels.get(where)
      return [...(channel?.messages.values() ?? [])]
    },

    person() {
      const id = world.nextId()
      const user: WireUser = {
        id,
        username: `person${world.people.size + 1}`,
        discriminator: '0',
        avatar: null,
      }
      world.people.set(id, { user, isDmClosed: false })
      return id
    },

    guild({ ownerId = '0', permissions = EVERYTHING } = {}) {
      const id = world.nextId()
      const everyone = { id, name: '@everyone', permissions: String(permissions), position: 0 }
      const made: FakeGuild = {
        id,
        name: 'Harbour',
        ownerId,
        roles: [{ ...everyone, color: 0, hoist: false, managed: false, mentionable: false, flags: 0 }],
        members: new Map([[BOT.id, []]]),
        hasBot: true,
      }
      world.guilds.set(id, made)
      gateway.dispatch('GUILD_CREATE', guildCreate(world, made))
      return id
    },

    join: (guildId, personId) => void world.guilds.get(guildId)?.members.set(personId, []),

    channel(guildId, { type = 'text', name = 'news', overwrites = [], needsTag = false, tags = [] } = {}) {
      const made = newChannel(world, {
        type: CHANNEL[type],
        name,
        guildId,
        overwrites: [...overwrites],
        needsTag,
        tags: tags.map((each) => ({ id: `tag-${each}`, name: each })),
      })
      gateway.dispatch('CHANNEL_CREATE', wireChannel(made))
      return made.id
    },

    ...createActions(world, gateway),

    async [Symbol.asyncDispose]() {
      closing.abort()
      gateway.stop()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      const left = faults.left().map((fault) => `nothing ran into a scripted fault: ${fault}`)
      const silent = [...world.interactions.values()]
        .filter(({ callback, isLost }) => !callback && !isLost)
        .map(({ id }) => `nobody answered the interaction ${id}`)
      if (problems.length + left.length + silent.length > 0)
        throw new Error([...problems, ...left, ...silent].join('\n'))
    },
  }
}
