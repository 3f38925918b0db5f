// The package, loaded with the first question and not before. It does not retry and does not log: both are ours.

import type OpenAI from 'openai'
import type { ClientOptions } from 'openai'
import { OPENAI_URL } from './profile.ts'
import type { OpenaiSettings } from './settings.ts'
import { NoReplyError } from './wire.ts'

/** No reply to a prompt of ours is nearly so long. */
const MAX_BYTES = 2_000_000
/** Longer than any deadline, which is ours and ends the call. */
const NEVER_MS = 24 * 3_600_000

/** Loads once, even when many ask at the same time. */
export function lazyClient(settings: OpenaiSettings): () => Promise<OpenAI> {
  let client: Promise<OpenAI> | undefined
  return () => (client ??= createClient(settings))
}

async function createClient({ OPENAI_API_KEY: key, OPENAI_BASE_URL: url }: OpenaiSettings): Promise<OpenAI> {
  const { default: Client } = await import('openai')
  return new Client({
    // It refuses to be made without a key, which servers of one's own do not ask for.
    apiKey: key ?? 'none',
    baseURL: url ?? OPENAI_URL,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: NEVER_MS,
    logLevel: 'off',
    fetch: await boundedFetch(),
  })
}

/**
 * Waits as long as the deadline allows, where Node's own fetch gives up after five minutes; reads no more than is sane; follows no
 * redirect, which could lead the key elsewhere.
 */
async function boundedFetch(): Promise<NonNullable<ClientOptions['fetch']>> {
  const { Agent, fetch, Response } = await import('undici')
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 })
  const bounded = async (url: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]) => {
    const response = await fetch(url, { ...init, dispatcher, redirect: 'manual' })
    const { status, statusText, headers } = response
    return new Response(response.body?.pipeThrough(atMost(MAX_BYTES)) ?? null, {
      status,
      statusText,
      headers,
    })
  }
  return bounded as unknown as NonNullable<ClientOptions['fetch']>
}

function atMost(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > maxBytes)
        controller.error(new NoReplyError(`its reply is larger than ${maxBytes / 1_000_000} MB`))
      else controller.enqueue(chunk)
    },
  })
}
