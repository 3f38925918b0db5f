// What people do, and what happens in servers, as a test words it.

import { within } from './check-message.ts'
import { type Gateway, guildCreate } from './gateway.ts'
import { addMessage, mentionsIn } from './messages.ts'
import { permissionsIn } from './permissions.ts'
import { wireChannel } from './routes/channels.ts'
import { type Callback, takeCallback } from './routes/interactions.ts'
import { CHANNEL, type WireComponent, type WireMessage } from './wire.ts'
import { dmOf, type FakeInteraction, newChannel, userOf, type World } from './world.ts'

/** Where somebody does something: a channel, or the private chat with the bot. */
export type Where = string | 'dm'

export interface Saying {
  /** The message that it replies to; a reply pings its author unless it is said not to. */
  readonly replyTo?: string
  readonly isSilentReply?: boolean
}

export interface Commanding {
  readonly options?: Readonly<Record<string, string | boolean>>
  readonly locale?: string
  /** Of this server the bot is no member, it came with the person. */
  readonly isUserInstall?: boolean
}

export interface Actions {
  /** The new message. */
  write(personId: string, where: Where, text: string, saying?: Saying): WireMessage
  command(personId: string, where: Where, name: string, commanding?: Commanding): FakeInteraction
  /** Writes the words after a command and waits for what they could become. */
  type(personId: string, where: Where, name: string, text: string): FakeInteraction
  /** Presses the button of that label. */
  press(personId: string, message: WireMessage, label: string): FakeInteraction
  /** A press that the message does not offer, or no longer. */
  pressId(personId: string, message: WireMessage, customId: string): FakeInteraction
  /** Points at a message and chooses the command of that name. */
  pointAt(personId: string, message: WireMessage, name: string): FakeInteraction
  /** Fills in the form that an interaction was answered with. */
  fillIn(personId: string, form: FakeInteraction, fields: Readonly<Record<string, string>>): FakeInteraction

  /** Nobody who is no friend may write to that person any more. */
  closeDm(personId: string): void
  removeBot(guildId: string): void
  addBot(guildId: string): void
  /** A server is out of order for a while. */
  loseServer(guildId: string): void
  deleteChannel(channelId: string): void
  /** The id of the new thread. */
  openThread(channelId: string, name: string): string
}

export function createActions(world: World, gateway: Gateway): Actions {
  const channelAt = (personId: string, where: Where) => {
    const channel = where === 'dm' ? dmOf(world, personId) : world.channels.get(where)
    if (!channel) throw new Error(`there is no channel ${where}`)
    return channel
  }

  function happen(
    personId: string,
    where: Where,
    {
      type,
      locale = 'en-US',
      isUserInstall = false,
      messageId,
      ...more
    }: {
      readonly type: number
      readonly data: object
      readonly message?: object
      readonly messageId?: string
    } & Pick<Commanding, 'locale' | 'isUserInstall'>,
  ): FakeInteraction {
    const channel = channelAt(personId, where)
    const user = userOf(world, personId)
    const id = world.nextId()
    const isBotInGuild = channel.guildId !== undefined && !isUserInstall
    const interaction: FakeInteraction = {
      id,
      token: `itok-${id}`,
      type,
      at: world.clock.now(),
      personId,
      channelId: channel.id,
      isBotInGuild: isBotInGuild || channel.guildId === undefined,
      ...(messageId !== undefined && { messageId }),
      followUps: [],
      isLost: false,
    }
    world.interactions.set(interaction.token, interaction)
    const body = {
      id,
      application_id: world.applicationId,
      token: interaction.token,
      version: 1,
      type,
      ...more,
      ...(channel.guildId === undefined
        ? { user, context: 1, authorizing_integration_owners: { 1: personId } }
        : {
            guild_id: channel.guildId,
            member: {
              user,
              roles: [],
              joined_at: '2026-01-01T00:00:00.000Z',
              permissions: String(permissionsIn(world, channel, personId)),
            },
            context: 0,
            guild_locale: 'en-US',
            authorizing_integration_owners: isUserInstall ? { 1: personId } : { 0: channel.guildId },
          }),
      channel_id: channel.id,
      channel: { ...wireChannel(channel), ...(channel.type === CHANNEL.dm && { recipients: [user] }) },
      app_permissions: String(permissionsIn(world, channel, world.bot.id)),
      locale,
      entitlements: [],
      attachment_size_limit: 10_485_760,
    }
    deliver(interaction, body)
    return interaction
  }

  function deliver(interaction: FakeInteraction, body: object): void {
    if (gateway.endpointUrl() === undefined) {
      gateway.dispatch('INTERACTION_CREATE', body)
      return
    }
    gateway.post(body).then(
      ({ status, body: answer }) => {
        if (status === 200) takeCallback(world, interaction, answer as Callback)
      },
      (error: unknown) => world.report(`the endpoint broke: ${String(error)}`),
    )
  }

  function pressId(personId: string, message: WireMessage, customId: string): FakeInteraction {
    const data = { component_type: 2, id: 2, custom_id: customId }
    return happen(personId, message.channel_id, { type: 3, data, message, messageId: message.id })
  }

  return {
    write(personId, where, content, { replyTo, isSilentReply = false } = {}) {
      const channel = channelAt(personId, where)
      const replied = replyTo === undefined ? undefined : channel.messages.get(replyTo)
      const pinged = replied && !isSilentReply ? [replied.author] : []
      const mentions = [...mentionsIn(world, content), ...pinged]
      const message = addMessage(world, channel, {
        author: userOf(world, personId),
        content,
        mentions,
        ...(replyTo !== undefined && { replyTo }),
      })
      const isForBot = channel.guildId === undefined || mentions.some(({ id }) => id === world.bot.id)
      gateway.dispatch('MESSAGE_CREATE', {
        ...message,
        // Words that are not for the bot are kept from it.
        content: isForBot ? message.content : '',
        ...(replied && { referenced_message: replied }),
        ...(channel.guildId === undefined ? { channel_type: CHANNEL.dm } : { guild_id: channel.guildId }),
      })
      return message
    },

    command: (personId, where, name, { options = {}, ...more } = {}) =>
      happen(personId, where, { type: 2, data: commandData(world, personId, name, options), ...more }),

    type: (personId, where, name, text) =>
      happen(personId, where, {
        type: 4,
        data: {
          id: '1',
          name,
          type: 1,
          options: [{ type: 3, name: optionOf(world, name), value: text, focused: true }],
        },
      }),

    press(personId, message, label) {
      const button = message.components.flatMap(within).find((each) => each.label === label)
      if (button?.custom_id === undefined) throw new Error(`${message.id} has no button "${label}"`)
      return pressId(personId, message, button.custom_id)
    },

    pressId,

    pointAt: (personId, message, name) =>
      happen(personId, message.channel_id, {
        type: 2,
        data: {
          id: '1',
          name,
          type: 3,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        },
      }),

    fillIn(personId, { channelId, callback }, fields) {
      const form =
        callback?.type === 9
          ? (callback.data as unknown as { custom_id: string; components: WireComponent[] })
          : undefined
      if (!form) throw new Error('there is no form to fill in')
      return happen(personId, channelId, {
        type: 5,
        data: {
          custom_id: form.custom_id,
          components: form.components.map((label, at) => filled(label, at, fields)),
        },
      })
    },

    closeDm(personId) {
      const person = world.people.get(personId)
      if (person) person.isDmClosed = true
    },

    removeBot(guildId) {
      const guild = guildOf(world, guildId)
      guild.hasBot = false
      guild.members.delete(world.bot.id)
      gateway.dispatch('GUILD_DELETE', { id: guildId })
    },

    addBot(guildId) {
      const guild = guildOf(world, guildId)
      guild.hasBot = true
      guild.members.set(world.bot.id, [])
      gateway.dispatch('GUILD_CREATE', guildCreate(world, guild))
    },

    loseServer: (guildId) => gateway.dispatch('GUILD_DELETE', { id: guildId, unavailable: true }),

    deleteChannel(channelId) {
      const channel = world.channels.get(channelId)
      if (!channel) throw new Error(`there is no channel ${channelId}`)
      channel.isDeleted = true
      gateway.dispatch(
        channel.type === CHANNEL.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
        wireChannel(channel),
      )
    },

    openThread(channelId, name) {
      const parent = world.channels.get(channelId)
      if (parent?.guildId === undefined) throw new Error(`${channelId} is no channel of a server`)
      const thread = newChannel(world, {
        type: CHANNEL.thread,
        name,
        parentId: channelId,
        guildId: parent.guildId,
      })
      gateway.dispatch('THREAD_CREATE', wireChannel(thread))
      return thread.id
    },
  }
}

function guildOf(world: World, id: string) {
  const guild = world.guilds.get(id)
  if (!guild) throw new Error(`there is no server ${id}`)
  return guild
}

/** As the bot registered it; a command that it did not is nowhere to be chosen. */
function commandData(
  world: World,
  personId: string,
  name: string,
  options: Readonly<Record<string, string | boolean>>,
): object {
  const registered = world.commands.find((command) => command.name === name) as
    | { id: string; options?: { name: string; type: number }[] }
    | undefined
  const typeOf = (key: string) => registered?.options?.find((option) => option.name === key)?.type
  if (world.commands.length > 0 && !registered) throw new Error(`there is no command ${name}`)
  return {
    id: registered?.id ?? '1',
    name,
    type: 1,
    options: Object.entries(options).map(([key, value]) => ({
      name: key,
      type: typeof value === 'boolean' ? 5 : (typeOf(key) ?? 3),
      value,
    })),
    resolved: { channels: resolvedChannels(world, personId, Object.values(options)) },
  }
}

/** What the bot is told of channels that were chosen. */
function resolvedChannels(world: World, personId: string, values: readonly (string | boolean)[]): object {
  const chosen = values.flatMap((value) => world.channels.get(String(value)) ?? [])
  return Object.fromEntries(
    chosen.map((channel) => [
      channel.id,
      {
        ...wireChannel(channel),
        permissions: String(permissionsIn(world, channel, personId)),
        app_permissions: String(permissionsIn(world, channel, world.bot.id)),
      },
    ]),
  )
}

function optionOf(world: World, name: string): string {
  const command = world.commands.find((each) => each.name === name) as
    | { options?: { name: string }[] }
    | undefined
  return command?.options?.[0]?.name ?? 'words'
}

/** What was left empty comes back empty. */
function filled(label: WireComponent, at: number, fields: Readonly<Record<string, string>>): object {
  const { type, custom_id: name = '' } = label.component ?? { type: 4 }
  const written = fields[name]
  const given = type === 3 ? { values: written === undefined ? [] : [written] } : { value: written ?? '' }
  return { type: 18, id: 2 * at + 1, component: { type, id: 2 * at + 2, custom_id: name, ...given } }
}
