// Whether a figure of the evidence supports a figure of the claim (grounding 3.6). There is no arithmetic.

import { fold } from './normalise.ts'
import type { NumberKind, NumberMention } from './number-mention.ts'

const EXACT_KINDS: ReadonlySet<NumberKind> = new Set(['year', 'ord', 'code', 'decade', 'score'])
/** A third is 33 percent. */
const FRACTION_TOLERANCE = 0.006
/** Nearly half is 48 percent. */
const HEDGED_FRACTION_TOLERANCE = 0.035
/** Smaller figures are told exactly. */
const SMALL = 10

/** Equal, or honestly rounded. */
export function numbersMatch(claim: NumberMention, evidence: NumberMention): boolean {
  if (isShare(claim) && isShare(evidence) && (claim.kind === 'frac' || evidence.kind === 'frac'))
    return sharesMatch(claim, evidence)
  if (!kindsAgree(claim, evidence)) return false
  if (claim.kind === 'code') return codeText(claim) === codeText(evidence)
  if (claim.kind === 'score') return claim.value === evidence.value && claim.value2 === evidence.value2
  if (claim.kind === 'decade') return sameDecade(claim.value, evidence.value)
  if (Math.abs(claim.value - evidence.value) <= 1e-9 * Math.abs(claim.value)) return true
  if (EXACT_KINDS.has(claim.kind)) return false
  if (Math.abs(claim.value) < SMALL) return isHedgedDecimal(claim, evidence)
  return isRounding(claim, evidence)
}

function isShare({ kind }: NumberMention): boolean {
  return kind === 'pct' || kind === 'frac'
}

function sharesMatch(claim: NumberMention, evidence: NumberMention): boolean {
  const share = ({ kind, value }: NumberMention) => (kind === 'pct' ? value / 100 : value)
  const isHedged = claim.kind === 'frac' && evidence.kind === 'pct' && claim.marker !== ''
  const tolerance = isHedged ? HEDGED_FRACTION_TOLERANCE : FRACTION_TOLERANCE
  return Math.abs(share(claim) - share(evidence)) <= tolerance
}

function kindsAgree(claim: NumberMention, evidence: NumberMention): boolean {
  if (claim.kind === 'money' && evidence.kind === 'money')
    return currenciesAgree(claim.currency, evidence.currency)
  if (claim.kind === evidence.kind) return true
  const isPlain = (kind: NumberKind) => kind === 'num' || kind === 'year'
  // A claim may leave the currency out; it may not invent one.
  return isPlain(claim.kind) && (isPlain(evidence.kind) || evidence.kind === 'money')
}

const DOLLARS = new Set(['dollar', 'usd', 'aud', 'cad', 'hkd', 'sgd', 'nzd'])

function currenciesAgree(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true
  return (a === 'dollar' || b === 'dollar') && DOLLARS.has(a ?? '') && DOLLARS.has(b ?? '')
}

/** The '90s are the 1990s. */
function sameDecade(a: number, b: number): boolean {
  return a === b || ((a < 100 || b < 100) && a % 100 === b % 100)
}

/** The claim must be coarser than the evidence, or "roughly 29" would be said of 30. */
function isRounding(claim: NumberMention, evidence: NumberMention): boolean {
  if (claim.lastUnit <= evidence.lastUnit) return false
  const above = claim.value - evidence.value
  if (Math.abs(above) <= claim.lastUnit / 2) return true
  if (claim.marker === 'more-than') return above <= 0 && -above <= claim.lastUnit
  return claim.marker === 'less-than' && above >= 0 && above <= claim.lastUnit
}

/** Small figures are exact, but 6.3 may be told as "about 6". */
function isHedgedDecimal(claim: NumberMention, evidence: NumberMention): boolean {
  return claim.marker !== '' && evidence.lastUnit < 1 && isRounding(claim, evidence)
}

function codeText({ text }: NumberMention): string {
  return fold(text).replace(/[^\p{L}\p{N}.]/gu, '')
}
