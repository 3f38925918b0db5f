// From features and findings of a claim to one score (bench `checks`; weights by test/bench/fit-checks.ts).

import type { Finding } from '../domain.ts'
import type { ClaimFeatures } from './claim-features.ts'

export const SUPPORTED_FROM = 0.5
const FAILED = 0.3

export function claimScore(sentences: readonly ClaimFeatures[], findings: readonly Finding[]): number {
  if (sentences.length === 0) return 0
  const mean = sentences.reduce((sum, { stems, pairs }) => sum + (stems + pairs) / 2, 0) / sentences.length
  return findings.some(({ level, kind }) => level === 'fail' && kind !== 'support') ? FAILED * mean : mean
}
