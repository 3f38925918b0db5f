// When a bot and this server, which live in one process, have nothing left to say to each other.

import type { Discord } from './discord.ts'

/** A byte that was written is read a turn or two later; after so many without a word there is none on its way. */
const TURNS = 40

/** For `createFakeClock`: time then passes only when every call that can be answered is. */
export async function quiet({ world }: Pick<Discord, 'world'>): Promise<void> {
  let heard = world.words
  for (let turns = 0; turns < TURNS; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    if (world.words !== heard) turns = 0
    heard = world.words
  }
}
