// Every check of one point against the sentences it cites (grounding 8, steps 1 to 3). What fails may not be sent.

import { type CheckedText, type CheckScope, type Noticed, readForCheck, stemsOf } from './checked-text.ts'
import { checkDates, checkNumbers, checkQuotes } from './facts-check.ts'
import { checkMeaning } from './meaning-check.ts'
import { checkNames } from './names-check.ts'

export function checkPoint(text: string, scope: CheckScope): readonly Noticed[] {
  return checkText(readForCheck(text, scope.language), scope)
}

export function checkText(point: CheckedText, scope: CheckScope): readonly Noticed[] {
  return [
    ...checkDates(point, scope),
    ...checkNumbers(point, scope),
    ...checkQuotes(point, scope),
    ...checkNames(point, scope),
    ...checkSupport(point, scope),
    ...checkMeaning(point, scope),
  ]
}

/** 95 of 100 sentences that people wrote share more with their source, and as many of a wrong source share less. */
const UNSUPPORTED = 0.3
const WEAK = 0.5
/** Of fewer stems a share says little. */
const TELLING_STEMS = 4

export function checkSupport(point: CheckedText, { cited }: CheckScope): readonly Noticed[] {
  const share = supportOf(point, cited)
  if (share >= WEAK) return []
  const percent = Math.round(share * 100)
  const note = `Only ${percent} % of its words are in the cited sentences.`
  const fails = share < UNSUPPORTED && point.stemSet.size >= TELLING_STEMS
  return [{ kind: 'support', level: fails ? 'fail' : 'soft', text: point.text, note }]
}

/** Share of the point's content stems that the cited sentences have; 1 when it has none. */
export function supportOf(point: CheckedText, cited: readonly CheckedText[]): number {
  if (point.stemSet.size === 0) return 1
  const given = stemsOf(cited)
  let found = 0
  for (const stem of point.stemSet) if (given.has(stem)) found++
  return found / point.stemSet.size
}
