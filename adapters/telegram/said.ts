// Whether a message speaks to the bot, and what it says: everything in private; in groups commands, replies to it and mentions.

import type { Message, UserFromGetMe } from 'grammy/types'

export type Said =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly text: string }

export function saidIn(message: Message, me: UserFromGetMe): Said | undefined {
  const text = message.text ?? message.caption ?? ''
  const command = commandIn(message, text, me)
  if (command) return command.isOurs ? command.said : undefined
  if (message.chat.type === 'private') return asQuestion(text)
  const mention = mentionIn(message, text, me)
  if (mention) return asQuestion(without(text, mention)) ?? HELP
  return message.reply_to_message?.from?.id === me.id ? asQuestion(text) : undefined
}

/** Who calls the bot and says nothing wants to know what it can do. */
const HELP: Said = { kind: 'command', name: 'help', text: '' }

function asQuestion(text: string): Said | undefined {
  const question = text.trim()
  return question === '' ? undefined : { kind: 'question', text: question }
}

/** `/name@bot rest` at the beginning; of another bot it is not ours. */
function commandIn({ entities = [] }: Message, text: string, me: UserFromGetMe) {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!entity) return undefined
  const [name = '', bot] = text.slice(1, entity.length).split('@')
  return {
    isOurs: bot === undefined || isName(bot, me),
    said: { kind: 'command', name: name.toLowerCase(), text: text.slice(entity.length).trim() } as const,
  }
}

function without(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`
}

function mentionIn({ entities, caption_entities: captions }: Message, text: string, me: UserFromGetMe) {
  return (entities ?? captions ?? [])
    .filter(({ type }) => type === 'mention')
    .map(({ offset, length }) => ({ start: offset, end: offset + length }))
    .find(({ start, end }) => isName(text.slice(start + 1, end), me))
}

function isName(name: string, { username }: UserFromGetMe): boolean {
  return name.toLowerCase() === username.toLowerCase()
}
