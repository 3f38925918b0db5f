// Which sentences become points: the best ones that say different things, within the length asked for.

import { countWords } from '../articles/block.ts'
import { cosine, shareIn } from '../text/vector.ts'
import type { BriefLength } from './engine.ts'
import type { EvidenceSentence } from './evidence.ts'

export interface Candidate {
  readonly evidence: EvidenceSentence
  readonly score: number
}

/** One point: a sentence, or one that leans on its predecessor together with it. Consecutive sentences of one article. */
export type Choice = readonly EvidenceSentence[]

export interface SelectRules {
  readonly length: BriefLength
  /** How much likeness to a chosen sentence counts against another, and beyond which it is refused. */
  readonly likenessWeight: number
  readonly maxLikeness: number
  /** At most so many points that begin in sentences of one source. */
  readonly maxPerSource?: number
  sourceOf?(sentence: EvidenceSentence): string
  /** The first choice comes from this article if it has one to offer. */
  readonly firstArticleId?: string
}

/** A sentence with a greater share of its weight in the chosen ones says nothing new, in however few words it says it. */
const SAID_ALREADY = 0.8

/** In the order of choice. */
export function selectPoints(candidates: readonly Candidate[], rules: SelectRules): readonly Choice[] {
  const chosen: Choice[] = []
  const open = new Map(candidates.map((candidate) => [keyOf(candidate.evidence), candidate]))
  while (chosen.length < rules.length.points && open.size > 0) {
    const best = bestOf(open, chosen, rules)
    if (!best) break
    chosen.push(best)
    for (const sentence of best) open.delete(keyOf(sentence))
  }
  return chosen
}

export function topCandidate(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
}

/** The text of a point: one piece of its article, from the first sentence's start to the last one's end. */
export function pointText(choice: Choice): string {
  const [first] = choice
  const last = choice.at(-1)
  return first && last ? first.article.text.slice(first.trimmed.start, last.trimmed.end) : ''
}

function bestOf(
  open: ReadonlyMap<string, Candidate>,
  chosen: readonly Choice[],
  rules: SelectRules,
): Choice | undefined {
  const taken = new Set(chosen.flat().map(keyOf))
  const room = roomLeft(chosen, rules.length)
  const isPreferred = preferenceFor(open, chosen, rules)
  let best: { readonly choice: Choice; readonly score: number } | undefined
  for (const candidate of open.values()) {
    if (!isPreferred(candidate.evidence) || isFull(candidate.evidence, chosen, rules)) continue
    const choice = whole(candidate.evidence, open, taken)
    if (!choice) continue
    const score = scoreOf(choice, open, chosen, rules)
    if (score !== undefined && (!best || score > best.score) && fits(choice, room)) best = { choice, score }
  }
  return best?.choice
}

function preferenceFor(
  open: ReadonlyMap<string, Candidate>,
  chosen: readonly Choice[],
  { firstArticleId }: SelectRules,
): (sentence: EvidenceSentence) => boolean {
  const isOffered = [...open.values()].some(({ evidence }) => evidence.article.id === firstArticleId)
  if (chosen.length > 0 || !isOffered) return () => true
  return (sentence) => sentence.article.id === firstArticleId
}

function isFull(
  sentence: EvidenceSentence,
  chosen: readonly Choice[],
  { maxPerSource, sourceOf }: SelectRules,
): boolean {
  if (maxPerSource === undefined || !sourceOf) return false
  const source = sourceOf(sentence)
  return chosen.filter(([first]) => first && sourceOf(first) === source).length >= maxPerSource
}

/** A sentence that leans on its predecessor stands behind it, or brings it along from the same paragraph, or waits. */
function whole(
  sentence: EvidenceSentence,
  open: ReadonlyMap<string, Candidate>,
  taken: ReadonlySet<string>,
): Choice | undefined {
  if (!sentence.traits.isAnaphoric) return [sentence]
  const key = keyOf(sentence, -1)
  if (taken.has(key)) return [sentence]
  const previous = open.get(key)?.evidence
  if (!previous || previous.traits.isAnaphoric || previous.sentence.paragraph !== sentence.sentence.paragraph)
    return undefined
  return [previous, sentence]
}

function scoreOf(
  choice: Choice,
  open: ReadonlyMap<string, Candidate>,
  chosen: readonly Choice[],
  { likenessWeight, maxLikeness }: SelectRules,
): number | undefined {
  const told = chosen.flat()
  const said = new Set(told.flatMap(({ vector }) => [...vector.weights.keys()]))
  let score = 0
  let likest = 0
  for (const sentence of choice) {
    if (shareIn(sentence.vector, said) > SAID_ALREADY) return undefined
    score += (open.get(keyOf(sentence))?.score ?? 0) / choice.length
    for (const other of told) likest = Math.max(likest, cosine(sentence.vector, other.vector))
  }
  return likest > maxLikeness ? undefined : score - likenessWeight * likest
}

interface Room {
  readonly words: number
  readonly characters: number
}

function roomLeft(chosen: readonly Choice[], { maxWords, maxCharacters }: BriefLength): Room {
  const texts = chosen.map(pointText)
  return {
    words: (maxWords ?? Number.POSITIVE_INFINITY) - texts.reduce((sum, text) => sum + countWords(text), 0),
    characters:
      (maxCharacters ?? Number.POSITIVE_INFINITY) - texts.reduce((sum, text) => sum + text.length, 0),
  }
}

/** Two sentences that are longer than a brief are no point. */
const MAX_PAIR_WORDS = 60

function fits(choice: Choice, room: Room): boolean {
  const text = pointText(choice)
  const words = countWords(text)
  return (
    text.length <= room.characters && words <= room.words && (choice.length === 1 || words <= MAX_PAIR_WORDS)
  )
}

function keyOf({ article, index }: EvidenceSentence, offset = 0): string {
  return `${article.id} ${index + offset}`
}
