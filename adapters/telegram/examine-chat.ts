// Whether the bot can post to a chat, and hear what is said there.

import type { ChatMember } from 'grammy/types'
import type { Chat } from '../../src/domain.ts'
import type { Problem } from '../../src/ports.ts'
import { chatIdOf } from './address.ts'
import { type Bot, grammySignal } from './bot.ts'
import { failureOf, reasonOfFailure } from './failure.ts'
import { abilityOf } from './membership.ts'
import { problem } from './problem.ts'

export async function examineChat(bot: Bot, chat: Chat, signal: AbortSignal): Promise<readonly Problem[]> {
  try {
    return chat.kind === 'private'
      ? await privateProblems(bot, chat, signal)
      : await placeProblems(bot, chat, signal)
  } catch (error) {
    return [
      problem(
        'error',
        `${nameOf(chat)} cannot be looked at. ${reasonOfFailure(failureOf(error))}`,
        'Add the bot to it again, or remove its subscription.',
      ),
    ]
  }
}

/** Throws for somebody who never wrote to the bot. */
async function privateProblems({ api }: Bot, chat: Chat, signal: AbortSignal): Promise<readonly Problem[]> {
  await api.getChat({ chat_id: chatIdOf(chat) }, grammySignal(signal))
  return []
}

async function placeProblems(bot: Bot, chat: Chat, signal: AbortSignal): Promise<readonly Problem[]> {
  const me = await bot.me(signal)
  const member = await bot.api.getChatMember(
    { chat_id: chatIdOf(chat), user_id: me.id },
    grammySignal(signal),
  )
  const right = rightProblem(member, chat)
  if (right) return [right]
  const hearsAll = me.can_read_all_group_messages || member.status === 'administrator'
  return chat.kind === 'channel' || hearsAll ? [] : [privacyProblem(chat)]
}

function rightProblem(member: ChatMember, chat: Chat): Problem | undefined {
  const isChannel = chat.kind === 'channel'
  switch (abilityOf(member, isChannel ? 'channel' : 'supergroup')) {
    case 'post':
      return undefined
    case 'nothing':
      return problem(
        'error',
        `The bot is not in ${nameOf(chat)}.`,
        'Add it again, or remove the subscription.',
      )
    case 'not-post':
      return problem(
        'error',
        `The bot may not post to ${nameOf(chat)}.`,
        isChannel
          ? 'Make it an admin of the channel with the right “Post messages”.'
          : 'Let it send messages there, in the permissions of the group.',
      )
  }
}

function privacyProblem(chat: Chat): Problem {
  return problem(
    'warning',
    `Privacy mode is on: in ${nameOf(chat)} the bot hears commands and replies to it, and may not hear mentions.`,
    'If mentions matter, turn privacy mode off with @BotFather and add the bot to the group again, or make it an admin.',
  )
}

function nameOf({ platform, id }: Chat): string {
  return `${platform}:${id}`
}
