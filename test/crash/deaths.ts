import { lots } from '../fakes/lots.ts'
import type { ChainPlan } from './chain.ts'

type Deaths = Pick<ChainPlan, 'mostKills' | 'nextDeath'>

/** No process gets farther than this many boundaries. */
const FARTHEST = 30
/** About as long as a process works that nobody kills. */
const LONGEST_MS = 300

export const undisturbed: Deaths = { mostKills: 0, nextDeath: () => ({}) }

/**
 * Processes die after ever other numbers of boundaries, and every second one at the first boundary whose name is in
 * `unhit`, which loses it then.
 */
export function atBoundaries(seed: number, mostKills: number, unhit: Set<string> = new Set()): Deaths {
  const lot = lots(seed)
  let isAimed = false
  return {
    mostKills,
    nextDeath(diedLastAt) {
      if (diedLastAt !== undefined) unhit.delete(diedLastAt)
      isAimed = !isAimed
      return { at: 1 + Math.floor(FARTHEST * lot()), names: isAimed ? [...unhit] : [] }
    },
  }
}

export function atAnyMoment(seed: number, mostKills: number): Deaths {
  const lot = lots(seed)
  return { mostKills, nextDeath: () => ({ afterMs: LONGEST_MS * lot() }) }
}
