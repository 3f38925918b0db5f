// A route of the API: which parameters it knows, and what it does.

import { z } from 'zod'
import type { Gateway } from './gateway.ts'
import type { World } from './world.ts'

/** What a call finds around it. */
export interface Scene {
  readonly world: World
  readonly gateway: Gateway
}

export interface Given {
  /** Of the address, by its names. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

/** `undefined` is an empty answer, 204. */
export interface Route {
  readonly name: string
  readonly method: string
  readonly pattern: RegExp
  readonly names: readonly string[]
  /** Whether the token of the bot must come with it. */
  readonly isForBot: boolean
  readonly status: number
  readonly body: z.ZodType
  run(scene: Scene, given: Given & { readonly body: unknown }): unknown
}

interface Options<Body> {
  readonly body?: z.ZodType<Body>
  readonly status?: number
  readonly isForBot?: boolean
}

export function route<Body = undefined>(
  name: string,
  { body = z.undefined() as unknown as z.ZodType<Body>, status = 200, isForBot = true }: Options<Body>,
  run: (scene: Scene, given: Given & { readonly body: Body }) => unknown,
): Route {
  const [method = '', path = ''] = name.split(' ')
  return {
    name,
    method,
    pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`),
    names: [...path.matchAll(/:(\w+)/g)].map(([, each = '']) => each),
    isForBot,
    status,
    body,
    run: (scene, given) => run(scene, { ...given, body: given.body as Body }),
  }
}
