// What Discord tells of that somebody did to the bot (a command, a button, a form, a message pointed at, words being written)
// → an event.

import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIInteractionDataResolved,
  type APIMessage,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord.js'
import type { Chat, InboundEvent } from '../../src/domain.ts'
import { namedWords } from '../../src/message/named-words.ts'
import { interactionKey, languageOf, personOf, privateChatOf, receiptOf, timeOfId } from './address.ts'
import { chatOf, placeKindOf } from './chats.ts'
import { filledIn } from './form.ts'
import { refOfId } from './keyboard.ts'

const BOT_DM = 1
/** The option that shows the answer to everybody. */
export const PUBLIC_OPTION = 'public'

type Common = Omit<InboundEvent, 'kind'>

/** Undefined for what the bot has nothing to do with. */
export function eventOfInteraction(interaction: APIInteraction, meId: string): InboundEvent | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return commandOf(interaction, meId)
    case InteractionType.ApplicationCommandAutocomplete: {
      const text = focusedText(interaction.data.options ?? [])
      return { ...commonOf(interaction), kind: 'typing', command: interaction.data.name, text }
    }
    case InteractionType.MessageComponent:
      return tapOf(interaction)
    case InteractionType.ModalSubmit:
      return formOf(interaction)
    case InteractionType.Ping:
      return undefined
  }
}

type FromSomebody = Exclude<APIInteraction, { type: InteractionType.Ping }>

/** Whoever did it, where, and where to answer: in a server only he sees it, unless he wants it otherwise. */
function commonOf(interaction: FromSomebody, isPublic = false): Common {
  const { id, application_id: applicationId, token, locale } = interaction
  const user = interaction.member?.user ?? interaction.user
  const personId = user?.id ?? '0'
  const isDm = interaction.context === BOT_DM
  const isPrivate = !isDm && !isPublic
  const channelId = interaction.channel?.id ?? '0'
  return {
    key: interactionKey({ id, applicationId, token, isPrivate, channelId, personId }),
    chat: chatOfInteraction(interaction, personId),
    person: personOf({ id: personId }),
    at: timeOfId(id),
    ...languageOf(locale),
    ...(isPrivate && { replyIn: privateChatOf({ id: personId }) }),
    ...(!isPrivate && !isDm && { root: rootOfInteraction(id) }),
  }
}

/** What is said below a public answer goes on from it. */
export function rootOfInteraction(id: string): string {
  return `interaction:${id}`
}

/** Where the bot itself is not, in other servers and in private chats of others, there is only the person. */
function chatOfInteraction(interaction: FromSomebody, personId: string): Chat {
  const { channel, guild_id: guildId, authorizing_integration_owners: owners } = interaction
  const isMember = owners?.[0] !== undefined && owners[0] !== '0'
  if (guildId === undefined || !isMember || !channel) return privateChatOf({ id: personId })
  return chatOf(channel.id, placeKindOf(channel.type))
}

function commandOf(interaction: APIApplicationCommandInteraction, meId: string): InboundEvent | undefined {
  const { data } = interaction
  if (data.type === ApplicationCommandType.ChatInput) {
    const options = data.options ?? []
    const isPublic = options.some(
      (option) => option.name === PUBLIC_OPTION && 'value' in option && option.value === true,
    )
    const common = commonOf(interaction, isPublic)
    const meant = placeMeant(options, data.resolved)
    return { ...common, kind: 'command', name: data.name, text: wordsOf(options), ...(meant && { meant }) }
  }
  if (data.type !== ApplicationCommandType.Message) return undefined
  const target = data.resolved.messages[data.target_id]
  if (!target) return undefined
  return {
    ...commonOf(interaction),
    kind: 'about',
    text: textOf(target),
    ...(target.author.id === meId && { receipt: receiptOf(target.channel_id, target.id) }),
  }
}

/** All that was written behind the command, as it is written in a line: `words; name: value`. */
function wordsOf(options: readonly APIApplicationCommandInteractionDataOption[]): string {
  const said = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.String ? [{ name: option.name, value: option.value }] : [],
  )
  const words = said.filter(({ name }) => !namedWords.includes(name)).map(({ value }) => value)
  const named = said
    .filter(({ name }) => namedWords.includes(name))
    .map(({ name, value }) => `${name}: ${value}`)
  return [words.join(' ').trim(), ...named].filter((part) => part !== '').join('; ')
}

/** The channel that was chosen. */
function placeMeant(
  options: readonly APIApplicationCommandInteractionDataOption[],
  resolved: APIInteractionDataResolved | undefined,
): Chat | undefined {
  const chosen = options.find(({ type }) => type === ApplicationCommandOptionType.Channel)
  const channel = chosen && 'value' in chosen ? resolved?.channels?.[String(chosen.value)] : undefined
  return channel && chatOf(channel.id, placeKindOf(channel.type))
}

function focusedText(options: readonly object[]): string {
  const focused = options.find((option) => 'focused' in option && option.focused === true)
  return focused && 'value' in focused ? String(focused.value) : ''
}

/** The words of a message and of what is embedded in it. */
function textOf({ content, embeds = [] }: Pick<APIMessage, 'content' | 'embeds'>): string {
  const embedded = embeds.flatMap(({ title, description }) => [title, description])
  return [content, ...embedded].filter(Boolean).join('\n').trim()
}

function tapOf(interaction: APIMessageComponentInteraction): InboundEvent {
  const { data, message } = interaction
  return {
    ...commonOf(interaction),
    kind: 'tap',
    ref: refOfId(data.custom_id),
    receipt: receiptOf(message.channel_id, message.id),
  }
}

function formOf(interaction: APIModalSubmitInteraction): InboundEvent {
  const { data } = interaction
  return {
    ...commonOf(interaction),
    kind: 'form',
    ref: refOfId(data.custom_id),
    fields: filledIn(data.components),
  }
}
