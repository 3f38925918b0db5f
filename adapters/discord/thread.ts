// The thread below a post, begun when it is first needed. It has the id of its post, so nobody begins it twice.

import { type APIChannel, type APIThreadChannel, Routes } from 'discord.js'
import type { Chat } from '../../src/domain.ts'
import type { Thread } from '../../src/ports.ts'
import { messageOfReceipt } from './address.ts'
import type { Api } from './api.ts'
import { chatOf } from './chats.ts'
import { failureOf, reasonOfFailure } from './failure.ts'
import { CODES } from './outcome.ts'
import type { Places } from './places.ts'
import { shortened } from './shortened.ts'

const ARCHIVE_MINUTES = 1_440
const LONGEST_NAME = 100

export interface ThreadParts {
  readonly api: Api
  readonly places: Places
}

/** One that is archived opens by itself when something is posted to it. */
export async function openThread(
  parts: ThreadParts,
  { chat, receipt }: { readonly chat: Chat; readonly receipt?: string },
  name: string,
  signal: AbortSignal,
): Promise<Thread> {
  const post = receipt === undefined ? undefined : messageOfReceipt(receipt)
  if (!post && chat.kind !== 'thread')
    return { kind: 'refused', reason: 'There is no post to begin a thread below.' }
  const id = post?.messageId ?? chat.id
  try {
    if (post && parts.places.place(id)?.kind !== 'thread') await begin(parts, post, name, signal)
    const channel = await parts.api.call<APIChannel>('GET', Routes.channel(id), { signal })
    const isClosed = 'thread_metadata' in channel && channel.thread_metadata?.locked === true
    return isClosed ? { kind: 'closed' } : { kind: 'open', chat: chatOf(id, 'thread') }
  } catch (error) {
    return { kind: 'refused', reason: reasonOfFailure(failureOf(error)) }
  }
}

/** One that is there is taken as it is. */
async function begin(
  { api, places }: ThreadParts,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
  name: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { guild_id: guildId = '' } = await api.call<APIThreadChannel>(
      'POST',
      Routes.threads(channelId, messageId),
      { body: { name: shortened(name, LONGEST_NAME), auto_archive_duration: ARCHIVE_MINUTES }, signal },
    )
    places.note(messageId, { guildId, kind: 'thread', parentId: channelId })
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'answered' || failure.code !== CODES.threadExists) throw error
  }
}
