// Which of our chats a channel of Discord is.

import { ChannelType } from 'discord.js'
import type { Chat } from '../../src/domain.ts'
import { PLATFORM } from './address.ts'
import type { Place } from './places.ts'

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
