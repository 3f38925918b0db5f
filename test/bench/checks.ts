// npm run bench -- checks [--data <folder of frank, summedits, faithbench or qags>] [--out <file>]: are supported claims
// told from others? By the shipped verdict, by the score at its best threshold, and by the findings that fail a claim.

import { writeFileSync } from 'node:fs'
import type { Finding } from '../../src/domain.ts'
import { checkClaim } from '../../src/summarizer/checks.ts'
import { balancedAccuracy, bestThreshold, falseAlarms } from './balanced-accuracy.ts'
import type { BenchOptions, Measurement } from './bench.ts'
import { GROUPS, type LabelledClaim, labelledClaims } from './claim-sets.ts'

interface Checked extends LabelledClaim {
  readonly score: number
  readonly supported: boolean
  /** Share of the claim's word pairs that the source has: ROUGE-2 precision. */
  readonly pairs: number
  readonly findings: readonly Finding[]
}

export async function run({ data, out }: BenchOptions): Promise<readonly Measurement[]> {
  const claims = labelledClaims(data)
  const started = performance.now()
  const checked = claims.map(
    (claim): Checked => ({
      ...claim,
      ...checkClaim({ ...claim, language: 'en' }),
      pairs: sharedPairs(claim.claim, claim.source),
    }),
  )
  const ms = (performance.now() - started) / claims.length
  if (out !== undefined)
    writeFileSync(out, JSON.stringify(Object.fromEntries(checked.map(({ id, score }) => [id, score]))))
  const groups = GROUPS.map(({ name, has }) => ({ name, claims: checked.filter(has) }))
  return [
    ...groups.filter(({ claims }) => claims.length > 0).flatMap(({ name, claims }) => ofGroup(name, claims)),
    { metric: 'time per claim', value: ms, unit: 'ms' },
  ]
}

function ofGroup(name: string, claims: readonly Checked[]): readonly Measurement[] {
  const pairs = claims.map(({ isSupported, pairs }) => ({ isSupported, score: pairs }))
  const best = bestThreshold([claims])
  const verdicts = claims.map(({ isSupported, supported }) => ({ isSupported, score: Number(supported) }))
  const failed = claims.map((claim) => ({ ...claim, score: Number(!claim.findings.some(fails)) }))
  const wrongFigure = claims.map((claim) => ({
    ...claim,
    score: Number(!claim.findings.some(isWrongFigure)),
  }))
  const reference = balancedAccuracy(pairs, bestThreshold([pairs]))
  const referenceName = 'word pairs, best threshold'
  return [
    {
      metric: `${name}: supported, balanced accuracy`,
      value: balancedAccuracy(verdicts, 1),
      reference,
      referenceName,
    },
    {
      metric: `${name}: score, best threshold ${best.toFixed(3)}`,
      value: balancedAccuracy(claims, best),
      reference,
      referenceName,
    },
    { metric: `${name}: false alarms there`, value: falseAlarms(claims, best) },
    { metric: `${name}: findings that fail, balanced accuracy`, value: balancedAccuracy(failed, 1) },
    { metric: `${name}: their false alarms`, value: falseAlarms(failed, 1) },
    { metric: `${name}: false alarms of figures`, value: falseAlarms(wrongFigure, 1) },
  ]
}

function fails({ level }: Finding): boolean {
  return level === 'fail'
}

function isWrongFigure(finding: Finding): boolean {
  return finding.kind === 'number' && fails(finding)
}

function sharedPairs(claim: string, source: string): number {
  const known = new Set(pairsOf(source))
  const pairs = pairsOf(claim)
  return pairs.length === 0 ? 1 : pairs.filter((pair) => known.has(pair)).length / pairs.length
}

function pairsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.slice(1).map((word, place) => `${words[place]} ${word}`)
}
