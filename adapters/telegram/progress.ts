// An answer that is being made: in a private chat a draft, which only its person sees and can stop; elsewhere the sign that
// somebody writes, and no message that would have to be changed again and again.

import type { Chat, Message } from '../../src/domain.ts'
import type { Progress } from '../../src/ports.ts'
import { chatIdOf, threadIdOf } from './address.ts'
import { type Bot, grammySignal } from './bot.ts'
import { postOf } from './payload.ts'
import { renderMessage } from './render.ts'

/** A draft vanishes after 30 seconds, the sign after 5. */
const DRAFT = { everyMs: 1_000, againMs: 20_000, isMessage: true }
const TYPING = { everyMs: 4_000, againMs: 4_000, isMessage: false }

export function createProgress(bot: Bot): Progress {
  return {
    pace: ({ kind }) => (kind === 'private' ? DRAFT : TYPING),
    show: (to, message, { shown, signal }) =>
      to.kind === 'private' ? showDraft(bot, to, { message, shown, signal }) : showTyping(bot, to, signal),
  }
}

async function showDraft(
  { api }: Bot,
  to: Chat,
  {
    message,
    shown,
    signal,
  }: { readonly message: Message; readonly shown: number; readonly signal: AbortSignal },
): Promise<void> {
  const [payload] = renderMessage(message, to)
  if (!payload) return
  const draft = { draft_id: shown, text: postOf(payload).text, parse_mode: 'HTML' as const, can_stop: true }
  await api.sendMessageDraft({ chat_id: Number(to.id), ...topicOf(to), ...draft }, grammySignal(signal))
}

export async function showTyping({ api }: Bot, to: Chat, signal: AbortSignal): Promise<void> {
  // Nobody sees it there.
  if (to.kind === 'channel') return
  await api.sendChatAction({ chat_id: chatIdOf(to), action: 'typing', ...topicOf(to) }, grammySignal(signal))
}

function topicOf(to: Chat) {
  const threadId = threadIdOf(to)
  return threadId === undefined ? {} : { message_thread_id: threadId }
}
