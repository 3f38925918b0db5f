// What figures say about their neighbours: ranges share the unit that stands once, hedges stand before.

import type { NumberDraft, NumberMention } from './number-mention.ts'

const RANGE = /^\s?(?:-|to|or|bis|oder|à|ou|a|o|до|или)\s?$/iu
const AND = /^ (?:and|und|et|y|и) $/iu
const BETWEEN = /(?:^|[^\p{L}])(?:between|zwischen|entre|между)\s$/iu

/** "5-10%", "$5-10 million", "between 20 and 25 percent": both ends have the same unit and magnitude. */
export function withSharedUnits(drafts: readonly NumberDraft[], text: string): readonly NumberDraft[] {
  const shared = [...drafts]
  for (let at = 0; at + 1 < shared.length; at++) {
    const [low, high] = [shared[at], shared[at + 1]]
    if (!low || !high || !isRange(low, high, text)) continue
    shared[at] = withUnitOf(low, high)
    shared[at + 1] = withCurrencyOf(high, low)
  }
  return shared
}

function isRange(low: NumberDraft, high: NumberDraft, text: string): boolean {
  const between = text.slice(low.end, high.start)
  if (between.length > 6) return false
  // "from 12% in 2019 to 5%": a year is the low end of a price at most, and then of one with a dash.
  if (low.kind === 'year' && between !== '-') return false
  return RANGE.test(between) || (AND.test(between) && BETWEEN.test(text.slice(0, low.start)))
}

function withUnitOf(low: NumberDraft, high: NumberDraft): NumberDraft {
  const isScaled = high.scale > 1 && low.scale === 1 && low.value < high.value / high.scale
  const scaled = isScaled
    ? { ...low, value: low.value * high.scale, lastUnit: low.lastUnit * high.scale, scale: high.scale }
    : low
  const takesUnit =
    (low.kind === 'num' || low.kind === 'year') && (high.kind === 'pct' || high.kind === 'money')
  if (!takesUnit) return scaled
  const { kind, currency } = high
  return { ...scaled, kind, isSoft: false, ...(currency !== undefined && { currency }) }
}

function withCurrencyOf(high: NumberDraft, { kind, currency }: NumberDraft): NumberDraft {
  return kind === 'money' && high.kind === 'num' && currency !== undefined
    ? { ...high, kind, currency }
    : high
}

const HEDGES = {
  'more-than':
    'more than|over|above|at least|upwards of|mehr als|über|mindestens|más de|al menos|plus de|au moins|более|больше|свыше|не менее',
  'less-than':
    'nearly|almost|under|up to|less than|fewer than|below|close to|at most|fast|knapp|beinahe|unter|bis zu|weniger als|höchstens|casi|menos de|hasta|près de|presque|moins de|почти|менее|до',
  about:
    'about|around|roughly|some|approximately|an estimated|circa|rund|etwa|ungefähr|cerca de|unos|unas|aproximadamente|environ|quelque|около|примерно',
} as const

const ARTICLE = '(?:(?:an?|the|ein\\p{L}*|der|die|das|une?|una|la|le|el)\\s)?'

const hedgePatterns = (['more-than', 'less-than', 'about'] as const).map(
  (marker) => [marker, new RegExp(`(?<=(?<!\\p{L})(?:${HEDGES[marker]})\\s${ARTICLE})`, 'iuy')] as const,
)

/** "Nearly", "rund", "más de" right before the figure at `at`. */
export function markerBefore(text: string, at: number): NumberMention['marker'] {
  for (const [marker, pattern] of hedgePatterns) {
    pattern.lastIndex = at
    if (pattern.test(text)) return marker
  }
  return ''
}
