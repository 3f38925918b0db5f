// Cues that a point turns its source round: negation, direction, lost attribution. They only raise doubt, since each of
// them is also found between sentences that agree (grounding 8, step 3).

import type { Finding } from '../domain.ts'
import { fold } from '../text/normalise.ts'
import { stem } from '../text/tokens.ts'
import { type CheckedText, type CheckScope, sharedStems } from './checked-text.ts'
import { hedgesIn, isNegated, negationsIn, oppositesIn } from './meaning-words.ts'

/** Below this overlap two sentences say different things, and their cues cannot be compared. */
const MIN_OVERLAP = 0.5

export function checkMeaning(point: CheckedText, scope: CheckScope): readonly Finding[] {
  const likest = likestOf(point, scope.cited)
  if (!likest || point.stemSet.size === 0) return []
  if (sharedStems(point, likest) < MIN_OVERLAP * point.stemSet.size) return []
  return [
    ...checkNegation(point, likest),
    ...checkDirection(point, scope.cited),
    ...checkAttribution(point, likest),
  ]
}

function likestOf(point: CheckedText, cited: readonly CheckedText[]): CheckedText | undefined {
  let best: CheckedText | undefined
  for (const text of cited) if (!best || sharedStems(point, text) > sharedStems(point, best)) best = text
  return best
}

function checkNegation(point: CheckedText, likest: CheckedText): readonly Finding[] {
  const claimed = negationsIn(point.text, point.language)
  const given = negationsIn(likest.text, likest.language)
  const isDenied = isNegated(claimed, point.language)
  if (isDenied === isNegated(given, likest.language)) return []
  const note = isDenied ? 'The source does not deny this.' : `The source says "${given[0]}" here.`
  return [{ kind: 'negation', level: 'soft', text: claimed[0] ?? point.text, note }]
}

/** A direction word that the cited sentences do not have, while they have its opposite. */
function checkDirection(point: CheckedText, cited: readonly CheckedText[]): readonly Finding[] {
  const given = new Map(
    cited.flatMap(({ text, language }) => wordsOf(text).map((word) => [stem(word, language), word] as const)),
  )
  const opposites = oppositesIn(point.language)
  return wordsOf(point.text).flatMap((word): readonly Finding[] => {
    const own = stem(word, point.language)
    if (given.has(own)) return []
    const opposite = [...(opposites.get(own) ?? [])].find((other) => given.has(other))
    if (opposite === undefined) return []
    const note = `The source says the opposite: "${given.get(opposite)}".`
    return [{ kind: 'direction', level: 'soft', text: word, note }]
  })
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? []
}

function checkAttribution(point: CheckedText, likest: CheckedText): readonly Finding[] {
  const [hedge] = hedgesIn(likest.text, likest.language)
  if (hedge === undefined || hedgesIn(point.text, point.language).length > 0) return []
  const note = `The source only says so with "${fold(hedge)}".`
  return [{ kind: 'attribution', level: 'soft', text: point.text, note }]
}
