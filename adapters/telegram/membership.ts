// What became of the bot's place in a chat.

import type { ChatMember, ChatMemberUpdated } from 'grammy/types'
import type { InboundEvent } from '../../src/domain.ts'
import { kindOf, languageOf, PLATFORM, personOf } from './address.ts'

type Can = Extract<InboundEvent, { kind: 'membership' }>['can']

/** Nothing when the bot can do what it could before: being made an admin of a group is no news to anybody. */
export function membershipOf(update: ChatMemberUpdated): InboundEvent | undefined {
  const { chat, from, date, old_chat_member: before, new_chat_member: after } = update
  const can = abilityOf(after, chat.type)
  if (can === abilityOf(before, chat.type)) return undefined
  return {
    kind: 'membership',
    key: `member:${chat.id}:${date}:${after.status}:${can}`,
    chat: { platform: PLATFORM, id: String(chat.id), kind: kindOf(chat) },
    person: personOf(from),
    at: date * 1000,
    can,
    ...('title' in chat && chat.title !== undefined && { title: chat.title }),
    ...languageOf(from),
  }
}

export function abilityOf(member: ChatMember, chatType: ChatMemberUpdated['chat']['type']): Can {
  switch (member.status) {
    case 'left':
    case 'kicked':
      return 'nothing'
    case 'restricted':
      if (!member.is_member) return 'nothing'
      return member.can_send_messages ? 'post' : 'not-post'
    case 'administrator':
      return chatType !== 'channel' || member.can_post_messages ? 'post' : 'not-post'
    case 'creator':
      return 'post'
    case 'member':
      return chatType === 'channel' ? 'not-post' : 'post'
  }
}
