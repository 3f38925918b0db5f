// A web server on this machine that answers as scripted and keeps what it was asked. What nobody scripted gets 404, and
// fails the test when the server closes.

import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface WebServer extends AsyncDisposable {
  readonly url: string
  /** What was asked, in order. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[]
  /** Answers a path from now on; a listener writes its answer itself. */
  script(path: string, reply: Reply | RequestListener): void
}

/** Pages by path, query included. */
export async function startWebServer(
  pages: Readonly<Record<string, Reply | RequestListener>> = {},
): Promise<WebServer> {
  const scripted = new Map(Object.entries(pages))
  const unscripted: string[] = []
  const asked: { path: string; headers: IncomingHttpHeaders }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const reply = scripted.get(path)
    if (!reply) unscripted.push(`${request.method} ${path}`)
    if (typeof reply === 'function') return reply(request, response)
    const { status = 200, headers = {}, body = '' } = reply ?? { status: 404 }
    response.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    script: (path, reply) => void scripted.set(path, reply),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      if (unscripted.length > 0) throw new Error(`nobody scripted ${unscripted.join(', ')}`)
    },
  }
}
