// The other side of the wire: a server that speaks the model API, on this machine. It answers as scripted, keeps what it was
// asked and what it billed; a request that nobody scripted gets 400 and fails the test when the server closes.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Asked, readAsked } from './asked.ts'
import { type Behaviour, isSaid, type Said, usageOf, type WireUsage } from './behaviour.ts'
import { chatEvents, chatReply } from './chat-wire.ts'
import { responsesEvents, responsesReply } from './responses-wire.ts'

/** What is done with every request that no behaviour was queued for. */
export type Writer = (asked: Asked) => Behaviour | undefined

export interface ModelServer extends AsyncDisposable {
  /** Ends in /v1. */
  readonly url: string
  readonly key: string
  /** In order; without the lists of models. */
  readonly asked: readonly Asked[]
  /** The tokens of every reply of the model that was sent whole. */
  readonly billed: readonly Required<WireUsage>[]
  /** Resolves when so many requests have come. */
  received(count: number): Promise<void>
  /** One behaviour for each of the next requests; these come before any writer. */
  script(...behaviours: readonly Behaviour[]): void
  writeAs(writer: Writer): void
}

export interface ModelServerOptions {
  readonly key?: string
  readonly models?: readonly string[]
  readonly writer?: Writer
}

export async function startModelServer({
  key = 'sk-test-0123456789abcdef0123',
  models = ['gpt-6-luna'],
  writer,
}: ModelServerOptions = {}): Promise<ModelServer> {
  const asked: Asked[] = []
  const billed: Required<WireUsage>[] = []
  const queue: Behaviour[] = []
  const unscripted: string[] = []
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  let writing = writer

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/^\/v1/, '')
    if (request.headers.authorization !== `Bearer ${key}`) {
      return refuse(response, {
        status: 401,
        error: { message: `Incorrect API key: ${key}`, code: 'invalid_api_key' },
      })
    }
    if (request.method === 'GET' && path === '/models') return listModels(response, models)
    if (request.method !== 'POST' || (path !== '/chat/completions' && path !== '/responses')) {
      unscripted.push(`${request.method} ${request.url}`)
      return refuse(response, { status: 404 })
    }
    const ask = readAsked(path, JSON.parse(await textOf(request)) as Record<string, unknown>)
    asked.push(ask)
    for (const { count, resolve } of waiting) if (count <= asked.length) resolve()
    const behaviour = queue.shift() ?? writing?.(ask)
    if (behaviour === undefined) {
      unscripted.push(`${request.method} ${request.url}\n${ask.user}`)
      return refuse(response, { status: 400, error: { message: 'nobody scripted this' } })
    }
    if (!isSaid(behaviour)) return misbehave(response, behaviour, ask)
    if (behaviour.usage !== 'none') billed.push(usageOf(behaviour, ask))
    say(response, behaviour, ask)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      unscripted.push(String(error))
      response.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    key,
    asked,
    billed,
    received: (count) =>
      count <= asked.length
        ? Promise.resolve()
        : new Promise((resolve) => void waiting.push({ count, resolve })),
    script: (...behaviours) => void queue.push(...behaviours),
    writeAs: (next) => {
      writing = next
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      if (unscripted.length > 0) throw new Error(`nobody scripted ${unscripted.join(', ')}`)
    },
  }
}

function say(response: ServerResponse, said: Said, asked: Asked): void {
  const isChat = asked.path === '/chat/completions'
  if (asked.isStream) {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'x-request-id': 'req_fake',
      ...said.headers,
    })
    for (const event of isChat ? chatEvents(said, asked) : responsesEvents(said, asked)) response.write(event)
    response.end()
    return
  }
  sendJson(response, 200, isChat ? chatReply(said, asked) : responsesReply(said, asked), said.headers)
}

function misbehave(response: ServerResponse, behaviour: Exclude<Behaviour, Said>, asked: Asked): void {
  if ('status' in behaviour) {
    refuse(response, behaviour)
  } else if ('html' in behaviour) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(behaviour.html)
  } else if ('trickle' in behaviour || ('cut' in behaviour && behaviour.cut === 'within')) {
    begin(response, asked)
    if ('cut' in behaviour) setImmediate(() => response.destroy())
  } else if ('cut' in behaviour) {
    response.destroy()
  }
  // Whoever hangs does nothing; the connection ends with the server or its client.
}

/** A reply without an end. */
function begin(response: ServerResponse, asked: Asked): void {
  response.writeHead(200, { 'content-type': asked.isStream ? 'text/event-stream' : 'application/json' })
  const said = { says: '{"ok": true, "points": [' }
  const events = asked.path === '/chat/completions' ? chatEvents(said, asked) : responsesEvents(said, asked)
  response.write(asked.isStream ? events[0] : '{"id": "chatcmpl-fake", "choices": [')
}

function refuse(
  response: ServerResponse,
  { status, error = {}, headers }: Extract<Behaviour, { status: number }>,
): void {
  const whole = { message: `The server answers ${status}.`, type: 'error', param: null, code: null, ...error }
  sendJson(response, status, { error: whole }, headers)
}

function listModels(response: ServerResponse, models: readonly string[]): void {
  const list = models.map((id) => ({ id, object: 'model', created: 1_772_521_200, owned_by: 'test' }))
  sendJson(response, 200, { object: 'list', data: list })
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_fake', ...headers })
    .end(JSON.stringify(value))
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
