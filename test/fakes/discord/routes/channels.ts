import { z } from 'zod'
import { ApiError, invalidForm, refusals } from '../api-error.ts'
import { checkMessage } from '../check-message.ts'
import { editedMessage, type MessageBody, newMessage, starter } from '../forms.ts'
import { addMessage, channelOf, editMessage, requireWriting } from '../messages.ts'
import { PERMISSION, requireRights } from '../permissions.ts'
import { route } from '../route.ts'
import { CHANNEL, FLAG, type WireMessage } from '../wire.ts'
import { dmOf, type FakeChannel, newChannel, userOf, type World } from '../world.ts'

const LONGEST_NONCE = 25
const NONCE_KEPT_MS = 180_000
const MESSAGES = 'POST /channels/:channel/messages'
const MESSAGE = '/channels/:channel/messages/:message'
const archiveMinutes = z.union([z.literal(60), z.literal(1_440), z.literal(4_320), z.literal(10_080)])

export const channelRoutes = [
  route('GET /channels/:channel', {}, ({ world }, { params: { channel = '' } }) => {
    const found = channelOf(world, channel)
    requireRights(world, found)
    return wireChannel(found)
  }),

  route(MESSAGES, { body: newMessage }, ({ world }, { params: { channel = '' }, body }) => {
    const found = channelOf(world, channel)
    requireWriting(world, found, body)
    const said = earlierOfNonce(world, found, body)
    if (said) return said
    checkMessage(body)
    requireReplied(found, body)
    const message = addMessage(world, found, {
      ...body,
      author: world.bot,
      replyTo: body.message_reference?.message_id,
    })
    if (body.enforce_nonce && body.nonce !== undefined)
      world.nonces.set(body.nonce, { at: world.clock.now(), message })
    return message
  }),

  route('GET /channels/:channel/messages', {}, ({ world }, { params: { channel = '' }, query }) => {
    const found = channelOf(world, channel)
    requireRights(world, found)
    const limit = Number(query.get('limit') ?? 50)
    if (!(limit >= 1 && limit <= 100)) throw invalidForm('limit', 'int value should be between 1 and 100.')
    // Without the right to read the past there is nothing to see, and no refusal.
    if (!mayReadHistory(world, found)) return []
    const after = BigInt(query.get('after') ?? '0')
    const all = [...found.messages.values()].filter(({ id }) => BigInt(id) > after)
    const page = query.has('after') ? all.slice(0, limit) : all.slice(-limit)
    return page.toReversed()
  }),

  route(`GET ${MESSAGE}`, {}, ({ world }, { params: { channel = '', message = '' } }) => {
    const found = channelOf(world, channel)
    requireRights(world, found, PERMISSION.readHistory)
    return messageIn(found, message)
  }),

  route(
    `PATCH ${MESSAGE}`,
    { body: editedMessage },
    ({ world }, { params: { channel = '', message = '' }, body }) => {
      const found = channelOf(world, channel)
      requireRights(world, found)
      const said = messageIn(found, message)
      if (said.author.id !== world.bot.id) throw refusals.notOurs()
      editMessage(said, body, world.clock.now())
      return said
    },
  ),

  route(`POST ${MESSAGE}/crosspost`, {}, ({ world }, { params: { channel = '', message = '' } }) => {
    const found = channelOf(world, channel)
    if (found.type !== CHANNEL.announcement) throw refusals.wrongType()
    requireRights(world, found, PERMISSION.sendMessages)
    const said = messageIn(found, message)
    if (said.flags & FLAG.crossposted) throw refusals.alreadyCrossposted()
    said.flags |= FLAG.crossposted
    return said
  }),

  route(
    `POST ${MESSAGE}/threads`,
    {
      status: 201,
      body: z.strictObject({ name: z.string().min(1).max(100), auto_archive_duration: archiveMinutes }),
    },
    ({ world }, { params: { channel = '', message = '' }, body }) => {
      const found = channelOf(world, channel)
      requireRights(world, found, PERMISSION.createThreads)
      messageIn(found, message)
      if (world.channels.has(message)) throw refusals.threadExists()
      return wireChannel(thread(world, found, body.name, message))
    },
  ),

  route(
    'POST /channels/:channel/threads',
    {
      status: 201,
      body: z.strictObject({
        name: z.string().min(1).max(100),
        auto_archive_duration: archiveMinutes,
        message: starter,
        applied_tags: z.array(z.string()).max(5).optional(),
      }),
    },
    ({ world }, { params: { channel = '' }, body }) => {
      const forum = channelOf(world, channel)
      if (forum.type !== CHANNEL.forum) throw refusals.wrongType()
      requireRights(world, forum, PERMISSION.sendMessages)
      if ((body.message.flags ?? 0) & FLAG.cards)
        throw invalidForm('message.flags', 'Cards cannot begin a thread')
      if (forum.needsTag && (body.applied_tags ?? []).length === 0) throw refusals.tagRequired()
      checkMessage(body.message)
      const id = world.nextId()
      const made = thread(world, forum, body.name, id)
      return { ...wireChannel(made), message: addStarter(world, made, body.message, id) }
    },
  ),

  route('POST /channels/:channel/typing', { status: 204 }, ({ world }, { params: { channel = '' } }) => {
    const found = channelOf(world, channel)
    requireRights(
      world,
      found,
      found.type === CHANNEL.thread ? PERMISSION.sendInThreads : PERMISSION.sendMessages,
    )
    return undefined
  }),

  route(
    'POST /users/@me/channels',
    { body: z.strictObject({ recipient_id: z.string() }) },
    ({ world }, { body: { recipient_id: personId } }) => {
      if (!world.people.has(personId)) throw refusals.unknownUser()
      return {
        ...wireChannel(dmOf(world, personId)),
        recipients: [userOf(world, personId)],
        last_message_id: null,
      }
    },
  ),

  route('GET /guilds/:guild/threads/active', {}, ({ world }, { params: { guild = '' } }) => {
    if (!world.guilds.get(guild)?.hasBot) throw refusals.unknownGuild()
    const open = [...world.channels.values()].filter(
      ({ guildId, type, isArchived, isDeleted }) =>
        guildId === guild && type === CHANNEL.thread && !isArchived && !isDeleted,
    )
    return { threads: open.map(wireChannel), members: [] }
  }),
]

function earlierOfNonce(
  world: World,
  channel: FakeChannel,
  { nonce, enforce_nonce: isEnforced }: MessageBody,
) {
  if (nonce !== undefined && (nonce.length < 1 || nonce.length > LONGEST_NONCE))
    throw invalidForm('nonce', 'Must be 25 or fewer in length.')
  if (!isEnforced || nonce === undefined) return undefined
  const earlier = world.nonces.get(nonce)
  if (!earlier || world.clock.now() - earlier.at > NONCE_KEPT_MS) return undefined
  if (!channel.messages.has(earlier.message.id) && earlier.message.channel_id === channel.id)
    throw refusals.unknownMessage()
  return earlier.message
}

function requireReplied(channel: FakeChannel, { message_reference: reference }: MessageBody): void {
  if (!reference || reference.fail_if_not_exists === false || channel.messages.has(reference.message_id))
    return
  throw invalidForm('message_reference', 'Unknown message')
}

function mayReadHistory(world: World, channel: FakeChannel): boolean {
  try {
    requireRights(world, channel, PERMISSION.readHistory)
    return true
  } catch (error) {
    if (error instanceof ApiError) return false
    throw error
  }
}

function messageIn(channel: FakeChannel, id: string): WireMessage {
  const message = channel.messages.get(id)
  if (!message) throw refusals.unknownMessage()
  return message
}

function thread(world: World, parent: FakeChannel, name: string, id: string): FakeChannel {
  return newChannel(world, {
    id,
    type: CHANNEL.thread,
    name,
    parentId: parent.id,
    ownerId: world.bot.id,
    ...(parent.guildId !== undefined && { guildId: parent.guildId }),
  })
}

/** The message that begins a thread has the id of the thread. */
function addStarter(
  world: World,
  channel: FakeChannel,
  body: z.infer<typeof starter>,
  id: string,
): WireMessage {
  const message = { ...addMessage(world, channel, { ...body, author: world.bot }), id }
  channel.messages.clear()
  channel.messages.set(id, message)
  return message
}

export function wireChannel(channel: FakeChannel) {
  const { id, type, name, guildId, parentId, ownerId, overwrites, isArchived, isLocked, tags, needsTag } =
    channel
  return {
    id,
    type,
    ...(type !== CHANNEL.dm && { name }),
    ...(guildId !== undefined && { guild_id: guildId, permission_overwrites: overwrites, position: 0 }),
    ...(parentId !== undefined && { parent_id: parentId }),
    ...(type === CHANNEL.forum && { available_tags: tags, flags: needsTag ? 16 : 0 }),
    ...(type === CHANNEL.thread && {
      owner_id: ownerId,
      thread_metadata: {
        archived: isArchived,
        auto_archive_duration: 10_080,
        archive_timestamp: '2026-01-01T00:00:00.000Z',
        locked: isLocked,
      },
      message_count: 0,
      member_count: 1,
      rate_limit_per_user: 0,
    }),
  }
}
