// Messages that come to stand in channels, and how Discord keeps them.

import { refusals } from './api-error.ts'
import { checkMessage, type MessageForm, within } from './check-message.ts'
import { PERMISSION, requireRights } from './permissions.ts'
import { CHANNEL, FLAG, type WireComponent, type WireMessage, type WireUser } from './wire.ts'
import { type FakeChannel, userOf, type World } from './world.ts'

/** The only flags that a message may be given. */
const FLAGS_TO_SET = FLAG.suppressEmbeds | FLAG.ephemeral | FLAG.silent | FLAG.cards

export interface NewMessage extends MessageForm {
  readonly author: WireUser
  readonly nonce?: string | undefined
  readonly replyTo?: string | undefined
  readonly mentions?: readonly WireUser[]
  readonly interaction?: WireMessage['interaction_metadata']
  readonly webhookId?: string
  readonly type?: number
}

/** Whether the bot may write there; an archived thread opens for it, unless it is locked. */
export function requireWriting(world: World, channel: FakeChannel, { embeds }: MessageForm): void {
  if (channel.isDeleted) throw refusals.unknownChannel()
  if (channel.type === CHANNEL.forum) throw refusals.forum()
  if (channel.personId !== undefined && world.people.get(channel.personId)?.isDmClosed)
    throw refusals.cannotDm()
  const writing = channel.type === CHANNEL.thread ? PERMISSION.sendInThreads : PERMISSION.sendMessages
  requireRights(world, channel, writing, ...((embeds ?? []).length > 0 ? [PERMISSION.embedLinks] : []))
  if (channel.isLocked) throw refusals.locked()
  channel.isArchived = false
}

export function addMessage(world: World, channel: FakeChannel, given: NewMessage): WireMessage {
  const message = messageOf(world, channel, given)
  channel.messages.set(message.id, message)
  return message
}

/** Not put anywhere: a message that one person sees is in no history. */
export function messageOf(
  world: World,
  channel: FakeChannel,
  given: NewMessage,
  id = world.nextId(),
): WireMessage {
  const replied = given.replyTo === undefined ? undefined : channel.messages.get(given.replyTo)
  return {
    id,
    channel_id: channel.id,
    author: given.author,
    content: (given.content ?? '').trim(),
    embeds: given.embeds ?? [],
    components: numbered(given.components ?? []),
    flags: (given.flags ?? 0) & FLAGS_TO_SET,
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    mentions: given.mentions ?? [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    tts: false,
    pinned: false,
    type: given.type ?? (replied ? 19 : 0),
    ...(given.nonce !== undefined && { nonce: given.nonce }),
    ...(replied && { message_reference: { message_id: replied.id, channel_id: channel.id } }),
    ...(given.interaction && { interaction_metadata: given.interaction }),
    ...(given.webhookId !== undefined && { webhook_id: given.webhookId }),
  }
}

/** What is not named stays. Cards cannot become anything else any more. */
export function editMessage(message: WireMessage, form: MessageForm, now: number): void {
  const wasCards = (message.flags & FLAG.cards) !== 0
  const flags = wasCards ? (form.flags ?? 0) | FLAG.cards : (form.flags ?? 0)
  const after = {
    content: form.content === undefined ? message.content : form.content,
    embeds: form.embeds === undefined ? message.embeds : form.embeds,
    components: form.components === undefined ? message.components : form.components,
    flags,
  }
  checkMessage(after)
  message.content = (after.content ?? '').trim()
  message.embeds = after.embeds ?? []
  message.components = numbered(after.components ?? [])
  message.flags = (message.flags & ~FLAG.loading) | (flags & FLAG.cards)
  message.edited_timestamp = new Date(now).toISOString()
}

/** Discord numbers every component, and trims what is written in it. */
function numbered(components: readonly WireComponent[]): readonly WireComponent[] {
  let number = 0
  const number1 = (component: WireComponent): WireComponent => {
    number += 1
    return {
      ...component,
      id: number,
      ...(component.content !== undefined && { content: component.content.trim() }),
      ...(component.accessory && { accessory: number1(component.accessory) }),
      ...(component.components && { components: component.components.map(number1) }),
    }
  }
  return components.map(number1)
}

/** What a reader sees: words, then the addresses that are linked. */
export function shownIn(message: Pick<WireMessage, 'content' | 'embeds' | 'components'>): string {
  const cards = message.components.flatMap(within).flatMap(({ content }) => content ?? [])
  const embedded = message.embeds.flatMap(({ title, description }) => [title, description])
  return [message.content, ...embedded, ...cards].filter(Boolean).join('\n')
}

export function channelOf(world: World, id: string): FakeChannel {
  const channel = world.channels.get(id)
  if (!channel || channel.isDeleted) throw refusals.unknownChannel()
  return channel
}

export function mentionsIn(world: World, content: string): readonly WireUser[] {
  return [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) =>
    id === world.bot.id ? world.bot : userOf(world, id),
  )
}
