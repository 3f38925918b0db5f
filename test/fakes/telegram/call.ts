// One call of a method, from its parameters to its answer or its failure.

import { z } from 'zod'
import { ApiError, badRequest, tooMany } from './api-error.ts'
import { type Given, isWellFormed } from './body.ts'
import type { Fault } from './fault.ts'
import type { Method, Scene } from './method.ts'
import type { Rates } from './rates.ts'

export interface Call {
  readonly method: string
  readonly params: Given
  readonly at: number
  /** The status it was answered with; absent while, or because, there is no answer. */
  status?: number
}

/** What goes back over the wire. */
export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: string
      readonly type?: string
      readonly retryAfter?: number
    }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'silent' }

export interface Server {
  readonly scene: Scene
  readonly rates: Rates
}

export async function replyTo(server: Server, call: Call, method: Method, fault: Fault): Promise<Reply> {
  if (isBefore(fault)) return failure(fault)
  const answer = await answerTo(server, call, method)
  switch (fault.kind) {
    case 'slow':
      await server.scene.world.clock.sleep(fault.ms, server.scene.signal)
      return answer
    case 'ok':
    case 'refused':
    case 'too-many':
      return answer
    case 'broken':
    case 'dropped':
    case 'silent':
      return failure(fault)
  }
}

function isBefore(fault: Fault): boolean {
  if (fault.kind === 'refused' || fault.kind === 'too-many') return true
  return 'isAccepted' in fault && !fault.isAccepted
}

function failure(fault: Fault): Reply {
  switch (fault.kind) {
    case 'refused':
      return refusal(new ApiError(fault.code, fault.text, fault.parameters))
    case 'too-many':
      return refusal(tooMany(fault.retryAfter))
    case 'broken':
      return broken(fault.as)
    case 'dropped':
    case 'silent':
      return { kind: fault.kind }
    case 'ok':
    case 'slow':
      throw new Error(`${fault.kind} is no failure`)
  }
}

function broken(as: 'json' | 'html' | 'nonsense'): Reply {
  switch (as) {
    case 'json':
      return refusal(new ApiError(500, 'sent message was immediately deleted'))
    case 'html':
      return { kind: 'answer', status: 502, type: 'text/html', body: '<html><h1>502 Bad Gateway</h1></html>' }
    case 'nonsense':
      return { kind: 'answer', status: 200, body: '{"ok":tru' }
  }
}

async function answerTo({ scene, rates }: Server, call: Call, method: Method): Promise<Reply> {
  try {
    if (!isWellFormed(call.params)) throw badRequest('strings must be encoded in UTF-8')
    checkRate(scene, rates, call)
    const result = await method.run(scene, call.params)
    return { kind: 'answer', status: 200, body: JSON.stringify({ ok: true, result }) }
  } catch (error) {
    if (error instanceof ApiError) return refusal(error)
    if (!(error instanceof z.ZodError)) throw error
    scene.world.report(`${call.method}: ${problemOf(error)} in ${JSON.stringify(call.params)}`)
    return refusal(badRequest(`this server does not take that: ${problemOf(error)}`))
  }
}

function checkRate({ world }: Scene, rates: Rates, { method, params }: Call): void {
  const chat = world.chats.get(Number(params.chat_id))
  if (chat) rates.check(method, chat)
}

function problemOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join(', ')
}

export function refusal({ code, message, parameters }: ApiError): Reply {
  const body = JSON.stringify({ ok: false, error_code: code, description: message, parameters })
  const retryAfter = parameters?.retry_after
  return { kind: 'answer', status: code, body, ...(retryAfter !== undefined && { retryAfter }) }
}
