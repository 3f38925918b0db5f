// What a payload of ours holds: one post, as JSON that only this adapter reads.

import type { Payload } from '../../src/domain.ts'
import type { InteractionAddress } from './address.ts'

export interface Post {
  /** Cards, or in an embed above rows of buttons; nothing else of a message is shown by its kind. */
  readonly components: readonly Component[]
  readonly embed?: Embed
  readonly isSilent?: true
  readonly answers?: Answered
  /** Which part of its message, from 1. */
  readonly part: number
  /** What the message is called where each has a name. */
  readonly name: string
  /** What it is about, where posts are filed under tags. */
  readonly tags?: readonly string[]
  /** The id of the only role that it calls; its line stands above cards, and is the content of an embed. */
  readonly calledRole?: string
  /** Those who follow the channel elsewhere are to get it too. */
  readonly isForFollowers?: true
}

/** The message of the same chat that is answered, or what answers an interaction. */
export type Answered =
  | { readonly channelId: string; readonly messageId: string }
  | { readonly interaction: InteractionAddress }

export interface Embed {
  readonly title?: string
  readonly description: string
  readonly color: number
}

export type Button =
  | { readonly type: 2; readonly style: 2; readonly label: string; readonly custom_id: string }
  /** Leads to where the bot is added to a server; who it is, is known when it is sent. */
  | { readonly type: 2; readonly style: 5; readonly label: string; readonly url?: string }

export interface ButtonRow {
  readonly type: 1
  readonly components: readonly Button[]
}

export type CardPart =
  | ButtonRow
  | { readonly type: 10; readonly content: string }
  | { readonly type: 14; readonly divider: true; readonly spacing: 1 }

export type Component =
  | CardPart
  | { readonly type: 17; readonly accent_color: number; readonly components: readonly CardPart[] }

export function payloadOf(post: Post, plain: Post): Payload {
  return { body: JSON.stringify(post), plain: JSON.stringify(plain) }
}

export function postOf({ body }: Pick<Payload, 'body'>): Post {
  return JSON.parse(body) as Post
}
