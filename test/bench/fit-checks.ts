// Writes src/summarizer/claim-weights.json: what speaks for a claim and what against it.
//
//   node src/launch.cjs --run test/bench/fit-checks.ts --data ../shared/bench
//
// From the development halves of the bench `checks`. Prints, set by set, what weights reach that were fitted without it.

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { examineClaim } from '../../src/summarizer/checks.ts'
import { type ClaimSignals, type ClaimWeights, SIGNALS } from '../../src/summarizer/claim-score.ts'
import { balancedAccuracy, bestThreshold } from './balanced-accuracy.ts'
import { GROUPS, type LabelledClaim, labelledClaims } from './claim-sets.ts'
import { type Example, fitLogistic } from './logistic.ts'

const TARGET = new URL('../../src/summarizer/claim-weights.json', import.meta.url)
/** Of signals brought to the same spread. So much keeps those that say the same side by side, which carries over better. */
const RIDGE = 0.3
const FOR_IT: ReadonlySet<keyof ClaimSignals> = new Set(['nearest', 'triples'])
/** Facts that are surely wrong decide, however common they are in the sets. */
const GIVEN: Readonly<Partial<ClaimSignals>> = { figure: -3, fact: -1.5, otherWord: -1.5, denial: -0.5 }

interface Seen extends LabelledClaim {
  readonly signals: ClaimSignals
}

function main(): void {
  const { data } = parseArgs({ options: { data: { type: 'string' } } }).values
  const seen = labelledClaims(data).map((claim) => ({
    ...claim,
    signals: examineClaim({ ...claim, language: 'en' }).signals,
  }))
  const weights = fitted(seen)
  for (const set of new Set(seen.map((one) => one.set))) {
    const without = fitted(seen.filter((one) => one.set !== set))
    for (const { name, has } of GROUPS)
      report(
        name,
        seen.filter((one) => one.set === set && has(one)),
        without,
      )
  }
  writeFileSync(TARGET, `${JSON.stringify(weights, undefined, 2)}\n`)
}

function report(name: string, seen: readonly Seen[], weights: ClaimWeights): void {
  if (seen.length === 0) return
  const claims = scored(seen, weights)
  const best = balancedAccuracy(claims, bestThreshold([claims])).toFixed(3)
  const shipped = balancedAccuracy(claims, 0).toFixed(3)
  process.stdout.write(
    `${name.padEnd(26)} left out: ${best} at its best threshold, ${shipped} at the shared one\n`,
  )
}

function scored(seen: readonly Seen[], weights: ClaimWeights) {
  return seen.map(({ isSupported, signals }) => ({
    isSupported,
    score: SIGNALS.reduce((sum, signal) => sum + weights[signal] * signals[signal], weights.bias),
  }))
}

/** Weights that order the claims of each set, then the one line through all of them, then how steep the score is there. */
function fitted(seen: readonly Seen[]): ClaimWeights {
  const order = fitOrder(seen)
  const groups = groupsOf(seen).map((group) => scored(group, { ...order, bias: 0 }))
  const threshold = bestThreshold(groups)
  const examples = groups.flatMap((group) =>
    balanced(group).map(({ one, weight }) => ({
      features: [one.score - threshold],
      isRight: one.isSupported,
      weight,
    })),
  )
  const [steepness = 1] = fitLogistic(examples, { signs: [1], ridge: 0 })
  const rounded = (weight: number) => Number((weight * steepness).toFixed(2))
  return {
    ...(Object.fromEntries(SIGNALS.map((signal) => [signal, rounded(order[signal])])) as ClaimWeights),
    bias: rounded(-threshold),
  }
}

/** Every set has a bias of its own here: that a set has many unsupported claims says nothing about wording. */
function fitOrder(seen: readonly Seen[]): ClaimSignals {
  const sets = [...new Set(seen.map(({ set }) => set))]
  const weighted = groupsOf(seen).flatMap(balanced)
  const spreads = SIGNALS.map((signal) =>
    spreadOf(weighted.map(({ one, weight }) => ({ value: one.signals[signal], weight }))),
  )
  const examples = weighted.map(
    ({ one, weight }): Example => ({
      features: [
        ...SIGNALS.map((signal, place) => one.signals[signal] / (spreads[place] ?? 1)),
        ...sets.map((set) => UNBOUND * Number(set === one.set)),
      ],
      isRight: one.isSupported,
      weight,
    }),
  )
  const weights = fitLogistic(examples, {
    signs: [...SIGNALS.map((signal) => (FOR_IT.has(signal) ? 1 : -1)), ...sets.map(() => 0 as const)],
    given: new Map(
      SIGNALS.flatMap((signal, place) => {
        const given = GIVEN[signal]
        return given === undefined ? [] : [[place, given * (spreads[place] ?? 1)] as const]
      }),
    ),
    ridge: RIDGE,
  })
  return Object.fromEntries(
    SIGNALS.map((signal, place) => [signal, (weights[place] ?? 0) / (spreads[place] ?? 1)]),
  ) as unknown as ClaimSignals
}

/** So large that the ridge does not hold the biases of the sets. */
const UNBOUND = 100

/** The standard deviation. */
function spreadOf(values: readonly { readonly value: number; readonly weight: number }[]): number {
  const total = values.reduce((sum, { weight }) => sum + weight, 0)
  const mean = values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
  return Math.sqrt(values.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0) / total)
}

function groupsOf(seen: readonly Seen[]): readonly (readonly Seen[])[] {
  return GROUPS.map(({ has }) => seen.filter(has)).filter((group) => group.length > 0)
}

/** Supported claims and others of a group count alike, and so do groups. */
function balanced<T extends { readonly isSupported: boolean }>(
  group: readonly T[],
): readonly { readonly one: T; readonly weight: number }[] {
  const supported = group.filter(({ isSupported }) => isSupported).length
  return group.map((one) => ({ one, weight: 1 / (one.isSupported ? supported : group.length - supported) }))
}

main()
