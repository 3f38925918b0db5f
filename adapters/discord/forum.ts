// An edition as a post of a forum: its first part begins a thread, the others go into it. Nothing keeps Discord from beginning
// the same one twice, so each time it is looked first whether it is there.

import { type APIChannel, type APIMessage, type APIThreadChannel, ChannelType, Routes } from 'discord.js'
import type { Outcome } from '../../src/ports.ts'
import { receiptOf } from './address.ts'
import type { Api } from './api.ts'
import { failureOf } from './failure.ts'
import { isSamePost } from './likeness.ts'
import { nonceOf } from './nonce.ts'
import { outcomeOf, unsent } from './outcome.ts'
import { type Post, postOf } from './payload.ts'
import type { Places } from './places.ts'
import type { Sending, SendParts } from './send.ts'
import { bodyOf } from './wire.ts'

const ARCHIVE_MINUTES = 10_080
const UNTITLED = '…'
const MOST_TAGS = 5

interface ForumPost {
  readonly forumId: string
  readonly post: Post
  /** Names the message that the post is a part of. */
  readonly messageKey: string
  readonly key: string
  readonly signal: AbortSignal
}

export async function sendToForum(
  parts: SendParts,
  { payload, key, signal }: Sending,
  forumId: string,
): Promise<Outcome> {
  // Cards cannot begin a thread.
  const post = postOf(payload.plain === undefined ? payload : { body: payload.plain })
  const given = { forumId, post, key, messageKey: key.replace(/\.\d+$/, ''), signal }
  return post.part === 1 ? firstPart(parts, given) : laterPart(parts, given)
}

async function firstPart(parts: SendParts, given: ForumPost): Promise<Outcome> {
  const { api, places } = parts
  const { forumId, post, messageKey, signal } = given
  const begun = (id: string): Outcome => {
    places.noteThread(messageKey, id)
    return { kind: 'delivered', receipt: receiptOf(id, id) }
  }
  const body = await preparing(async () => {
    for (const { id } of await threadsOfName(parts, given)) if (await begins(api, id, given)) return id
    return { applied: await tagsOf(api, given), message: await bodyOf(api, post, signal) }
  })
  if (typeof body === 'string') return begun(body)
  if ('kind' in body) return body
  const { applied, message } = body
  try {
    const { id } = await api.call<APIThreadChannel>('POST', Routes.threads(forumId), {
      body: {
        name: nameOf(post),
        auto_archive_duration: ARCHIVE_MINUTES,
        message,
        ...(applied.length > 0 && { applied_tags: applied }),
      },
      signal,
    })
    return begun(id)
  } catch (error) {
    return outcomeOf(failureOf(error))
  }
}

/** The tags of the forum that are called like what the post is about. */
async function tagsOf(api: Api, { forumId, post, signal }: ForumPost): Promise<readonly string[]> {
  const wanted = new Set(post.tags?.map((tag) => tag.toLowerCase()))
  if (wanted.size === 0) return []
  const forum = await api.call<APIChannel>('GET', Routes.channel(forumId), { signal })
  const known = 'available_tags' in forum ? forum.available_tags : []
  return known
    .filter(({ name }) => wanted.has(name.toLowerCase()))
    .map(({ id }) => id)
    .slice(0, MOST_TAGS)
}

/** After a restart the thread is known by its name alone. */
async function laterPart(parts: SendParts, given: ForumPost): Promise<Outcome> {
  const { api, places } = parts
  const { post, messageKey, key, signal } = given
  const found = await preparing(async () => {
    const threadId = places.threadOf(messageKey) ?? (await threadsOfName(parts, given))[0]?.id
    return { threadId, body: await bodyOf(api, post, signal) }
  })
  if ('kind' in found) return found
  const { threadId, body } = found
  if (threadId === undefined)
    return {
      kind: 'refused',
      class: 'content',
      reason: 'The post of the forum that it belongs to is not there.',
    }
  try {
    const { id } = await api.call<APIMessage>('POST', Routes.channelMessages(threadId), {
      body: { ...body, nonce: nonceOf(threadId, key), enforce_nonce: true },
      signal,
    })
    return { kind: 'delivered', receipt: receiptOf(threadId, id) }
  } catch (error) {
    return outcomeOf(failureOf(error))
  }
}

/** Threads of ours in that forum that are called like the post, latest first. */
async function threadsOfName(
  { api, places }: SendParts,
  { forumId, post, signal }: Pick<ForumPost, 'forumId' | 'post' | 'signal'>,
): Promise<readonly APIThreadChannel[]> {
  const guildId = await guildOf(api, places, forumId, signal)
  const me = await api.me(signal)
  const { threads } = await api.call<{ readonly threads: readonly APIThreadChannel[] }>(
    'GET',
    Routes.guildActiveThreads(guildId),
    { signal },
  )
  return threads
    .filter(
      (thread) => thread.parent_id === forumId && thread.owner_id === me.id && thread.name === nameOf(post),
    )
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
}

async function begins(api: Api, threadId: string, { post, signal }: ForumPost): Promise<boolean> {
  const starter = await api.call<APIMessage>('GET', Routes.channelMessage(threadId, threadId), { signal })
  return isSamePost(starter, post)
}

async function guildOf(api: Api, places: Places, forumId: string, signal: AbortSignal): Promise<string> {
  const known = places.place(forumId)?.guildId
  if (known !== undefined) return known
  const { guild_id: guildId } = await api.call<{ readonly guild_id: string }>(
    'GET',
    Routes.channel(forumId),
    {
      signal,
    },
  )
  places.note(forumId, { guildId, kind: 'forum' })
  return guildId
}

/** What could not be prepared was not sent. */
async function preparing<T extends object | string>(work: () => Promise<T>): Promise<T | Outcome> {
  try {
    return await work()
  } catch (error) {
    return unsent(outcomeOf(failureOf(error)))
  }
}

function nameOf({ name }: Post): string {
  return name === '' ? UNTITLED : name
}

/** Forums, and media channels, which are forums too. */
export function isForumType(type: ChannelType): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia
}
