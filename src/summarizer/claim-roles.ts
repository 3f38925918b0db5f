// Words that name who somebody is, where or for how long, in English. A claim that has one which its source never has says something
// else: few of them can stand for one another. It moves the score alone.

import { stem } from '../text/tokens.ts'
import type { CheckedText } from './checked-text.ts'

const ROLES =
  'ceo cfo coo founder co-founder president chairman chairwoman director manager minister secretary governor mayor senator congressman prosecutor attorney lawyer judge general colonel captain lieutenant sergeant spokesman spokeswoman analyst editor owner professor teacher student doctor nurse coach king queen prince princess pope bishop ambassador engineer pilot farmer soldier actor actress singer musician artist writer author driver detective sheriff firefighter chef waiter banker investor'
const RELATIONS =
  'father mother son daughter brother sister wife husband uncle aunt cousin nephew niece grandfather grandmother boyfriend girlfriend roommate neighbor neighbour colleague classmate parent'
const TIMES =
  'minute hour day week month quarter year decade century morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december spring summer autumn winter'
const SIDES = 'north south east west northern southern eastern western left right'

let known: ReadonlySet<string> | undefined

/** How many of them the claim has and the source does not. */
export function strangeRoles(claim: readonly CheckedText[], source: readonly CheckedText[]): number {
  known ??= new Set(
    [ROLES, RELATIONS, TIMES, SIDES].flatMap((words) => words.split(' ').map((word) => stem(word, 'en'))),
  )
  const own = new Set(claim.filter(({ language }) => language.startsWith('en')).flatMap(({ stems }) => stems))
  const strange = [...own].filter((one) => known?.has(one) && !source.some(({ stemSet }) => stemSet.has(one)))
  return strange.length
}
