import { lots } from '../fakes/lots.ts'
import type { ChainPlan } from './chain.ts'

type Deaths = Pick<ChainPlan, 'mostKills' | 'nextDeath'>

/** No process gets farther than this many boundaries, as a rule. */
const FARTHEST = 30
/** Who kills process after process is given up after ten of them. Nobody does here: before that, one gets far. */
const MOST_AIMED = 5
const MOST_NEAR = 8
const FAR = 80
/** About as long as a process works that nobody kills. */
const LONGEST_MS = 300

export const undisturbed: Deaths = { mostKills: 0, nextDeath: () => ({}) }

/**
 * Processes die after ever other numbers of boundaries, and at the first boundary whose name is in `unhit`, which loses
 * it then.
 */
export function atBoundaries(seed: number, mostKills: number, unhit: Set<string> = new Set()): Deaths {
  const lot = lots(seed)
  return {
    mostKills,
    nextDeath(deaths, atThisTime) {
      unhit.delete(deaths.at(-1) ?? '')
      if (atThisTime >= MOST_NEAR) return { at: FAR }
      return { at: 1 + Math.floor(FARTHEST * lot()), names: atThisTime < MOST_AIMED ? [...unhit] : [] }
    },
  }
}

/** One process after the other dies at the first boundary of those it comes to. */
export function atEachOf(names: ReadonlySet<string>): Deaths {
  const left = new Set(names)
  return {
    mostKills: names.size,
    nextDeath(deaths) {
      left.delete(deaths.at(-1) ?? '')
      return { names: [...left] }
    },
  }
}

export function atAnyMoment(seed: number, mostKills: number): Deaths {
  const lot = lots(seed)
  return { mostKills, nextDeath: () => ({ afterMs: LONGEST_MS * lot() }) }
}
