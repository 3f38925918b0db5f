// Which of our chats a channel of Discord is.

import { ChannelType } from 'discord.js'
import type { Chat, InboundEvent } from '../../src/domain.ts'
import { PLATFORM, receiptOf } from './address.ts'
import type { Place, Places } from './places.ts'

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])
const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia])

export function placeKindOf(type: number): Place['kind'] {
  if (THREADS.has(type)) return 'thread'
  if (FORUMS.has(type)) return 'forum'
  return type === ChannelType.GuildAnnouncement ? 'announcement' : 'text'
}

/** A channel of a server. Of one that is not known it is said what is true of most. */
export function chatOf(channelId: string, kind: Place['kind'] | undefined): Chat {
  return { platform: PLATFORM, id: channelId, kind: chatKindOf(kind) }
}

function chatKindOf(kind: Place['kind'] | undefined): Chat['kind'] {
  switch (kind) {
    case 'thread':
      return 'thread'
    case 'announcement':
    case 'forum':
      return 'channel'
    case 'text':
    case undefined:
      return 'group'
  }
}

/**
 * The post of ours that everything in a thread is said below, if it is below one: a thread has the id of its post, which is in
 * the channel, or in a forum in the thread itself.
 */
export function belowOf(
  threadId: string,
  parentId: string | undefined,
  places: Pick<Places, 'place'>,
): Pick<InboundEvent, 'below'> {
  if (parentId === undefined) return {}
  const kind = places.place(parentId)?.kind
  const receipt = receiptOf(kind === 'forum' ? threadId : parentId, threadId)
  return { below: { chat: chatOf(parentId, kind), receipt } }
}
