// An answer that is being made: what answers an interaction says in place of "thinking" how far it is; elsewhere there is only
// the sign that somebody writes, and no message that would have to be changed again and again.

import { Routes } from 'discord.js'
import type { Message } from '../../src/domain.ts'
import type { Progress } from '../../src/ports.ts'
import { type InteractionAddress, interactionOfKey, messageOfKey } from './address.ts'
import type { Api } from './api.ts'
import { postOf } from './payload.ts'
import { renderMessage } from './render.ts'
import { bodyOf } from './wire.ts'

/** More edits than this Discord does not take for long. The sign vanishes after 10 seconds. */
const PACE = { everyMs: 2_000, againMs: 8_000, isMessage: false }
const MOST_REMEMBERED = 1_000

export function createProgress(api: Api): Progress {
  const last = new Map<number, string>()

  async function edit(
    message: Message,
    { applicationId, token }: InteractionAddress,
    { shown, signal }: { readonly shown: number; readonly signal: AbortSignal },
  ): Promise<void> {
    const [payload] = renderMessage(message)
    if (!payload || last.get(shown) === payload.body) return
    last.set(shown, payload.body)
    const [oldest] = last.keys()
    if (last.size > MOST_REMEMBERED && oldest !== undefined) last.delete(oldest)
    const body = await bodyOf(api, postOf(payload), signal, { isEdit: true })
    await api.answer('PATCH', Routes.webhookMessage(applicationId, token), { body, signal })
  }

  return {
    pace: () => PACE,
    async show(_to, message, options) {
      const { answers = '' } = message
      const interaction = interactionOfKey(answers)
      if (interaction) return edit(message, interaction, options)
      const written = messageOfKey(answers)
      if (written) await api.call('POST', Routes.channelTyping(written.channelId), { signal: options.signal })
    },
  }
}
