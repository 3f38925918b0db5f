// Figures that were put in another's place: the source has them, but where the claim speaks of it, it gives others.

import type { Finding } from '../domain.ts'
import type { Frequencies } from '../text/frequencies.ts'
import type { NumberKind } from '../text/numbers.ts'
import type { CheckedNumber, CheckedText } from './checked-text.ts'
import { sharedWeight } from './claim-features.ts'
import { figureSupports } from './figure-supports.ts'

/** Years and ordinals stand beside every figure of a report. */
const COUNTING: ReadonlySet<NumberKind> = new Set(['num', 'money', 'pct'])
/** By so much more of what stands around it, another figure of the source is nearer (bench `checks`, summedits). */
const CLEARLY = 0.3

export function swappedFigures(
  claim: readonly CheckedText[],
  source: readonly CheckedText[],
  frequencies: Frequencies,
): readonly Finding[] {
  const said = claim.flatMap((text) => text.numbers())
  const counted = said.filter(({ number }) => COUNTING.has(number.kind) && !number.isSoft)
  if (counted.length === 0) return []
  const given = source.flatMap((text) => text.numbers())
  return counted.flatMap((claimed): readonly Finding[] => {
    const instead = nearerFigure(claimed, given, said, frequencies)
    if (!instead) return []
    const note = `The source gives "${instead.number.text}" here.`
    return [{ kind: 'number', level: 'soft', text: claimed.number.text, note }]
  })
}

/** The figure of the source that the claim's words are about, when it is neither the claimed one nor another of the claim. */
function nearerFigure(
  claimed: CheckedNumber,
  given: readonly CheckedNumber[],
  said: readonly CheckedNumber[],
  frequencies: Frequencies,
): CheckedNumber | undefined {
  const { context } = claimed
  const whole = sharedWeight(context, context, frequencies)
  if (whole === 0) return undefined
  const nearness = (figure: CheckedNumber) => sharedWeight(context, figure.context, frequencies) / whole
  const own = given.filter((figure) => figureSupports(figure, claimed))
  if (own.length === 0) return undefined
  const least = Math.max(...own.map(nearness)) + CLEARLY
  return given
    .filter((figure) => isOfSameOrder(figure, claimed) && nearness(figure) > least)
    .find((figure) => !said.some((one) => figureSupports(figure, one)))
}

/** Earnings per share are no other value of the earnings. */
const MOST_TIMES = 1_000

function isOfSameOrder({ number: one }: CheckedNumber, { number: other }: CheckedNumber): boolean {
  const [small = 0, large = 0] = [one.value, other.value].map(Math.abs).toSorted((a, b) => a - b)
  return one.kind === other.kind && (small === 0 || large / small <= MOST_TIMES)
}
