// The gateway: a socket that the bot opens, tells who it is, and then hears what happens; a connection that broke goes on
// where it stopped, unless its session is no longer valid.

import { generateKeyPairSync, sign } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { wireGuild } from './routes/bot.ts'
import { wireChannel } from './routes/channels.ts'
import { CHANNEL } from './wire.ts'
import type { FakeGuild, World } from './world.ts'

export interface Identified {
  readonly intents: number
  readonly shard: number
  readonly at: number
}

export interface Gateway {
  url(): string
  identifiesLeft(): number
  readonly publicKey: string
  endpointUrl(): string | undefined
  /** Interactions go there from now on, as signed requests. */
  routeInteractions(url: string): void
  /** What came back, parsed; undefined where it was nothing. */
  post(
    body: unknown,
    signed?: { readonly isWrong: boolean },
  ): Promise<{ readonly status: number; readonly body: unknown }>

  readonly identified: readonly Identified[]
  readonly resumed: readonly { readonly seq: number }[]
  readonly closes: readonly number[]
  dispatch(name: string, data: object): void
  /** Asks the bot to connect again and go on. */
  reconnect(): void
  /** The session is over; it may go on, or must begin anew. */
  invalidate(canResume: boolean): void
  /** Closes every socket with that code; without one, the line is cut. */
  close(code?: number): void
  /** Sends again what was sent, as after a connection that broke: the last so many events. */
  replay(count: number): void
  /** Who connects is told nothing. */
  isSilent: boolean
  stop(): void
}

interface Session {
  readonly id: string
  readonly shard: number
  seq: number
  /** What was dispatched, by number. */
  readonly sent: { readonly op: 0; readonly t: string; readonly s: number; readonly d: object }[]
  socket?: WebSocket
  canResume: boolean
}

interface Identify {
  readonly token: string
  readonly intents: number
  readonly shard: readonly [number, number]
}

const HEARTBEAT_MS = 41_250
const KNOWN_INTENTS = (1 << 26) - 1
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
const IDENTIFIES = 1_000

export function createGateway(
  world: World,
  server: Server,
  { isToken, origin }: { readonly isToken: (token: string) => boolean; readonly origin: () => string },
): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' })
  const sessions: Session[] = []
  const identified: Identified[] = []
  const resumed: { seq: number }[] = []
  const closes: number[] = []
  const keys = generateKeyPairSync('ed25519')
  const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex')
  let endpoint: string | undefined

  const say = (socket: WebSocket, frame: object) => {
    world.words += 1
    socket.send(JSON.stringify(frame))
  }

  sockets.on('connection', (socket) => {
    world.words += 1
    socket.on('close', (code) => {
      world.words += 1
      closes.push(code)
      for (const session of sessions) if (session.socket === socket) delete session.socket
    })
    if (gateway.isSilent) return
    say(socket, { op: 10, d: { heartbeat_interval: HEARTBEAT_MS }, s: null, t: null })
    socket.on('message', (data) => {
      world.words += 1
      hear(socket, JSON.parse(String(data)) as { op: number; d: never })
    })
  })

  function hear(socket: WebSocket, { op, d }: { readonly op: number; readonly d: never }): void {
    switch (op) {
      case 1:
        say(socket, { op: 11 })
        break
      case 2:
        identify(socket, d)
        break
      case 6:
        resume(socket, d)
        break
      default:
        socket.close(4_001, 'Unknown opcode')
    }
  }

  function identify(socket: WebSocket, { token, intents, shard: [shard, of] }: Identify): void {
    identified.push({ intents, shard, at: world.clock.now() })
    const refusal = of === world.shards ? refusalOf(token, intents) : ([4_010, 'Invalid shard'] as const)
    if (refusal) {
      socket.close(...refusal)
      return
    }
    const id = `s${sessions.length + 1}`
    const session: Session = { id, shard, seq: 0, sent: [], socket, canResume: true }
    sessions.push(session)
    const guilds = [...world.guilds.values()].filter((guild) => guild.hasBot && shardOf(guild.id) === shard)
    send(session, 'READY', {
      v: 10,
      user: world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: gateway.url(),
      application: { id: world.applicationId, flags: 0 },
      shard: [shard, of],
    })
    for (const guild of guilds) send(session, 'GUILD_CREATE', guildCreate(world, guild))
  }

  function refusalOf(token: string, intents: number): readonly [number, string] | undefined {
    if (!isToken(`Bot ${token}`)) return [4_004, 'Authentication failed']
    if ((intents & ~KNOWN_INTENTS) !== 0) return [4_013, 'Invalid intent(s)']
    return (intents & PRIVILEGED) !== 0 ? [4_014, 'Disallowed intent(s)'] : undefined
  }

  function resume(socket: WebSocket, { session_id: id, seq }: { session_id: string; seq: number }): void {
    const session = sessions.find((each) => each.id === id)
    if (!session?.canResume) {
      say(socket, { op: 9, d: false })
      return
    }
    resumed.push({ seq })
    session.socket = socket
    for (const frame of session.sent.filter(({ s }) => s > seq)) say(socket, frame)
    send(session, 'RESUMED', {})
  }

  function send(session: Session, t: string, d: object): void {
    session.seq += 1
    const frame = { op: 0, t, s: session.seq, d } as const
    session.sent.push(frame)
    if (session.socket) say(session.socket, frame)
  }

  const current = () => sessions.at(-1)

  /** By Discord's formula; what happens outside of servers is told to the first. */
  const shardOf = (guildId: string) => Number((BigInt(guildId) >> 22n) % BigInt(world.shards))

  function shardHearing(name: string, data: { readonly id?: string; readonly guild_id?: string }): number {
    const guildId = name.startsWith('GUILD_') ? data.id : data.guild_id
    return guildId === undefined ? 0 : shardOf(guildId)
  }

  const gateway: Gateway = {
    url: () => `${origin().replace('http', 'ws')}/gateway`,
    identifiesLeft: () => IDENTIFIES - identified.length,
    publicKey,
    endpointUrl: () => endpoint,
    routeInteractions(url) {
      endpoint = url
    },
    async post(body, { isWrong } = { isWrong: false }) {
      const text = JSON.stringify(body)
      const timestamp = String(Math.floor(world.clock.now() / 1_000))
      const signature = sign(null, Buffer.from(timestamp + text), keys.privateKey)
      if (isWrong) signature.writeUInt8(signature.readUInt8(0) ^ 1, 0)
      const response = await fetch(endpoint ?? '', {
        method: 'POST',
        headers: { 'x-signature-ed25519': signature.toString('hex'), 'x-signature-timestamp': timestamp },
        body: text,
      })
      const answer = await response.text()
      world.words += 1
      return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) }
    },
    identified,
    resumed,
    closes,
    dispatch(name, data) {
      const session = sessions.findLast(({ shard }) => shard === shardHearing(name, data))
      if (session) send(session, name, data)
    },
    reconnect() {
      const socket = current()?.socket
      if (socket) say(socket, { op: 7, d: null })
    },
    invalidate(canResume) {
      const session = current()
      if (!session?.socket) return
      session.canResume = canResume
      say(session.socket, { op: 9, d: canResume })
    },
    close(code) {
      for (const socket of sockets.clients) code === undefined ? socket.terminate() : socket.close(code)
    },
    replay(count) {
      const session = current()
      for (const { t, d } of session?.sent.slice(-count) ?? []) if (session) send(session, t, d)
    },
    isSilent: false,
    stop() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
  return gateway
}

export function guildCreate(world: World, guild: FakeGuild): object {
  const inside = [...world.channels.values()].filter(
    ({ guildId, isDeleted }) => guildId === guild.id && !isDeleted,
  )
  const threads = inside.filter(({ type }) => type === CHANNEL.thread)
  return {
    ...wireGuild(guild),
    channels: inside.filter(({ type }) => type !== CHANNEL.thread).map(wireChannel),
    threads: threads.filter(({ isArchived }) => !isArchived).map(wireChannel),
    members: [
      {
        user: world.bot,
        roles: guild.members.get(world.bot.id) ?? [],
        joined_at: '2026-01-01T00:00:00.000Z',
      },
    ],
    member_count: guild.members.size,
    unavailable: false,
  }
}
