// What a payload of ours holds: one post, as JSON that only this adapter reads.

import type { Payload } from '../../src/domain.ts'

export interface Post {
  readonly text: string
  readonly isHtml?: true
  readonly isSilent?: true
  /** The message of the same chat that it answers. */
  readonly replyTo?: number
  readonly keyboard?: Keyboard
  /** Whoever it answers is asked for a reply, with these words where he writes it. */
  readonly asksFor?: string
}

export type Keyboard = readonly (readonly Key[])[]

/**
 * `data` comes back when it is pressed; `start` leads into the private chat, with that payload; `adds` to the choice of a
 * chat to add the bot to.
 */
export type Key =
  | { readonly label: string; readonly data: string }
  | { readonly label: string; readonly start: string }
  | { readonly label: string; readonly adds: 'group' | 'channel' }

export function payloadOf(post: Post, plain: Post): Payload {
  return { body: JSON.stringify(post), plain: JSON.stringify(plain) }
}

export function postOf({ body }: Pick<Payload, 'body'>): Post {
  return JSON.parse(body) as Post
}
