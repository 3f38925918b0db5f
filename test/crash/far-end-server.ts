// The other side, which outlives every process: a chat platform over HTTP, and a server with one feed.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { systemClock } from '../../src/clock.ts'
import type { Chat, InboundEvent } from '../../src/domain.ts'
import { createFarEnd, type FarEnd } from '../fakes/far-end.ts'

/** What it offers again to a process that says that it has heard nothing: a platform never got its confirmation. */
const OFFERED_AGAIN = 2

export interface FarEndServer extends AsyncDisposable {
  readonly url: string
  readonly farEnd: FarEnd
}

export interface FarEndServerOptions {
  readonly knowsKeys: boolean
  /** In the order of their times. */
  readonly events: readonly InboundEvent[]
  /** The feed as it is at a time. */
  readonly feedAt: (now: number) => string
}

export async function serveFarEnd(options: FarEndServerOptions): Promise<FarEndServer> {
  const farEnd = createFarEnd({ clock: systemClock, knowsKeys: options.knowsKeys })
  const hear = createHearing(options.events)
  /** What it takes for the present: when somebody was here last. */
  let now = 0
  const server = createServer((request, response) => void answer(request, response))
  // A process that was kept waiting for the processor finds its connection as it left it.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the far end has no port')

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/feed') return answerFeed(request, response, options.feedAt(now))
    const said = JSON.parse(await text(request)) as Hearing | Sent
    const answered = 'now' in said ? hearAt(said) : await receive(said)
    response.flushHeaders()
    response.end(JSON.stringify(answered))
  }

  function hearAt(hearing: Hearing) {
    now = hearing.now
    return hear(hearing)
  }

  const receive = ({ chat, body, key }: Sent) => farEnd.receive(chat, body, key)

  return {
    url: `http://127.0.0.1:${address.port}`,
    farEnd,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

interface Sent {
  readonly chat: Chat
  readonly body: string
  readonly key: string
}

interface Hearing {
  readonly now: number
  /** Up to which event the process has heard; a new one does not know. */
  readonly heard?: number
}

function createHearing(events: readonly InboundEvent[]) {
  let confirmed = 0
  return ({ now, heard }: Hearing) => {
    confirmed = Math.max(confirmed, heard ?? 0)
    const from = heard ?? Math.max(0, confirmed - OFFERED_AGAIN)
    const come = events.slice(from).filter(({ at }) => at <= now)
    const upTo = from + come.length
    return { events: come, upTo, nextAt: events[upTo]?.at }
  }
}

function answerFeed(request: IncomingMessage, response: ServerResponse, feed: string): void {
  const etag = `"${feed.length}"`
  const headers = { etag, 'content-type': 'application/rss+xml', 'cache-control': 'max-age=2800' }
  const isKnown = request.headers['if-none-match'] === etag
  response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? undefined : feed)
}
