// Requests over HTTP: what they ask for, whether they may, and how their answers go back.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { ApiError, refusals } from './api-error.ts'
import type { Fault, Faults } from './fault.ts'
import type { Rates } from './rates.ts'
import type { Route, Scene } from './route.ts'
import { botRoutes } from './routes/bot.ts'
import { channelRoutes } from './routes/channels.ts'
import { interactionRoutes } from './routes/interactions.ts'

export interface Call {
  /** As this server names the route. */
  readonly route: string
  readonly path: string
  readonly body: unknown
  readonly params: Readonly<Record<string, string>>
  readonly at: number
  /** The status it was answered with; absent while, or because, there is no answer. */
  status?: number
  code?: number
}

export interface Requested {
  readonly scene: Scene
  readonly faults: Faults
  readonly rates: Rates
  readonly calls: Call[]
  isToken(token: string): boolean
  readonly closing: AbortSignal
}

const PREFIX = '/api/v10'
const ROUTES: readonly Route[] = [...botRoutes, ...channelRoutes, ...interactionRoutes]

interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export async function handle(
  requested: Requested,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world } = requested.scene
  world.words += 1
  response.on('finish', () => {
    world.words += 1
  })
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://here')
  const path = decodeURIComponent(pathname)
  const body = await bodyOf(request)
  const route = routeOf(request.method ?? '', path)
  const params = route ? paramsOf(route, path.slice(PREFIX.length)) : {}
  const call: Call = {
    route: route?.name ?? `${request.method} ${path}`,
    path,
    body,
    params,
    at: world.clock.now(),
  }
  requested.calls.push(call)
  if (!route) {
    world.report(`an address that this server does not know: ${call.route}`)
    return send(call, replyOf(refusals.notFound()), response)
  }
  if (route.isForBot && !requested.isToken(request.headers.authorization ?? ''))
    return send(call, replyOf(refusals.unauthorized()), response)
  const fault = requested.faults.take(route.name, params.channel)
  await answer(requested, { call, route, given: { params, query: searchParams, body }, fault }, response)
}

interface Asked {
  readonly call: Call
  readonly route: Route
  readonly given: Parameters<Route['run']>[1]
  readonly fault: Fault
}

async function answer(requested: Requested, asked: Asked, response: ServerResponse): Promise<void> {
  const { call, fault } = asked
  if (fault.kind === 'refused') {
    const { status, code, message = 'Refused' } = fault
    return send(call, replyOf(new ApiError(status, code, message)), response)
  }
  if (fault.kind === 'too-many') return send(call, tooMany(fault.retryAfter, fault.scope), response)
  const isDone = !('isAccepted' in fault) || fault.isAccepted
  const reply = isDone ? replyTo(requested, asked) : { status: 500 }
  switch (fault.kind) {
    case 'ok':
      return send(call, reply, response)
    case 'slow':
      await requested.scene.world.clock.sleep(fault.ms, requested.closing)
      return send(call, reply, response)
    case 'broken':
      return send(call, { status: 500, body: { message: '500: Internal Server Error', code: 0 } }, response)
    case 'dropped':
      response.destroy()
      return
    case 'silent':
      return
  }
}

function replyTo({ scene, rates }: Requested, { call, route, given }: Asked): Reply {
  const limited = rates.check(route.name, given.params)
  if ('retryAfter' in limited) return tooMany(limited.retryAfter, limited.scope, limited.headers)
  try {
    const result = route.run(scene, { ...given, body: route.body.parse(given.body) })
    return { status: result === undefined ? 204 : route.status, body: result, headers: limited.headers }
  } catch (error) {
    if (error instanceof ApiError) return { ...replyOf(error), headers: limited.headers }
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    scene.world.report(`${call.route}: ${problem} in ${JSON.stringify(given.body)}`)
    return replyOf(new ApiError(400, 50_035, 'Invalid Form Body'))
  }
}

function replyOf({ status, code, message, errors }: ApiError): Reply {
  return { status, body: { code, message, ...(errors !== undefined && { errors }) } }
}

/** Seconds as a fraction in the body, and whole ones in the head. */
function tooMany(
  retryAfter: number,
  scope: string = 'user',
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: scope === 'global' },
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
    },
  }
}

function send(call: Call, { status, body, headers }: Reply, response: ServerResponse): void {
  call.status = status
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'number')
    call.code = body.code
  // An empty answer must not say that it is JSON.
  response.writeHead(status, {
    ...headers,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

function routeOf(method: string, path: string): Route | undefined {
  if (!path.startsWith(PREFIX)) return undefined
  const rest = path.slice(PREFIX.length)
  return ROUTES.find((route) => route.method === method && route.pattern.test(rest))
}

function paramsOf({ pattern, names }: Route, path: string): Readonly<Record<string, string>> {
  const [, ...found] = pattern.exec(path) ?? []
  return Object.fromEntries(names.map((name, at) => [name, found[at] ?? '']))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}
