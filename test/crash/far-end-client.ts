// The far end as a process of the harness sees it: over HTTP, with boundaries on the way of a send.

import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Chat, InboundEvent } from '../../src/domain.ts'
import type { Outcome } from '../../src/ports.ts'
import type { Pass } from './boundaries.ts'

/** An import would load every client that Node brings, in each of hundreds of processes. */
const { Agent, request } = process.getBuiltinModule('node:http')

export interface Heard {
  /** What has happened until then and was not heard yet; to a new process some of it again. */
  readonly events: readonly InboundEvent[]
  /** When something happens again. */
  readonly nextAt?: number
}

export interface FarEndClient {
  receive(chat: Chat, body: string, key: string): Promise<Outcome>
  hear(now: number): Promise<Heard>
}

export function createFarEndClient(url: string, pass: Pass): FarEndClient {
  const agent = new Agent({ keepAlive: true })
  let heard: number | undefined

  async function post(path: string, body: object): Promise<IncomingMessage> {
    const asked = request(`${url}${path}`, { method: 'POST', agent })
    asked.end(JSON.stringify(body))
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return response
  }

  return {
    async receive(chat, body, key) {
      pass('send: before the bytes leave')
      const response = await post('/send', { chat, body, key })
      pass('send: accepted, no outcome yet')
      const outcome = JSON.parse(await text(response)) as Outcome
      pass('send: after the outcome')
      return outcome
    },

    async hear(now) {
      const response = await post('/events', { now, heard })
      const { upTo, ...said } = JSON.parse(await text(response)) as Heard & { readonly upTo: number }
      heard = upTo
      return said
    },
  }
}
