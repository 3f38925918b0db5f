// What somebody wrote → an event, if it speaks to the bot: everything in private; in servers mentions of it and replies that
// ping it. Of everything else there the bot sees no words, and asks for none.

import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord.js'
import type { Chat, InboundEvent } from '../../src/domain.ts'
import { messageKey, personOf, privateChatOf, receiptOf, timeOfId } from './address.ts'
import { belowOf, chatOf } from './chats.ts'
import { rootOfInteraction } from './interactions.ts'
import type { Places } from './places.ts'
import type { Roots } from './roots.ts'

export interface Hearing {
  readonly meId: string
  readonly places: Pick<Places, 'place'>
  readonly roots: Roots
}

type Said =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly text: string }

/** Who calls the bot and says nothing wants to know what it can do. */
const HELP: Said = { kind: 'command', name: 'help', text: '' }

export function eventOfMessage(
  message: GatewayMessageCreateDispatchData,
  hearing: Hearing,
): InboundEvent | undefined {
  const { author, webhook_id: webhook, guild_id: guildId, channel_id: channelId, id } = message
  if (author.bot || author.system || webhook !== undefined) return undefined
  const said = saidIn(message, hearing.meId)
  if (!said) return undefined
  const key = messageKey(channelId, id)
  const place = hearing.places.place(channelId)
  const chat = guildId === undefined ? privateChatOf(author) : chatOf(channelId, place?.kind)
  return {
    key,
    chat,
    person: personOf(author),
    at: timeOfId(id),
    ...repliedTo(message, { ...hearing, chat, key }),
    ...(place?.kind === 'thread' && belowOf(channelId, place.parentId, hearing.places)),
    ...said,
  }
}

function saidIn(
  { content, guild_id: guildId, mentions }: GatewayMessageCreateDispatchData,
  meId: string,
): Said | undefined {
  if (guildId === undefined) return wordsOf(content)
  if (!mentions.some(({ id }) => id === meId)) return undefined
  return wordsOf(content.replaceAll(new RegExp(`<@!?${meId}>`, 'g'), ' ')) ?? HELP
}

/** `/name rest` is a command also where it is only written. */
function wordsOf(content: string): Said | undefined {
  const text = content.trim()
  if (text === '') return undefined
  const [, name, rest = ''] = /^\/([\p{L}\p{N}_-]+)(?:\s+(.*))?$/su.exec(text) ?? []
  return name === undefined
    ? { kind: 'question', text }
    : { kind: 'command', name: name.toLowerCase(), text: rest }
}

/** A reply to the bot goes on from what the bot had replied to. */
function repliedTo(
  { message_reference: reference, referenced_message: replied, channel_id: channelId }: APIMessage,
  { chat, key, meId, roots }: Hearing & { readonly chat: Chat; readonly key: string },
) {
  const id = reference?.message_id
  if (id === undefined) return {}
  const isOurs = replied?.author.id === meId
  const root = roots.rootOf(key, isOurs ? rootOfOurs(replied) : messageKey(channelId, id))
  return {
    ...(chat.kind !== 'private' && { root }),
    ...(isOurs && { replyTo: receiptOf(channelId, id) }),
  }
}

function rootOfOurs({
  id,
  channel_id: channelId,
  message_reference: to,
  interaction_metadata: of,
}: APIMessage): string {
  if (of) return rootOfInteraction(of.id)
  return messageKey(channelId, to?.message_id ?? id)
}
