// Words by which a claim turns its source round, wherever the source says it. They lower the score, and are no findings:
// faithful retelling has some of them too.

import { fold } from '../text/normalise.ts'
import { contentStems, stem } from '../text/tokens.ts'
import type { CheckedText } from './checked-text.ts'
import type { SourceIndex } from './claim-features.ts'
import { negationsIn } from './meaning-words.ts'
import { otherWordsIn } from './other-words.ts'

/** A word that the source has nowhere, while the sentences nearest to the claim have its opposite or another of its kind. */
export function hasOtherWord(
  claim: CheckedText,
  nearest: readonly CheckedText[],
  { stems, places }: SourceIndex,
): boolean {
  const others = otherWordsIn(claim.language)
  const given = wordStems(nearest)
  const said = wordStems([claim])
  return claim.words().some((word) => {
    const own = stem(word, claim.language)
    if (places.has(word) || stems.has(own) || given.has(own)) return false
    return [...(others.get(own) ?? [])].some((other) => given.has(other) && !said.has(other))
  })
}

function wordStems(texts: readonly CheckedText[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.words().map((word) => stem(word, text.language))))
}

/** The claim denies what the sentences nearest to it speak of and do not deny. */
export function deniesMore(claim: CheckedText, nearest: readonly CheckedText[]): boolean {
  const denied = [...deniedStems(claim)]
  if (!denied.some((one) => nearest.some(({ stemSet }) => stemSet.has(one)))) return false
  const known = nearest.map(deniedStems)
  return !denied.some((one) => known.some((stems) => stems.has(one)))
}

const REACH_WORDS = 6
const REACH_STEMS = 3
/** "Not only", "not the first" and "not too long" deny nothing of what they speak of. */
const WEAK_DENIAL = /^ (?:the )?(?:only|just|first|last|too|very|so|that)(?!\p{L})/u

/** The content stems that stand next behind a word that denies. */
function deniedStems({ text, language }: CheckedText): ReadonlySet<string> {
  const folded = fold(text)
  const denied = new Set<string>()
  let from = 0
  for (const negation of negationsIn(folded, language)) {
    from = folded.indexOf(negation, from) + negation.length
    const behind = folded.slice(from)
    if (WEAK_DENIAL.test(behind)) continue
    const words = behind.match(/[\p{L}\p{N}]+/gu)?.slice(0, REACH_WORDS) ?? []
    for (const one of contentStems(words.join(' '), language).slice(0, REACH_STEMS)) denied.add(one)
  }
  return denied
}

/** A month that the source has in other years only. */
export function hasOtherYear(claim: readonly CheckedText[], source: readonly CheckedText[]): boolean {
  const said = claim.flatMap(monthsOf)
  if (said.length === 0) return false
  const given = source.flatMap(monthsOf)
  return said.some(({ month, year }) => {
    const same = given.filter((one) => one.month === month)
    return same.length > 0 && !same.some((one) => one.year === year)
  })
}

function monthsOf(text: CheckedText): readonly { readonly month: number; readonly year: number }[] {
  return text
    .dates()
    .flatMap(({ month, year }) => (month === undefined || year === undefined ? [] : [{ month, year }]))
}
