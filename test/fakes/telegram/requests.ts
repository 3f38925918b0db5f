// Requests over HTTP: whose they are, what they call, and how their answers go back.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError } from './api-error.ts'
import { readBody } from './body.ts'
import { type Call, type Reply, refusal, replyTo } from './call.ts'
import type { Faults } from './fault.ts'
import type { Scene } from './method.ts'
import { METHODS, methodName } from './methods/all.ts'
import type { Rates } from './rates.ts'

export interface Requested {
  readonly scene: Omit<Scene, 'signal'>
  readonly rates: Rates
  readonly faults: Faults
  /** Every call is kept, in order. */
  readonly calls: Call[]
  /** What the token in a path is worth. */
  judge(token: string): 'good' | 'revoked' | 'unknown'
  readonly closing: AbortSignal
}

export async function handle(
  requested: Requested,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { scene, rates, faults, calls, closing } = requested
  scene.world.words += 1
  response.on('finish', () => {
    scene.world.words += 1
  })
  const [, token, called = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
  const name = methodName(called)
  const method = METHODS.get(name ?? '')
  const params = await readBody(request, method?.params)
  const call: Call = { method: name ?? called, params, at: scene.world.clock.now() }
  calls.push(call)
  const denied = denial(requested, token, call)
  if (denied || !method) {
    sendReply(call, refusal(denied ?? new ApiError(404, 'method not found')), response)
    return
  }
  const hangUp = new AbortController()
  response.on('close', () => response.writableFinished || hangUp.abort())
  const signal = AbortSignal.any([hangUp.signal, closing])
  const fault = faults.take(call.method, params.chat_id)
  sendReply(call, await replyTo({ scene: { ...scene, signal }, rates }, call, method, fault), response)
}

/** Only a token that was taken away is refused without failing the test. */
function denial({ scene, judge }: Requested, token: string | undefined, call: Call): ApiError | undefined {
  const reported = (error: ApiError, problem: string) => {
    scene.world.report(`${problem}: ${call.method} ${JSON.stringify(call.params)}`)
    return error
  }
  if (token === undefined) return reported(new ApiError(404, ''), 'a path that is none of the Bot API')
  if (!/^\d+:[\w-]{1,80}$/.test(token)) {
    return reported(new ApiError(401, 'invalid token specified'), 'a malformed token')
  }
  const worth = judge(token)
  if (worth === 'unknown') return reported(new ApiError(401, ''), 'the token of nobody')
  if (worth === 'revoked') return new ApiError(401, '')
  if (METHODS.has(call.method)) return undefined
  return reported(new ApiError(404, 'method not found'), 'a method this server does not know')
}

function sendReply(call: Call, reply: Reply, response: ServerResponse): void {
  switch (reply.kind) {
    case 'silent':
      return
    case 'dropped':
      response.destroy()
      return
    case 'answer':
      call.status = reply.status
      response.writeHead(reply.status, {
        'content-type': reply.type ?? 'application/json',
        ...(reply.retryAfter !== undefined && { 'retry-after': String(reply.retryAfter) }),
      })
      response.end(reply.body)
  }
}
