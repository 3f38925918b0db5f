// Whether the bot can post to a place, and read back what it posted.

import { ChannelType } from 'discord.js'
import type { Chat } from '../../src/domain.ts'
import type { Problem } from '../../src/ports.ts'
import type { Api } from './api.ts'
import { placeKindOf } from './chats.ts'
import { failureOf, reasonOfFailure } from './failure.ts'
import { PERMISSIONS, type Permission } from './links.ts'
import type { Place } from './places.ts'
import { problem } from './problem.ts'
import { rightsIn } from './rights.ts'

/** A private chat shows only by being written to. */
export async function examineChat(
  api: Api,
  chat: Chat,
  inviteUrl: string,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  if (chat.kind === 'private') return []
  const name = `${chat.platform}:${chat.id}`
  try {
    const me = await api.me(signal)
    const { channel, allowed } = await rightsIn(api, { channelId: chat.id, memberId: me.id }, signal)
    const missing = missingRights(allowed, placeKindOf(channel.type))
    return [
      ...(missing.needed.length === 0 ? [] : [rightProblem(name, missing.needed)]),
      ...(missing.wanted.length === 0 ? [] : [readProblem(name)]),
      ...(isPostable(channel.type) ? [] : [typeProblem(name)]),
    ]
  } catch (error) {
    return [
      problem(
        'error',
        `${name} cannot be looked at. ${reasonOfFailure(failureOf(error))}`,
        `Add the bot to its server (${inviteUrl}), let it see the channel, or remove its subscription.`,
      ),
    ]
  }
}

/** What nothing can be posted without. Of a channel that the bot does not see, that comes first. */
export async function missingRightsIn(
  api: Api,
  chat: Chat,
  signal: AbortSignal,
): Promise<readonly Permission[]> {
  if (chat.kind === 'private') return []
  try {
    const me = await api.me(signal)
    const { channel, allowed } = await rightsIn(api, { channelId: chat.id, memberId: me.id }, signal)
    return missingRights(allowed, placeKindOf(channel.type)).needed
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'answered' && failure.status === 403) return ['View Channels']
    throw error
  }
}

interface Missing {
  /** Nothing can be posted without. */
  readonly needed: readonly Permission[]
  /** Something that may have arrived cannot be looked for without. */
  readonly wanted: readonly Permission[]
}

export function missingRights(allowed: bigint, kind: Place['kind']): Missing {
  const writing: Permission = kind === 'thread' ? 'Send Messages in Threads' : 'Send Messages'
  const forum: readonly Permission[] = kind === 'forum' ? ['Send Messages in Threads'] : []
  const lacks = (permission: Permission) => (allowed & PERMISSIONS[permission]) === 0n
  return {
    needed: (['View Channels', writing, 'Embed Links', ...forum] as const).filter(lacks),
    wanted: (['Read Message History'] as const).filter(lacks),
  }
}

function rightProblem(name: string, missing: readonly Permission[]): Problem {
  return problem(
    'error',
    `The bot may not post to ${name}: it lacks ${missing.join(', ')}.`,
    'Give it that in the permissions of the channel, or of one of its roles.',
  )
}

function readProblem(name: string): Problem {
  return problem(
    'warning',
    `The bot may not read ${name}: of a post that may have arrived, nobody can tell whether it did.`,
    'Give it Read Message History in the permissions of the channel.',
  )
}

const POSTABLE: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
])

function isPostable(type: number): boolean {
  return POSTABLE.has(type)
}

function typeProblem(name: string): Problem {
  return problem(
    'error',
    `${name} is no channel that can be posted to.`,
    'Choose a text channel, a thread or a forum.',
  )
}
