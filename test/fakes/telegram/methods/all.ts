// The methods that this server knows, under the names that the Bot API gives them.

import type { Method } from '../method.ts'
import * as bot from './bot.ts'
import * as chats from './chats.ts'
import * as commands from './commands.ts'
import * as copies from './copies.ts'
import * as edits from './edits.ts'
import * as ephemerals from './ephemerals.ts'
import * as messages from './messages.ts'
import * as photos from './photos.ts'
import * as profile from './profile.ts'
import * as rich from './rich.ts'
import * as signs from './signs.ts'
import * as topics from './topics.ts'
import * as updates from './updates.ts'

export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...bot,
    ...chats,
    ...commands,
    ...copies,
    ...edits,
    ...ephemerals,
    ...messages,
    ...photos,
    ...profile,
    ...rich,
    ...signs,
    ...topics,
    ...updates,
  }),
)

const BY_LOWER_CASE = new Map([...METHODS.keys()].map((name) => [name.toLowerCase(), name]))

/** Their case does not matter to the Bot API. */
export function methodName(called: string): string | undefined {
  return BY_LOWER_CASE.get(called.toLowerCase())
}
