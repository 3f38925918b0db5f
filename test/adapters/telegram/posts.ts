// What render gives, as the far end reads it.

import { type Post, postOf } from '../../../adapters/telegram/payload.ts'
import { renderMessage } from '../../../adapters/telegram/render.ts'
import type { Block, Chat, Message } from '../../../src/domain.ts'
import { parseHtml } from '../../fakes/telegram/html.ts'

export const CHANNEL: Chat = { platform: 'telegram', id: '-1001000000001', kind: 'channel' }
export const PRIVATE: Chat = { platform: 'telegram', id: '7', kind: 'private' }

export const messageOf = (...blocks: readonly Block[]): Message => ({ language: 'en', blocks })

export function postsOf(message: Message, to = CHANNEL): readonly Post[] {
  return renderMessage(message, to).map(postOf)
}

export function readTexts(posts: readonly Post[]): readonly string[] {
  return posts.map(({ text }) => parseHtml(text).text)
}
