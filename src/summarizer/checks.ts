// Does a source support a claim? Findings say what is wrong with it, the score how likely it is that it is right.

import type { Finding } from '../domain.ts'
import { backgroundFrequencies } from '../text/frequencies.ts'
import { checkText } from './check-point.ts'
import { type CheckedText, plainFinding } from './checked-text.ts'
import { featuresOf, indexSource, nearestSentences, type SourceIndex } from './claim-features.ts'
import { swappedFigures } from './claim-figures.ts'
import { misplacedFigures } from './claim-neighbours.ts'
import { strangeRoles } from './claim-roles.ts'
import { claimScore, SUPPORTED_FROM, signalsOf } from './claim-score.ts'
import { sentencesForCheck, withoutFrame } from './claim-text.ts'
import { deniesMore, hasOtherWord, hasOtherYear } from './claim-turns.ts'

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

/** The check with the signals behind its score, for fitting them. */
export function examineClaim({ claim, source, language, publishedAt }: Claim) {
  const frequencies = backgroundFrequencies(language)
  const index = indexSource(sentencesForCheck(source, language), frequencies)
  const sentences = sentencesForCheck(withoutFrame(claim), language)
  const examined = sentences.map((sentence) => {
    const nearest = nearestSentences(sentence, index, NEAREST)
    return {
      features: featuresOf(sentence, index, nearest[0]),
      findings: findingsOf(sentence, nearest, index, publishedAt),
      hasOtherWord: hasOtherWord(sentence, nearest, index),
      deniesMore: deniesMore(sentence, nearest),
    }
  })
  const features = examined.map((one) => one.features)
  const found = examined.flatMap((one) => one.findings)
  const swapped = [
    ...swappedFigures(sentences, index.sentences, frequencies),
    ...misplacedFigures(sentences, index.sentences),
  ]
  const signals = signalsOf(features, found, {
    hasOtherFigure: swapped.length > 0 || hasOtherYear(sentences, index.sentences),
    hasOtherWord: examined.some((one) => one.hasOtherWord),
    deniesMore: examined.some((one) => one.deniesMore),
    strangeRoles: strangeRoles(sentences, index.sentences),
  })
  return {
    score: claimScore(features, signals),
    findings: [...found.filter((one) => !saysLess(one, swapped)), ...swapped].map(plainFinding),
    signals,
  }
}

/** A doubt about a figure is told once, with the figure that the source gives in its place. */
function saysLess({ kind, level, text }: Finding, swapped: readonly Finding[]): boolean {
  return level !== 'fail' && swapped.some((one) => one.kind === kind && one.text === text)
}

/** A claim's sentence rests on so many sentences of its source at most. */
const NEAREST = 3

/** What the nearest sentences do not have and another one has is doubtful; what none has fails. */
function findingsOf(
  sentence: CheckedText,
  nearest: readonly CheckedText[],
  { sentences }: SourceIndex,
  publishedAt: number | undefined,
): readonly Finding[] {
  const scope = { language: sentence.language, ...(publishedAt !== undefined && { publishedAt }) }
  const others = sentences.filter((text) => !nearest.includes(text))
  const near = checkText(sentence, { ...scope, cited: nearest, others })
  if (!near.some(isFailure)) return near
  const everywhere = checkText(sentence, { ...scope, cited: sentences, others: [] })
  return near.map((finding) => (isFailure(finding) ? relaxed(finding, everywhere) : finding))
}

function isFailure({ level }: Finding): boolean {
  return level === 'fail' || level === 'spelling'
}

function relaxed(finding: Finding, everywhere: readonly Finding[]): Finding {
  const same = everywhere.find(({ kind, text }) => kind === finding.kind && text === finding.text)
  if (same && isFailure(same)) return same
  return { ...finding, level: 'soft', note: 'The source has it elsewhere, about something else.' }
}
