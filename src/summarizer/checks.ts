// Does a source support a claim? Findings say what is wrong with it, the score how likely it is that it is right.

import type { Finding } from '../domain.ts'
import { backgroundFrequencies } from '../text/frequencies.ts'
import { checkText } from './check-point.ts'
import { type CheckedText, readForCheck } from './checked-text.ts'
import { featuresOf, indexSource, nearestSentences, type SourceIndex } from './claim-features.ts'
import { claimScore, SUPPORTED_FROM } from './claim-score.ts'
import { sentencesForCheck } from './claim-text.ts'

export interface Claim {
  readonly claim: string
  readonly source: string
  readonly language: string
  /** When the source was published, in epoch milliseconds: "on Tuesday" is a date then. */
  readonly publishedAt?: number
}

export interface ClaimCheck {
  /** The score reaches the balanced threshold. What may not be sent is what has a finding of level `fail`. */
  readonly supported: boolean
  /** 0 to 1. */
  readonly score: number
  readonly findings: readonly Finding[]
}

export function checkClaim(claim: Claim): ClaimCheck {
  const { score, findings } = examineClaim(claim)
  return { supported: score >= SUPPORTED_FROM, score, findings }
}

/** The check with the features behind its score, for fitting them. */
export function examineClaim({ claim, source, language, publishedAt }: Claim) {
  const sentences = sentencesForCheck(source, language)
  const index = indexSource(sentences, backgroundFrequencies(language))
  const examined = sentencesForCheck(claim, language).map((sentence) => {
    const nearest = nearestSentences(sentence, index, NEAREST)
    return {
      features: featuresOf(sentence, index, nearest),
      findings: findingsOf(sentence, nearest, index, source, publishedAt),
    }
  })
  const findings = examined.flatMap((one) => one.findings)
  const features = examined.map((one) => one.features)
  return { score: claimScore(features, findings), findings, features }
}

/** A claim's sentence rests on so many sentences of its source at most. */
const NEAREST = 3

/** What the nearest sentences do not have and another one has is doubtful; what none has fails. */
function findingsOf(
  sentence: CheckedText,
  nearest: readonly CheckedText[],
  { sentences }: SourceIndex,
  source: string,
  publishedAt: number | undefined,
): readonly Finding[] {
  const scope = { language: sentence.language, ...(publishedAt !== undefined && { publishedAt }) }
  const others = sentences.filter((text) => !nearest.includes(text))
  const near = checkText(sentence, { ...scope, cited: nearest, others })
  if (!near.some(isFactFailure)) return near
  const whole = readForCheck(source, sentence.language)
  const everywhere = checkText(sentence, { ...scope, cited: [whole], others: [] })
  return near.map((finding) => (isFactFailure(finding) ? relaxed(finding, everywhere) : finding))
}

function isFactFailure({ level, kind }: Finding): boolean {
  return (level === 'fail' && kind !== 'support') || level === 'spelling'
}

function relaxed(finding: Finding, everywhere: readonly Finding[]): Finding {
  const same = everywhere.find(({ kind, text }) => kind === finding.kind && text === finding.text)
  if (same && isFactFailure(same)) return same
  return { ...finding, level: 'soft', note: 'The source has it elsewhere, about something else.' }
}
