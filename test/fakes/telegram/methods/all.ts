// The methods that this server knows, under the names that the Bot API gives them.

import type { Method } from '../method.ts'
import * as bot from './bot.ts'
import * as messages from './messages.ts'
import * as updates from './updates.ts'

export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...bot, ...messages, ...updates }),
)

const BY_LOWER_CASE = new Map([...METHODS.keys()].map((name) => [name.toLowerCase(), name]))

/** Their case does not matter to the Bot API. */
export function methodName(called: string): string | undefined {
  return BY_LOWER_CASE.get(called.toLowerCase())
}
