// Events through the gateway, by discord.js, which keeps as little as it can. It connects anew by itself; what nothing mends
// but a person ends the process, with a sentence that says what to do.

import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord.js'
import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js'
import type { InboundEvent } from '../../src/domain.ts'
import { reasonOf, UserError } from '../../src/errors.ts'
import type { Clock, Log } from '../../src/ports.ts'
import { chatOf, placeKindOf } from './chats.ts'
import { knownFailure, reasonOfFailure } from './failure.ts'
import { deletionOf, membershipOf, type Server } from './membership.ts'
import type { Place, Places } from './places.ts'
import { within } from './within.ts'

export interface GatewayParts {
  readonly token: string
  readonly apiRoot: string
  readonly hearsMessages: boolean
  readonly places: Places
  readonly clock: Clock
  readonly log: Log
  /** Is told whenever it is known whether Discord can be heard, and if not, why. */
  readonly tell: (trouble: string | undefined) => void
}

export interface GatewayHandlers {
  interaction(interaction: APIInteraction): void
  message(message: GatewayMessageCreateDispatchData, meId: string): void
  event(event: InboundEvent): void
}

const LOGIN_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 8_000
const SHORTEST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 300_000

/** Throws UserError when nothing gets better by trying again. */
export async function hearGateway(
  parts: GatewayParts,
  handlers: GatewayHandlers,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log, tell } = parts
  for (let failures = 1; !signal.aborted; failures += 1) {
    const client = clientOf(parts)
    const fatal = fatalEnd(client, parts)
    attach(client, parts, handlers)
    try {
      await Promise.race([login(client, parts, signal), fatal])
      await Promise.race([aborted(signal), fatal])
    } catch (error) {
      if (error instanceof UserError) throw error
      const failure = knownFailure(error)
      const reason = failure ? reasonOfFailure(failure) : reasonOf(error)
      tell(reason)
      log.error('Discord cannot be listened to', { error: reason, failures })
    } finally {
      await within(clock, STOP_LIMIT_MS, client.destroy())
    }
    await clock.sleep(Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(failures - 1, 10)), signal)
  }
}

function clientOf({ token: _, apiRoot, hearsMessages }: GatewayParts): Client {
  const messages = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
  const isMe = ({ id, client }: { readonly id: string; readonly client: Client<true> }) =>
    id === client.user.id
  return new Client({
    // Never the content of messages: what mentions the bot has its words anyway.
    intents: [GatewayIntentBits.Guilds, ...(hearsMessages ? messages : [])],
    partials: hearsMessages ? [Partials.Channel] : [],
    shards: 'auto',
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      ThreadMemberManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      StageInstanceManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildEmojiManager: 0,
      AutoModerationRuleManager: 0,
      DMMessageManager: 0,
      GuildMessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: isMe },
      UserManager: { maxSize: 0, keepOverLimit: isMe },
    }),
    sweepers: { threads: { interval: 3_600, lifetime: 14_400 } },
    allowedMentions: { parse: [] },
    rest: { api: apiRoot, version: '10', retries: 0, timeout: 15_000 },
  })
}

async function login(client: Client, { token, clock }: GatewayParts, signal: AbortSignal): Promise<void> {
  const loggedIn = client.login(token).then(() => true)
  try {
    const isIn = await within(
      clock,
      LOGIN_LIMIT_MS,
      Promise.race([loggedIn, aborted(signal).then(() => true)]),
    )
    if (!isIn) throw new Error('Discord does not let the bot in.')
  } catch (error) {
    const isToken = error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
    throw isToken ? new UserError(FATAL[GatewayCloseCodes.AuthenticationFailed]) : error
  }
}

const FATAL = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord refuses the token. Reset it in the developer portal, under Bot, and set DISCORD_TOKEN.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses how the connection is divided. Start Brevier again.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in too many servers for the connections it was told to open. Start Brevier again.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version of its API. Update Brevier.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord no longer knows what Brevier asks to hear. Update Brevier.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not let the bot hear messages. Set DISCORD_MESSAGES=no, or allow it in the developer portal, under Bot.',
} as const

/** Rejects when the connection is closed for good. */
function fatalEnd(client: Client, { tell }: GatewayParts): Promise<never> {
  const fatal = new Promise<never>((_resolve, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason = code in FATAL ? FATAL[code as keyof typeof FATAL] : undefined
      if (reason === undefined) return
      tell(reason)
      reject(new UserError(reason))
    })
  })
  fatal.catch(() => undefined)
  return fatal
}

function attach(client: Client, { places, log, tell, clock }: GatewayParts, handlers: GatewayHandlers): void {
  const { ws } = client
  noteUnreadable(client, log)
  places.lookIn((channelId) => placeIn(client, channelId))
  const raw = <T>(name: GatewayDispatchEvents, handle: (given: T) => void) =>
    ws.on(name as never, handle as never)

  raw(GatewayDispatchEvents.Ready, () => tell(undefined))
  raw(GatewayDispatchEvents.Resumed, () => tell(undefined))
  client.on(Events.ShardReconnecting, () => tell('The connection to Discord broke; it is being mended.'))
  client.on(Events.ShardError, (error) =>
    log.warn('the connection to Discord broke', { error: reasonOf(error) }),
  )
  client.on(Events.Error, (error) => log.error('discord.js broke', { error: reasonOf(error) }))

  raw<APIInteraction>(GatewayDispatchEvents.InteractionCreate, handlers.interaction)
  raw<GatewayMessageCreateDispatchData>(GatewayDispatchEvents.MessageCreate, (message) => {
    if (client.user) handlers.message(message, client.user.id)
  })
  client.on(Events.GuildCreate, ({ id }) => {
    const server = serverIn(client, id)
    if (server) handlers.event(membershipOf(server, 'post', clock.now()))
  })
  // Looked at before discord.js forgets what was there. What is only out of order comes back by itself.
  raw<{ readonly id: string; readonly unavailable?: boolean }>(
    GatewayDispatchEvents.GuildDelete,
    ({ id, unavailable }) => {
      const server = unavailable ? undefined : serverIn(client, id)
      if (server) handlers.event(membershipOf(server, 'nothing', clock.now()))
    },
  )
  const deleted = ({
    id,
    guild_id: guildId,
    type,
  }: {
    readonly id: string
    readonly guild_id: string
    readonly type: number
  }) => {
    const ownerId = client.guilds.cache.get(guildId)?.ownerId ?? '0'
    handlers.event(deletionOf(chatOf(id, placeKindOf(type)), { id: guildId, ownerId }, clock.now()))
  }
  raw(GatewayDispatchEvents.ChannelDelete, deleted)
  raw(GatewayDispatchEvents.ThreadDelete, deleted)
}

/**
 * What discord.js cannot read would end the process: it is noted, and the next is heard. Interactions are read raw, so that
 * discord.js is spared them.
 */
function noteUnreadable(client: Client, log: Log): void {
  interface Packet {
    readonly t?: string
  }
  const ws = client.ws as unknown as { handlePacket(packet?: Packet, shard?: unknown): boolean }
  const handlePacket = ws.handlePacket.bind(ws)
  ws.handlePacket = (packet, shard) => {
    try {
      return packet?.t === GatewayDispatchEvents.InteractionCreate || handlePacket(packet, shard)
    } catch (error) {
      log.warn('what Discord told cannot be read', { event: packet?.t, error: reasonOf(error) })
      return true
    }
  }
}

function serverIn(client: Client, id: string): Server | undefined {
  const guild = client.guilds.cache.get(id)
  if (!guild) return undefined
  const places = guild.channels.cache.map((channel) => chatOf(channel.id, placeKindOf(channel.type)))
  return { id, name: guild.name ?? '', ownerId: guild.ownerId ?? '0', places }
}

function placeIn(client: Client, channelId: string): Place | undefined {
  const channel = client.channels.cache.get(channelId)
  if (!channel || !('guildId' in channel) || typeof channel.guildId !== 'string') return undefined
  const parentId = channel.isThread() ? channel.parentId : null
  return { guildId: channel.guildId, kind: placeKindOf(channel.type), ...(parentId !== null && { parentId }) }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
