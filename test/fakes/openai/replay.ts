// Recorded replies, given again: a server that answers each request with what a real one once answered to the same, and, to
// record, one that passes requests on. What was asked is known by its hash, in which fences, drawn anew each time, are all the
// same. Keys are never written down.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

interface Recorded {
  readonly request: { readonly path: string; readonly body: unknown }
  readonly status: number
  readonly contentType: string
  readonly body: string
}

export interface Replay extends AsyncDisposable {
  /** Ends in /v1. */
  readonly url: string
}

/** Replies are files of that folder. With `from`, the address of a model server, what is missing is asked there and kept. */
export async function startReplay(folder: string, from?: string): Promise<Replay> {
  const missing: string[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      missing.push(String(error))
      response.destroy()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/^\/v1/, '')
    const body = await textOf(request)
    const file = join(folder, `${keyOf(path, body)}.json`)
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : undefined
    const recorded = kept ?? (from === undefined ? undefined : await record(from, path, body, request))
    if (recorded && !kept) keep(folder, file, recorded)
    if (!recorded) missing.push(`${path} ${body.slice(0, 400)}`)
    const { status = 400, contentType = 'application/json', body: text = NOT_RECORDED } = recorded ?? {}
    response.writeHead(status, { 'content-type': contentType }).end(text)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      if (missing.length > 0) throw new Error(`nobody recorded ${missing.join('\n')}`)
    },
  }
}

const NOT_RECORDED = '{"error":{"message":"nobody recorded this"}}'

function keyOf(path: string, body: string): string {
  return createHash('sha256')
    .update(`${path}\n${withoutFences(body)}`)
    .digest('hex')
    .slice(0, 24)
}

function withoutFences(text: string): string {
  return text.replace(/(<<\/?[a-z]+:)[0-9a-f]{32}>>/g, '$1fence>>')
}

async function record(from: string, path: string, body: string, request: IncomingMessage): Promise<Recorded> {
  const headers = { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' }
  const replied = await fetch(from + path, {
    method: request.method ?? 'POST',
    headers,
    ...(body && { body }),
  })
  return {
    request: { path, body: body === '' ? null : (JSON.parse(withoutFences(body)) as unknown) },
    status: replied.status,
    contentType: replied.headers.get('content-type') ?? 'application/json',
    body: await replied.text(),
  }
}

function keep(folder: string, file: string, recorded: Recorded): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`)
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
