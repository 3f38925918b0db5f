// A Bot API server on this machine, as strict as Telegram's and in the hands of a test. What it does not know fails the test
// when it closes: methods, parameters, paths, tokens, and faults that nothing ran into.

import { once } from 'node:events'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../../../src/clock.ts'
import type { Clock } from '../../../src/ports.ts'
import { type Actions, createActions } from './actions.ts'
import type { Call } from './call.ts'
import { createFaults, type Fault, type FaultPlace } from './fault.ts'
import { addPerson, addPlace, type NewChat, type NewPerson } from './people.ts'
import { createPolls } from './polls.ts'
import { createRates, type RateLimits } from './rates.ts'
import { handle } from './requests.ts'
import { createWebhook } from './webhook.ts'
import type { WireMessage, WireUser } from './wire.ts'
import { createWorld, type Draft, type World } from './world.ts'

export interface TelegramOptions {
  readonly clock?: Clock
  readonly limits?: RateLimits
}

export interface Telegram extends Actions, AsyncDisposable {
  readonly apiRoot: string
  readonly token: string
  readonly bot: WireUser
  /** What went wrong that no error told of; it fails the test on closing. */
  readonly problems: readonly string[]
  /** What was called, in order; of one method, or everything but the fetching of updates. */
  received(method?: string): readonly Call[]
  script(where: string | FaultPlace, ...faults: readonly Fault[]): void
  /** The owner of the bot takes its token away. */
  revokeToken(): void
  /** Nobody listens any more, and who is connected is cut off; until it comes back, to the same address. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  /** What stands in a chat now, oldest first. */
  messages(chatId: number): readonly WireMessage[]
  readonly world: World

  /** What was shown of answers that were being made, and what one person alone was shown. */
  drafts(chatId: number): readonly Draft[]
  ephemerals(personId: number): readonly WireMessage[]
  /** Where the test listens for what a webhook of that origin gets. */
  routeWebhook(origin: string, to: string): void

  person(person?: NewPerson): number
  group(group?: NewChat): number
  supergroup(group?: NewChat): number
  channel(channel?: NewChat): number
}

const TOKEN = '7000001:AAfake-token_of-nobody-0123456789abcdef'
const BOT: WireUser = { id: 7_000_001, is_bot: true, first_name: 'Brevier', username: 'brevier_test_bot' }

export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const { clock = systemClock, limits } = options
  const problems: string[] = []
  const calls: Call[] = []
  const faults = createFaults()
  const world = createWorld({ clock, bot: BOT }, (problem) => problems.push(problem))
  const polls = createPolls(clock, world.updates)
  const webhook = createWebhook(clock, world.updates, world.report)
  const rates = createRates(clock, limits)
  const closing = new AbortController()
  let isRevoked = false

  const judge = (token: string) => (token !== TOKEN ? 'unknown' : isRevoked ? 'revoked' : 'good')
  const requested = {
    scene: { world, polls, webhook },
    rates,
    faults,
    calls,
    judge,
    closing: closing.signal,
  }
  const http = createServer((request, response) => {
    handle(requested, request, response).catch((error: unknown) => {
      world.report(`${request.url}: ${String(error)}`)
      response.destroy()
    })
  })
  const listen = async (port: number) => {
    http.listen(port, '127.0.0.1')
    await once(http, 'listening')
  }
  await listen(0)
  const { port } = http.address() as AddressInfo
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token: TOKEN,
    bot: BOT,
    problems,
    world,
    received: (name) => calls.filter(({ method }) => (name ? method === name : method !== 'getUpdates')),
    script: (where, ...list) => faults.add(typeof where === 'string' ? { method: where } : where, list),
    revokeToken() {
      isRevoked = true
    },
    goAway: () => closed(http),
    comeBack: () => listen(port),
    messages: (chatId) => [...(world.chats.get(chatId)?.messages.values() ?? [])],
    drafts: (chatId) => world.drafts.filter((draft) => draft.chatId === chatId),
    ephemerals: (id) =>
      world.ephemerals.filter(({ personId }) => personId === id).map(({ message }) => message),
    routeWebhook: (origin, to) => webhook.route(origin, to),
    person: (person = {}) => addPerson(world, person),
    group: (group = {}) => addPlace(world, 'group', group),
    supergroup: (group = {}) => addPlace(world, 'supergroup', group),
    channel: (channel = {}) => addPlace(world, 'channel', channel),
    ...createActions(world),
    async [Symbol.asyncDispose]() {
      closing.abort()
      webhook.stop()
      if (http.listening) await closed(http)
      const left = faults.left().map((fault) => `nothing ran into a scripted fault: ${fault}`)
      if (problems.length + left.length > 0) throw new Error([...problems, ...left].join('\n'))
    },
  }
}

async function closed(http: HttpServer): Promise<void> {
  http.close()
  http.closeAllConnections()
  await once(http, 'close')
}
