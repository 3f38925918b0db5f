// A message → posts that Telegram takes. Pure: what it needs to know of the bot is added when a post is sent.

import type { Chat, Message, Payload } from '../../src/domain.ts'
import { messageIdOfKey } from './address.ts'
import { htmlOf, type Line, plainOf, visibleOf } from './html.ts'
import { keyboardOf } from './keyboard.ts'
import { linesOf } from './lines.ts'
import { type Post, payloadOf } from './payload.ts'
import { splitLines } from './split.ts'

const LONGEST_PLAIN = 4_096

/** The first part answers, the last one has the buttons, and only the first makes a sound. */
export function renderMessage(message: Message, to: Chat): readonly Payload[] {
  const parts = splitLines(linesOf(message.blocks, to, message.language))
  const keyboard = keyboardOf(message.blocks, to)
  const replyTo = message.answers === undefined ? undefined : messageIdOfKey(message.answers, to)
  return parts.map((lines, at) => {
    const silence: Pick<Post, 'isSilent'> = message.isSilent || at > 0 ? { isSilent: true } : {}
    const post: Post = {
      text: htmlOf(lines),
      isHtml: true,
      ...silence,
      ...(replyTo !== undefined && at === 0 && { replyTo }),
      ...(keyboard.length > 0 && at === parts.length - 1 && { keyboard }),
      ...(message.asksFor !== undefined && at === parts.length - 1 && { asksFor: message.asksFor }),
    }
    return payloadOf(post, { text: plainText(lines), ...silence })
  })
}

/** Without the addresses where they would make it too long. */
function plainText(lines: readonly Line[]): string {
  const text = plainOf(lines)
  return text.length <= LONGEST_PLAIN ? text : visibleOf(lines)
}
