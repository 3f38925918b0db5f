// Telegram as a chat platform: the parts of this folder behind the port.

import type { Update } from 'grammy/types'
import type { InboundEvent } from '../../src/domain.ts'
import { reasonOf } from '../../src/errors.ts'
import type { Accept, Ack, ChatAdapter, Clock, Log, Rate, Turn } from '../../src/ports.ts'
import { PLATFORM } from './address.ts'
import { createIsAdmin } from './admins.ts'
import { createBot } from './bot.ts'
import { evidenceOf } from './evidence.ts'
import { examine } from './examine.ts'
import { reasonOfFailure } from './failure.ts'
import { createLastReceipts } from './last-receipts.ts'
import { postOf } from './payload.ts'
import { knownFailure, poll } from './poll.ts'
import { probeFor } from './probe.ts'
import { createProgress } from './progress.ts'
import { readUpdate } from './read-update.ts'
import { registerCommands } from './register.ts'
import { renderMessage } from './render.ts'
import { respond } from './respond.ts'
import { createSeen } from './seen.ts'
import { editPost, sendPost } from './send.ts'
import type { TelegramSettings } from './settings.ts'
import { eventOf } from './updates.ts'
import { serveWebhook } from './webhook.ts'

export interface TelegramParts {
  readonly token: string
  readonly settings: TelegramSettings
  readonly clock: Clock
  readonly log: Log
}

/** Below what Telegram takes, so that it never has to say so. */
const IN_ALL: Rate = { sends: 25, perMs: 1_000 }
const PRIVATE: Rate = { sends: 1, perMs: 1_000 }
const SHARED: Rate = { sends: 20, perMs: 60_000 }

export function createTelegramAdapter({ token, settings, clock, log }: TelegramParts): ChatAdapter {
  const apiRoot = settings.TELEGRAM_API_ROOT
  const bot = createBot({ token, apiRoot })
  const seen = createSeen()
  const lastReceipts = createLastReceipts()
  const webhook = webhookOf(settings)
  let trouble: string | undefined

  /** Stores what it is told before it returns; what is said back at once does not keep the next one waiting. */
  function createTake(
    { accept, turn }: { readonly accept: Accept; readonly turn: Turn },
    saying: Set<Promise<void>>,
    signal: AbortSignal,
  ) {
    return async (given: Update): Promise<void> => {
      const read = readUpdate(given)
      if ('problem' in read) return log.warn('an update could not be read', { problem: read.problem })
      const { update } = read
      const me = await bot.me(signal)
      seen.note(update, me)
      const event = eventOf(update, { me, seen, now: clock.now() })
      if (!event) return
      const { promise: stored, resolve } = Promise.withResolvers<void>()
      const ack = accept(event, resolve)
      await Promise.race([stored, ack])
      const said = sayBack(event, { ack, turn, pressId: update.callback_query?.id }).finally(() =>
        saying.delete(said),
      )
      saying.add(said)
    }
  }

  /** What stops listening still says what it began to. A press that is too old, or a chat that is gone, is nobody's fault. */
  async function sayBack(
    event: InboundEvent,
    {
      ack,
      turn,
      pressId,
    }: { readonly ack: Promise<Ack>; readonly turn: Turn; readonly pressId: string | undefined },
  ): Promise<void> {
    const { signal } = new AbortController()
    try {
      const outcome = await respond({ bot, log, signal, turn }, event, { ack: await ack, pressId })
      if (outcome && outcome.kind !== 'delivered')
        log.warn('a reply was not delivered', { chat: event.chat.id, outcome: outcome.kind })
    } catch (error) {
      const failure = knownFailure(error)
      if (failure)
        log.debug('nothing was said back', { chat: event.chat.id, reason: reasonOfFailure(failure) })
      else log.error('what was to be said back broke', { chat: event.chat.id, error: reasonOf(error) })
    }
  }

  return {
    platform: PLATFORM,
    render: renderMessage,
    rates: { platform: IN_ALL, chat: ({ kind }) => (kind === 'private' ? PRIVATE : SHARED) },
    isAdmin: createIsAdmin({ bot, clock }),
    progress: createProgress(bot),

    async send(to, payload, { signal }) {
      const outcome = await sendPost(bot, to, postOf(payload), signal)
      if (outcome.kind === 'delivered') lastReceipts.note(outcome.receipt)
      return outcome
    },

    edit: (to, receipt, payload, { signal }) => editPost(bot, to, { receipt, post: postOf(payload), signal }),

    async listen(accept, signal, turn = async () => true) {
      const saying = new Set<Promise<void>>()
      const take = createTake({ accept, turn }, saying, signal)
      const tell = (reason: string | undefined) => {
        trouble = reason
      }
      const parts = { bot, clock, log, tell }
      await (webhook ? serveWebhook(parts, webhook, take, signal) : poll(parts, take, signal))
      await Promise.all(saying)
    },

    trouble: () => trouble,

    async evidence(delivery, signal) {
      const evidence = await evidenceOf({ bot, clock, seen }, delivery, signal)
      if (evidence !== 'unknown' || settings.TELEGRAM_ID_PROBE === 'no') return evidence
      return probeFor(bot, delivery, lastReceipts.of(delivery.chat.id), signal)
    },

    register: (commands, signal) => registerCommands(bot, commands, signal),

    examine: (chats, signal) =>
      examine({ bot, clock, token, apiRoot, webhookUrl: webhook?.url }, chats, signal),
  }
}

function webhookOf(settings: TelegramSettings) {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = settings
  if (url === undefined || secret === undefined) return undefined
  return { url, secret, port: Number(settings.TELEGRAM_WEBHOOK_PORT), host: settings.TELEGRAM_WEBHOOK_HOST }
}
