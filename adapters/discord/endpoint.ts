// Interactions as requests of Discord, behind a proxy that speaks TLS. Each is signed, and Discord tries now and then whether
// a wrong signature is refused.

import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type APIInteraction, InteractionType } from 'discord.js'
import { reasonOf } from '../../src/errors.ts'
import type { Log } from '../../src/ports.ts'
import type { Callback } from './respond.ts'

export interface EndpointPlace {
  readonly publicKey: string
  readonly port: number
  readonly host: string
}

export interface EndpointParts {
  readonly log: Log
  /** Says the first word to an interaction through `say`, before it resolves. */
  readonly respond: (interaction: APIInteraction, say: (callback: Callback) => Promise<void>) => Promise<void>
}

const MAX_BYTES = 1_000_000
/** What stands before the 32 bytes of a key of this kind in the form that Node reads. */
const KEY_PREFIX = '302a300506032b6570032100'
const PONG: Callback = { type: 1 }

export async function serveEndpoint(
  parts: EndpointParts,
  place: EndpointPlace,
  signal: AbortSignal,
): Promise<void> {
  const key = createPublicKey({
    key: Buffer.from(KEY_PREFIX + place.publicKey, 'hex'),
    format: 'der',
    type: 'spki',
  })
  const server = createServer((request, response) => {
    answer(parts, key, request, response).catch((error: unknown) => {
      parts.log.error('an interaction broke', { error: reasonOf(error) })
      end(response, 500)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place.port, place.host, resolve)
  })
  await aborted(signal)
  server.closeIdleConnections()
  await new Promise((resolve) => server.close(resolve))
}

async function answer(
  { respond }: EndpointParts,
  key: KeyObject,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return end(response, 405)
  const body = await bodyOf(request)
  if (!isSigned(request, body, key)) return end(response, 401)
  const interaction = interactionIn(body)
  if (!interaction) return end(response, 400)
  if (interaction.type === InteractionType.Ping) return end(response, 200, PONG)
  await respond(interaction, async (callback) => end(response, 200, callback))
  if (!response.writableEnded) end(response, 400)
}

function isSigned({ headers }: IncomingMessage, body: Buffer, key: KeyObject): boolean {
  const signature = Buffer.from(String(headers['x-signature-ed25519'] ?? ''), 'hex')
  const timestamp = String(headers['x-signature-timestamp'] ?? '')
  return (
    signature.length === 64 && verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, signature)
  )
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return Buffer.alloc(0)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function interactionIn(body: Buffer): APIInteraction | undefined {
  try {
    const given: unknown = JSON.parse(body.toString('utf8'))
    return typeof given === 'object' && given !== null && 'type' in given
      ? (given as APIInteraction)
      : undefined
  } catch {
    return undefined
  }
}

function end(response: ServerResponse, status: number, callback?: Callback): void {
  if (callback) response.setHeader('content-type', 'application/json')
  response.writeHead(status).end(callback && JSON.stringify(callback))
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
