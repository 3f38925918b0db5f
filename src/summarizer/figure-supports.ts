// Whether a figure of the evidence carries a figure of a point. Beside the rules of the text layer, what is rounded must
// stay near: 20 is no rounding of 25, though it is within half its last digit.

import { type NumberMention, numbersMatch } from '../text/numbers.ts'
import type { CheckedNumber } from './checked-text.ts'

const NEAR_WHEN_HEDGED = 0.1
const NEAR_WHEN_SCALED = 0.05
const NEAR = 0.02

export function figureSupports(evidence: CheckedNumber, claimed: CheckedNumber): boolean {
  if (isSameQuarter(evidence, claimed) || isSameInMetres(evidence, claimed)) return true
  const { number } = claimed
  if (!numbersMatch(number, evidence.number)) return false
  return isNear(number, evidence.number) && isOnRightSide(number, evidence.number)
}

const OTHER_SIDE: Readonly<Record<string, string>> = { 'more-than': 'less-than', 'less-than': 'more-than' }

/** "Over 60" is not said of 57 or of "nearly 60", "nearly 60" not of 70. */
function isOnRightSide(claimed: NumberMention, { kind, value, marker }: NumberMention): boolean {
  if (claimed.kind !== kind) return true
  if (value === claimed.value && OTHER_SIDE[claimed.marker] === marker) return false
  if (claimed.marker === 'more-than') return value >= claimed.value
  return claimed.marker !== 'less-than' || value <= claimed.value * (1 + NEAR)
}

function isNear(claimed: NumberMention, { kind, value, marker }: NumberMention): boolean {
  if (claimed.kind !== kind && (kind === 'frac' || claimed.kind === 'frac')) return true
  const distance = Math.abs(claimed.value - value) / Math.max(Math.abs(value), 1e-9)
  if (claimed.marker !== '' || marker !== '') return distance <= NEAR_WHEN_HEDGED
  return distance <= (/\p{L}/u.test(claimed.text) ? NEAR_WHEN_SCALED : NEAR)
}

/** "5.68m" may be millions or metres. */
function isSameInMetres({ number: evidence }: CheckedNumber, { number }: CheckedNumber): boolean {
  return number.kind === 'num' && /\dm$/.test(number.text) && evidence.value * 1e6 === number.value
}

const QUARTER = /^(?:Q([1-4])|([1-4])Q)$/

/** Q3 is the third quarter. */
function isSameQuarter(evidence: CheckedNumber, claimed: CheckedNumber): boolean {
  const quarter = quarterOf(claimed)
  return quarter !== undefined && quarter === quarterOf(evidence)
}

function quarterOf({ number, context }: CheckedNumber): number | undefined {
  const code = QUARTER.exec(number.text)
  if (code) return Number(code[1] ?? code[2])
  return number.kind === 'ord' && context.has('quarter') ? number.value : undefined
}
