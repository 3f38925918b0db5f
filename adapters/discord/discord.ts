// Discord as a chat platform: the parts of this folder behind the port.

import type { Payload } from '../../src/domain.ts'
import { reasonOf } from '../../src/errors.ts'
import type { ChatAdapter, Clock, Log, Rate } from '../../src/ports.ts'
import { messageOfReceipt, PLATFORM } from './address.ts'
import { createAdmins } from './admins.ts'
import { createApi } from './api.ts'
import { crosspost } from './crosspost.ts'
import { evidenceOf } from './evidence.ts'
import { examine } from './examine.ts'
import { missingRightsIn } from './examine-chat.ts'
import { hear } from './listen.ts'
import { postOf } from './payload.ts'
import { createPlaces } from './places.ts'
import { createProgress } from './progress.ts'
import { registerCommands } from './register.ts'
import { renderMessage } from './render.ts'
import { editPost, sendPayload } from './send.ts'
import type { DiscordSettings } from './settings.ts'
import { openThread } from './thread.ts'

export interface DiscordParts {
  readonly token: string
  readonly settings: DiscordSettings
  readonly clock: Clock
  readonly log: Log
}

/** Below what Discord takes, so that it never has to say so: 50 requests a second, of which others are made too. */
const IN_ALL: Rate = { sends: 40, perMs: 1_000 }
const PER_CHANNEL: Rate = { sends: 5, perMs: 5_000 }
/** Discord takes posts of one nonce for one post for some minutes; a minute is safe. */
const RESEND_SAFE_MS = 60_000

export function createDiscordAdapter({ token, settings, clock, log }: DiscordParts): ChatAdapter {
  const apiRoot = settings.DISCORD_API_ROOT
  const api = createApi({ token, apiRoot, clock })
  const places = createPlaces(api)
  const parts = { api, places }
  const admins = createAdmins({ api, clock })
  const endpoint = endpointOf(settings)
  const stopped = new AbortController()
  let trouble: string | undefined

  /** In the background: nobody waits for those who follow. Without a process it is left out. */
  function publish(receipt: string, payload: Payload): void {
    if (!postOf(payload).isForFollowers) return
    const channelId = messageOfReceipt(receipt)?.channelId
    if (channelId === undefined || places.place(channelId)?.kind !== 'announcement') return
    crosspost({ api, clock, log }, receipt, stopped.signal).catch((error: unknown) =>
      log.error('publishing to followers broke', { error: reasonOf(error) }),
    )
  }

  return {
    platform: PLATFORM,
    render: renderMessage,
    rates: { platform: IN_ALL, chat: () => PER_CHANNEL },
    resendSafeMs: RESEND_SAFE_MS,

    isAdmin: admins.isAdmin,

    async send(to, payload, { key, signal }) {
      const outcome = await sendPayload(parts, { to, payload, key, signal })
      if (outcome.kind === 'delivered') publish(outcome.receipt, payload)
      return outcome
    },

    edit: (_to, receipt, payload, { signal }) => editPost(parts, { receipt, payload, signal }),

    openThread: (where, name, signal) => openThread(parts, where, name, signal),

    missingRights: (chat, signal) => missingRightsIn(api, chat, signal),

    writesFirst: true,

    progress: createProgress(api),

    evidence: (delivery, signal) => evidenceOf(parts, delivery, signal),

    async listen(accept, signal) {
      const tell = (reason: string | undefined) => {
        trouble = reason
      }
      const hearsMessages = settings.DISCORD_MESSAGES === 'yes'
      const listening = { ...parts, token, apiRoot, hearsMessages, endpoint, admins, clock, log, tell }
      try {
        await hear(listening, accept, signal)
      } finally {
        stopped.abort()
      }
    },

    trouble: () => trouble,

    register: (commands, signal) => registerCommands(api, commands, signal),

    examine: (chats, signal) => examine({ api, apiRoot, endpoint }, chats, signal),
  }
}

function endpointOf({
  DISCORD_PUBLIC_KEY: publicKey,
  DISCORD_HTTP_PORT: port,
  DISCORD_HTTP_HOST: host,
}: DiscordSettings) {
  return publicKey === undefined ? undefined : { publicKey, port: Number(port), host }
}
