// Whether a post that may have arrived did: the channel is read from shortly before the send on, and what stands there is
// compared with what was sent.

import { type APIMessage, Routes } from 'discord.js'
import type { Delivery } from '../../src/domain.ts'
import type { Evidence } from '../../src/ports.ts'
import { idAt, receiptOf, timeOfId } from './address.ts'
import { failureOf } from './failure.ts'
import { isSamePost } from './likeness.ts'
import { PERMISSIONS } from './links.ts'
import { CODES } from './outcome.ts'
import { type Post, postOf } from './payload.ts'
import { rightsIn } from './rights.ts'
import type { SendParts } from './send.ts'

const PAGE = 100
/** Our clock and Discord's are not the same. */
const CLOCK_TOLERANCE_MS = 30_000
/** A send that has not arrived by then never does. */
const ARRIVES_WITHIN_MS = 10 * 60_000

/** Throws what reading throws, unless it is the right to read that is missing. */
export async function evidenceOf(
  parts: SendParts,
  { chat, payload, isPlain, sendingAt, createdAt }: Delivery,
  signal: AbortSignal,
): Promise<Evidence> {
  const post = postOf(isPlain && payload.plain !== undefined ? { body: payload.plain } : payload)
  // The message that said "thinking" is changed once more to the same; what came below it cannot be looked for.
  if (post.answers && 'interaction' in post.answers) return post.part === 1 ? 'absent' : 'unknown'
  try {
    const channelId = await parts.places.channelOf(chat, signal)
    // Its threads are looked at before each send.
    if (parts.places.place(channelId)?.kind === 'forum') return 'absent'
    const found = await findPost(parts, { channelId, post, since: sendingAt ?? createdAt, signal })
    if (found !== 'nothing') return found
    return (await mayReadHistory(parts, channelId, signal)) ? 'absent' : 'unknown'
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'answered') throw error
    if (failure.code === CODES.unknownChannel) return 'absent'
    if (failure.status === 403) return 'unknown'
    throw error
  }
}

async function findPost(
  { api }: SendParts,
  {
    channelId,
    post,
    since,
    signal,
  }: {
    readonly channelId: string
    readonly post: Post
    readonly since: number
    readonly signal: AbortSignal
  },
): Promise<{ readonly receipt: string } | 'absent' | 'nothing'> {
  const me = await api.me(signal)
  let hasRead = false
  let after = idAt(since - CLOCK_TOLERANCE_MS)
  while (true) {
    const page = await api.call<readonly APIMessage[]>('GET', Routes.channelMessages(channelId), {
      query: { after, limit: String(PAGE) },
      signal,
    })
    const found = page.find((message) => message.author.id === me.id && isSamePost(message, post))
    if (found) return { receipt: receiptOf(channelId, found.id) }
    hasRead ||= page.length > 0
    // The page begins with its latest message.
    const latest = page[0]?.id
    if (page.length < PAGE || latest === undefined) return hasRead ? 'absent' : 'nothing'
    if (timeOfId(latest) > since + ARRIVES_WITHIN_MS) return 'absent'
    after = latest
  }
}

/** To whom the past is closed a channel is empty. */
async function mayReadHistory({ api }: SendParts, channelId: string, signal: AbortSignal): Promise<boolean> {
  const { id: memberId } = await api.me(signal)
  const { allowed } = await rightsIn(api, { channelId, memberId }, signal)
  return (allowed & PERMISSIONS['Read Message History']) !== 0n
}
