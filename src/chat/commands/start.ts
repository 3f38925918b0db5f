import type { Message } from '../../domain.ts'
import { withButtons } from '../../message/buttons.ts'
import { texts } from '../../message/texts.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'

export const startCommand: ChatCommand = {
  name: 'start',
  usage: '/start',
  group: 'news',
  run: start,
}

/** What it is, how to ask, and how to bring it into a channel or group. */
async function start(parts: ChatParts, { chat, language }: Said): Promise<Message> {
  const { start: say, buttons } = texts(language)
  const message: Message = {
    language,
    blocks: [
      { kind: 'headline', text: say.title },
      { kind: 'text', text: say.reader },
      ...(chat.kind === 'private' ? [{ kind: 'text' as const, text: say.owner }] : []),
      { kind: 'quiet', text: say.here },
    ],
  }
  if (chat.kind !== 'private') return message
  return withButtons(parts, message, [
    [{ label: buttons.addToChannel, adds: 'channel' }],
    [{ label: buttons.addToGroup, adds: 'group' }],
  ])
}
