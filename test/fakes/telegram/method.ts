// A method of the Bot API: which parameters it knows, and what it does.

import { z } from 'zod'
import type { Polls } from './polls.ts'
import type { Webhook } from './webhook.ts'
import type { World } from './world.ts'

/** What a call finds around it; the signal aborts when the caller hangs up. */
export interface Scene {
  readonly world: World
  readonly polls: Polls
  readonly webhook: Webhook
  readonly signal: AbortSignal
}

export interface Method {
  readonly params: z.ZodObject
  run(scene: Scene, params: unknown): unknown
}

export function method<S extends z.core.$ZodLooseShape>(
  shape: S,
  run: (scene: Scene, params: z.output<z.ZodObject<S, z.core.$strict>>) => unknown,
): Method {
  const params = z.strictObject(shape)
  return { params, run: (scene, given) => run(scene, params.parse(given)) }
}
