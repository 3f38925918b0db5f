// What is new in a story since somebody was told of it: a brief of the articles that came or changed since, without the
// points that repeat what was told or what stood in the articles it was told from.

import type { Brief, NewBrief, Point } from '../domain.ts'
import type { Store } from '../ports.ts'
import { splitSentences } from '../text/sentences.ts'
import { type BriefOrder, cacheKeyOf, writtenOnce } from './brief-cache.ts'
import { differenceIn } from './differences.ts'
import { fitting } from './fitting.ts'
import { saidBefore } from './said-before.ts'
import { engineBrief, keptAs, type Urgency, type WriteParts } from './write-brief.ts'

/** Points are dropped afterwards: the engine is asked for so many times those that are wanted, and for no limit of words. */
const SPARE = 3
/** Articles that a brief was told from, the latest; the same story in more of them says no more. */
const MAX_TOLD_ARTICLES = 20

/**
 * `order.inputs` are the new and changed articles; `told` are the briefs that were told, of which there is at least one.
 * Undefined when nothing in the articles is new.
 */
export function writeUpdate(
  parts: WriteParts,
  order: BriefOrder,
  told: readonly Brief[],
  options: Urgency = {},
): Promise<Brief | undefined> {
  const update = { ...order, after: told.map(({ id }) => id).sort() }
  const key = cacheKeyOf(parts.engine, update)
  return writtenOnce(parts.recentBriefs ?? new Map(), key, parts.clock.now(), async () => {
    const stored = await parts.store.briefByKey(key)
    if (stored) return stored
    const whole = await engineBrief(
      parts,
      { ...order, length: { points: SPARE * order.length.points } },
      options,
    )
    if (!whole) return undefined
    const points = await newPoints(parts.store, whole, told)
    if (points.length === 0) return undefined
    const cacheKey = cacheKeyOf(parts.engine, { ...update, inputs: whole.inputs })
    const brief = withPoints(
      whole,
      fitting(points, order.length, ({ text }) => text),
    )
    return parts.store.saveBrief(keptAs(brief, cacheKey), parts.clock.now())
  })
}

/** A point rests on its cited sentences; it is new when one of them is. */
async function newPoints(store: Store, brief: NewBrief, told: readonly Brief[]): Promise<readonly Point[]> {
  const isKnown = saidBefore(await toldSentences(store, told), brief.language)
  return brief.points.filter(({ citations }) => citations.some(({ quote }) => !isKnown(quote)))
}

/** The points that were told, and the sentences of their articles as they stood then. */
async function toldSentences(store: Store, told: readonly Brief[]): Promise<readonly string[]> {
  const points = told.flatMap(({ points, language }) =>
    points.flatMap(({ text }) => sentencesIn(text, language)),
  )
  const inputs = new Map(told.flatMap(({ inputs }) => inputs).map((input) => [JSON.stringify(input), input]))
  const texts = await Promise.all(
    [...inputs.values()].slice(-MAX_TOLD_ARTICLES).map(async ({ articleId, revision }) => {
      const found = await store.revision(articleId, revision)
      return found ? found.sentences.map(({ start, end }) => found.text.slice(start, end)) : []
    }),
  )
  return [...points, ...texts.flat()]
}

function sentencesIn(text: string, language: string): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
}

/** The brief with some of its points; a difference, sources and findings that belong to the others go with them. */
function withPoints({ difference: all, ...brief }: NewBrief, points: readonly Point[]): NewBrief {
  const difference = all && differenceIn(points, [all])
  const cited = new Set(
    [
      ...points.flatMap(({ citations }) => citations),
      ...(difference ?? []).map(({ citation }) => citation),
    ].map(({ articleId }) => articleId),
  )
  return {
    ...brief,
    points,
    ...(difference && { difference }),
    sources: brief.sources.filter(({ articleId }) => cited.has(articleId)),
    findings: brief.findings.filter(({ text }) => points.some((point) => point.text.includes(text))),
  }
}
