// GET /health: does every stage move? GET /ready: has the desk looked at everything once? For supervisors, which read the
// status code, and people, who read the JSON.

import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Desk, DeskHealth } from '../desk.ts'
import { UserError } from '../errors.ts'

/** Ends with its disposal. Throws UserError when the port cannot be had. */
export async function serveHealth(
  desk: Pick<Desk, 'health'>,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer(answer(desk)).listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new UserError(`Port ${port} on ${host} cannot be used. Set HEALTH_PORT to a free one.`, { cause })
  }
  return { port: portOf(server), [Symbol.asyncDispose]: () => closed(server) }
}

function answer(desk: Pick<Desk, 'health'>): RequestListener {
  return ({ method, url }, response) => {
    const health = desk.health()
    const isGood = { '/health': isMoving(health), '/ready': health.isReady }[url?.split('?')[0] ?? '']
    const isAsked = isGood !== undefined && (method === 'GET' || method === 'HEAD')
    response.writeHead(isAsked ? (isGood ? 200 : 503) : 404, { 'content-type': 'application/json' })
    response.end(isAsked && method === 'GET' ? JSON.stringify(health) : undefined)
  }
}

function isMoving({ stages }: DeskHealth): boolean {
  return stages.every(({ stuckMs, problem }) => stuckMs === undefined && problem === undefined)
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function closed(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}
