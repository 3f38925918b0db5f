// Posts of the bot that others have shown to it: the copy in a discussion group, the message a button stands below, the one
// that somebody replies to. Each proves that it arrived. Telegram has no way to ask.

import type { Message, Update, UserFromGetMe } from 'grammy/types'
import { receiptOf } from './address.ts'

export interface SeenPost {
  readonly chatId: number
  readonly receipt: string
  readonly text: string
  /** Epoch milliseconds. */
  readonly at: number
}

export interface Seen {
  note(update: Update, me: UserFromGetMe): void
  /** The channel post whose copy began that thread of a discussion group. */
  discussed(
    chatId: number,
    threadId: number | undefined,
  ): { readonly chatId: number; readonly receipt: string } | undefined
  /** A post of that text, seen in that chat, that is not from before. */
  find(of: { readonly chatId: string; readonly text: string; readonly since: number }): SeenPost | undefined
}

/** Longer than anybody looks for one. */
const MOST_KEPT = 2_000

export function createSeen(): Seen {
  const posts = new Map<string, SeenPost>()
  /** By the receipt of the copy. */
  const originals = new Map<string, SeenPost>()
  return {
    note(update, me) {
      for (const post of postsIn(update, me)) keep(posts, post.receipt, post)
      const copy = copyIn(update)
      const original = copy && originalOf(copy)
      if (original) keep(originals, receiptOf(copy.chat.id, copy.message_id), original)
    },

    discussed: (chatId, threadId) =>
      threadId === undefined ? undefined : originals.get(receiptOf(chatId, threadId)),

    find({ chatId, text, since }) {
      const wanted = squeezed(text)
      return [...posts.values()].find(
        (post) => String(post.chatId) === chatId && post.at >= since && squeezed(post.text) === wanted,
      )
    },
  }
}

function keep(posts: Map<string, SeenPost>, key: string, post: SeenPost): void {
  posts.set(key, post)
  const [oldest] = posts.keys()
  if (posts.size > MOST_KEPT && oldest !== undefined) posts.delete(oldest)
}

/** The copy of a channel post that came just now, or that somebody comments on. */
function copyIn({ message }: Update): Message | undefined {
  return [message, message?.reply_to_message as Message | undefined].find(
    (each) => each?.is_automatic_forward,
  )
}

function postsIn({ message, callback_query: query }: Update, me: UserFromGetMe): readonly SeenPost[] {
  const copied = message?.is_automatic_forward && originalOf(message)
  const replied = message?.reply_to_message
  const pressed = query?.message
  return [
    ...(copied ? [copied] : []),
    ...(replied?.from?.id === me.id ? [seenPost(replied as Message)] : []),
    ...(pressed && pressed.date !== 0 ? [seenPost(pressed as Message)] : []),
  ]
}

function originalOf({ forward_origin: origin, text = '' }: Message): SeenPost | undefined {
  if (origin?.type !== 'channel') return undefined
  const { chat, message_id: id, date } = origin
  return { chatId: chat.id, receipt: receiptOf(chat.id, id), text, at: date * 1000 }
}

function seenPost({ chat, message_id: id, text = '', date }: Message): SeenPost {
  return { chatId: chat.id, receipt: receiptOf(chat.id, id), text, at: date * 1000 }
}

/** Telegram trims texts and folds some spaces. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
