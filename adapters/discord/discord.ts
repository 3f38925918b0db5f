// Discord as a chat platform: the parts of this folder behind the port.

import type { ChatAdapter, Clock, Log, Rate } from '../../src/ports.ts'
import { PLATFORM } from './address.ts'
import { createApi } from './api.ts'
import { evidenceOf } from './evidence.ts'
import { hear } from './listen.ts'
import { createPlaces } from './places.ts'
import { renderMessage } from './render.ts'
import { editPost, sendPayload } from './send.ts'
import type { DiscordSettings } from './settings.ts'

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
  let trouble: string | undefined

  return {
    platform: PLATFORM,
    render: renderMessage,
    rates: { platform: IN_ALL, chat: () => PER_CHANNEL },
    resendSafeMs: RESEND_SAFE_MS,

    send: (to, payload, { key, signal }) => sendPayload(parts, { to, payload, key, signal }),

    edit: (_to, receipt, payload, { signal }) => editPost(parts, { receipt, payload, signal }),

    evidence: (delivery, signal) => evidenceOf(parts, delivery, signal),

    listen: (accept, signal) =>
      hear(
        {
          ...parts,
          token,
          apiRoot,
          hearsMessages: settings.DISCORD_MESSAGES === 'yes',
          endpoint: endpointOf(settings),
          clock,
          log,
          tell(reason) {
            trouble = reason
          },
        },
        accept,
        signal,
      ),

    trouble: () => trouble,
  }
}

function endpointOf({
  DISCORD_PUBLIC_KEY: publicKey,
  DISCORD_HTTP_PORT: port,
  DISCORD_HTTP_HOST: host,
}: DiscordSettings) {
  return publicKey === undefined ? undefined : { publicKey, port: Number(port), host }
}
