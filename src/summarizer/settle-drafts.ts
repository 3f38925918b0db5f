// What becomes of a model's points (grounding 8): what passes is sent as written; what fails is mended once, else a sentence of its
// sources stands in its place, else it is left out. Nothing leaves here that was not checked.

import type { Prompts } from '../../prompts/index.ts'
import type { Finding, Point } from '../domain.ts'
import { ModelError } from '../errors.ts'
import { findAddresses } from '../text/addresses.ts'
import { contentStems } from '../text/tokens.ts'
import type { Calls } from './ask-model.ts'
import { type CheckedDraft, checkDraft, type DraftRules, isSameLanguage } from './check-draft.ts'
import { supportOf } from './check-point.ts'
import { readForCheck } from './checked-text.ts'
import type { Draft } from './draft.ts'
import { judge } from './judge.ts'
import { citationOf, type NumberedEvidence, type NumberedSentence } from './numbered-evidence.ts'
import { repair } from './repair.ts'
import { isAnaphoric } from './sentence-traits.ts'
import { translate } from './translate.ts'
import { trimmedIn } from './trim.ts'

export interface SettleParts {
  readonly calls: Calls
  readonly prompts: Prompts
  readonly rules: DraftRules
  /** Nobody, only what is doubtful, or everything. */
  readonly judges: 'nothing' | 'doubtful' | 'everything'
  /** How a point that failed gets a second try; across languages a sentence is translated instead. */
  readonly mends: 'by-repair' | 'by-translation' | 'never'
  /** How good a sentence is by itself; the best stands in for a point that failed. */
  scoreOf(sentence: NumberedSentence): number
  /** Told of the points that are settled so far. */
  report?(points: readonly Point[]): void
}

export interface Settled {
  readonly points: readonly SettledPoint[]
  /** Of every draft, sent or not. */
  readonly findings: readonly Finding[]
}

export interface SettledPoint {
  readonly point: Point
  readonly cited: readonly NumberedSentence[]
  readonly how: 'passed' | 'mended' | 'replaced'
}

export async function settleDrafts(
  drafts: readonly Draft[],
  evidence: NumberedEvidence,
  parts: SettleParts,
): Promise<Settled> {
  const checked = await judged(
    drafts.map((draft) => checkDraft(draft, evidence, parts.rules)),
    parts,
  )
  parts.report?.(checked.filter(({ verdict }) => verdict === 'pass').map(written))
  const repaired = await repairedOf(checked, evidence, parts)
  const points: SettledPoint[] = []
  const findings: Finding[] = []
  for (const [at, one] of checked.entries()) {
    const settled = settledPoint(one, repaired[at], points, evidence, parts)
    const isNew = !points.some(
      ({ point }) => settled && tellsTheSame(point, settled.point, parts.rules.language),
    )
    const kept = isNew ? settled : undefined
    if (kept) points.push(kept)
    findings.push(...findingsOf(one, kept), ...(kept?.how === 'mended' ? (repaired[at]?.findings ?? []) : []))
  }
  return { points, findings }
}

/** The words that a point did not keep are told with what became of them. */
function findingsOf(checked: CheckedDraft, settled: SettledPoint | undefined): readonly Finding[] {
  if (settled?.how === 'passed') return checked.findings
  const became = settled === undefined ? 'left-out' : settled.how === 'mended' ? 'mended' : 'replaced'
  return checked.findings.map((finding) => ({ ...finding, became }))
}

/** What is doubtful passes when a judge supports it, and fails where none is asked. */
async function judged(
  checked: readonly CheckedDraft[],
  { calls, prompts, judges }: SettleParts,
): Promise<readonly CheckedDraft[]> {
  const isAsked = ({ verdict }: CheckedDraft) =>
    judges === 'everything' ? verdict !== 'fail' : judges === 'doubtful' && verdict === 'doubtful'
  const asked = checked.filter(isAsked)
  const verdicts = await judge(asked, { calls, prompts })
  return checked.map((one) => {
    const at = asked.indexOf(one)
    const problem = verdicts[at]
    if (at >= 0 && problem === undefined) return { ...one, verdict: 'pass' }
    if (problem === undefined) return one.verdict === 'pass' ? one : { ...one, verdict: 'fail' }
    const finding: Finding = { kind: 'judge', level: 'fail', text: one.text, note: problem }
    return { ...one, verdict: 'fail', findings: [...one.findings, finding] }
  })
}

/** At the place of each that failed, what came back and passes. */
async function repairedOf(
  checked: readonly CheckedDraft[],
  evidence: NumberedEvidence,
  parts: SettleParts,
): Promise<readonly (CheckedDraft | undefined)[]> {
  const failed = checked.filter(({ verdict }) => verdict === 'fail')
  if (failed.length === 0 || parts.mends === 'never') return []
  const drafts = await repairOrNothing(failed, evidence, parts)
  const again = await judged(
    drafts.flatMap((draft) => (draft ? [checkDraft(draft, evidence, parts.rules)] : [])),
    parts,
  )
  const results = drafts.map((draft) => (draft ? again[drafts.filter(Boolean).indexOf(draft)] : undefined))
  return checked.map((one) => results[failed.indexOf(one)])
}

/** What cannot be mended is replaced; the points that passed are not lost for it. */
async function repairOrNothing(
  failed: readonly CheckedDraft[],
  evidence: NumberedEvidence,
  parts: SettleParts,
): Promise<readonly (Draft | undefined)[]> {
  try {
    return parts.mends === 'by-translation'
      ? await translate(
          failed.map((one) => standIn(one, [], evidence, parts)),
          parts,
        )
      : await repair(failed, evidence, parts)
  } catch (error) {
    if (error instanceof ModelError) return []
    throw error
  }
}

function settledPoint(
  checked: CheckedDraft,
  repaired: CheckedDraft | undefined,
  before: readonly SettledPoint[],
  evidence: NumberedEvidence,
  parts: SettleParts,
): SettledPoint | undefined {
  if (checked.verdict === 'pass') return { point: written(checked), cited: checked.cited, how: 'passed' }
  if (repaired?.verdict === 'pass') return { point: written(repaired), cited: repaired.cited, how: 'mended' }
  const sentence = standIn(checked, before, evidence, parts)
  return sentence && { point: quoted(sentence, parts.rules.language), cited: [sentence], how: 'replaced' }
}

function written({ text, cited }: CheckedDraft): Point {
  return { text, citations: cited.map(citationOf), isWritten: true }
}

export function quoted({ article, sentence, ...rest }: NumberedSentence, language: string): Point {
  const { start, end } = trimmedIn(article, sentence)
  return {
    text: article.text.slice(start, end),
    citations: [citationOf({ article, sentence, text: rest.text })],
    ...(!isSameLanguage(article.language, language) && { language: article.language }),
  }
}

/** A sentence shares less with a point that speaks of something else. */
const SPEAKS_OF_IT = 0.4

/** The best sentence that the point cites, else the best one that speaks of the same; none that was used already. */
function standIn(
  { text, cited }: CheckedDraft,
  before: readonly SettledPoint[],
  { sentences }: NumberedEvidence,
  { scoreOf, rules }: SettleParts,
): NumberedSentence | undefined {
  const used = new Set(before.flatMap((one) => one.cited))
  const point = readForCheck(text, rules.language)
  const best = (some: readonly NumberedSentence[]) =>
    some.filter((one) => !used.has(one) && standsAlone(one)).toSorted((a, b) => scoreOf(b) - scoreOf(a))[0]
  return (
    best(cited) ??
    best(
      sentences.filter(
        ({ checked }) => supportOf(point, [checked]) >= SPEAKS_OF_IT && point.stemSet.size > 0,
      ),
    )
  )
}

function standsAlone({ text, article }: NumberedSentence): boolean {
  return !isAnaphoric(text, article.language) && findAddresses(text).length === 0
}

const SAME = 0.7

function tellsTheSame(a: Point, b: Point, language: string): boolean {
  const [left, right] = [a, b].map(({ text }) => new Set(contentStems(text, language)))
  if (!left || !right || left.size === 0 || right.size === 0) return a.text === b.text
  const shared = [...left].filter((stem) => right.has(stem)).length
  return shared / Math.sqrt(left.size * right.size) > SAME
}
