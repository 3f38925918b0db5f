// One point of a model against the sentences it cites (grounding 8). What is only spelled or cited wrongly is mended on the
// spot, once; what remains decides: `pass`, `doubtful` (a judge may still clear it), or `fail`.

import type { Finding } from '../domain.ts'
import { checkAnchors } from './anchor-check.ts'
import { checkPoint } from './check-point.ts'
import {
  type CheckedText,
  type CheckScope,
  type Noticed,
  plainFinding,
  readForCheck,
  sharedStems,
} from './checked-text.ts'
import type { Draft } from './draft.ts'
import { checkForm } from './form-check.ts'
import { checkNovelty } from './novelty-check.ts'
import type { NumberedEvidence, NumberedSentence } from './numbered-evidence.ts'

/** `compress` stays with the words of the sentences; `paraphrase` may choose its own, where a judge reads them. */
export type WritingMode = 'compress' | 'paraphrase'

export interface DraftRules {
  readonly mode: WritingMode
  /** What the point is written in. */
  readonly language: string
}

export interface CheckedDraft {
  /** With the source's spelling. */
  readonly text: string
  /** What it rests on, in the order of the request: never empty, unless it fails. */
  readonly cited: readonly NumberedSentence[]
  readonly verdict: 'pass' | 'doubtful' | 'fail'
  readonly findings: readonly Finding[]
}

const MAX_CITATIONS = 4

export function checkDraft(draft: Draft, evidence: NumberedEvidence, rules: DraftRules): CheckedDraft {
  const text = draft.text.trim()
  const cited = citedBy(draft, evidence, rules.language)
  if (cited.length === 0) {
    const note = 'It cites no sentence that was given.'
    return { text, cited, verdict: 'fail', findings: [{ kind: 'citation', level: 'fail', text, note }] }
  }
  const found = findingsOf({ ...draft, text }, cited, evidence, rules)
  const mended = mend(text, cited, found, evidence)
  if (!mended) return { text, cited, ...judged(found) }
  const again = judged(findingsOf({ ...draft, text: mended.text }, mended.cited, evidence, rules))
  const told = found.filter(isMendable).map(plainFinding)
  const verdict = again.verdict === 'pass' && found.some(isGuess) ? 'doubtful' : again.verdict
  return { ...mended, verdict, findings: [...told, ...again.findings] }
}

/** A figure is looked for where its words are, and a quote is whole; a date or a name may be of another fact that is alike. */
function isGuess({ kind, level }: Noticed): boolean {
  return level === 'recite' && (kind === 'date' || kind === 'name')
}

/** Numbers that are none of the request's count as not given; of too many, those that share most with the text. */
function citedBy({ cites, text }: Draft, { sentences }: NumberedEvidence, language: string) {
  const cited = sentences.filter(({ number }) => cites.includes(number))
  if (cited.length <= MAX_CITATIONS) return cited
  const point = readForCheck(text, language)
  const nearest = [...cited].sort((a, b) => sharedStems(point, b.checked) - sharedStems(point, a.checked))
  const kept = new Set(nearest.slice(0, MAX_CITATIONS))
  return cited.filter((one) => kept.has(one))
}

function findingsOf(
  { text, anchors }: Draft,
  cited: readonly NumberedSentence[],
  evidence: NumberedEvidence,
  { mode, language }: DraftRules,
): readonly Noticed[] {
  const scope = scopeOf(cited, evidence, language)
  const form = checkForm(text, language)
  const point = readForCheck(text, language)
  if (cited.some(({ article }) => !isSameLanguage(article.language, language)))
    return [...form, ...checkAnchors(point, anchors ?? [], scope)]
  return [...form, ...checkPoint(text, scope), ...(mode === 'compress' ? checkNovelty(point, scope) : [])]
}

export function isSameLanguage(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2)
}

/** The cited sentences and the titles of their articles: not the whole of these (grounding 14.1). */
export function scopeOf(
  cited: readonly NumberedSentence[],
  { sentences, titleOf }: NumberedEvidence,
  language: string,
): CheckScope {
  const articleIds = new Set(cited.map(({ article }) => article.id))
  const titles = [...articleIds].flatMap((id) => titleOf(id) ?? [])
  return {
    language,
    cited: [...cited.map(({ checked }) => checked), ...titles],
    others: sentences.filter((one) => !cited.includes(one)).map(({ checked }) => checked),
  }
}

function isMendable({ elsewhere, spelling }: Noticed): boolean {
  return elsewhere !== undefined || spelling !== undefined
}

/** The source's spelling, and the sentences that say what those cited do not. Undefined when there is nothing to mend. */
function mend(
  text: string,
  cited: readonly NumberedSentence[],
  found: readonly Noticed[],
  { sentences }: NumberedEvidence,
): { readonly text: string; readonly cited: readonly NumberedSentence[] } | undefined {
  if (!found.some(isMendable) || found.some(({ level }) => level === 'fail')) return undefined
  const spelled = found.reduce(
    (so, one) => (one.spelling === undefined ? so : so.replaceAll(one.text, one.spelling)),
    text,
  )
  const added = new Set<CheckedText | undefined>(found.map(({ elsewhere }) => elsewhere))
  const all = sentences.filter((one) => cited.includes(one) || added.has(one.checked))
  return { text: spelled, cited: all.length <= MAX_CITATIONS ? all : cited }
}

/** What could not be mended fails. */
function judged(found: readonly Noticed[]): Pick<CheckedDraft, 'verdict' | 'findings'> {
  const findings = found.map((one): Finding => {
    const isLeft = one.level === 'recite' || one.level === 'spelling'
    return isLeft ? { ...plainFinding(one), level: 'fail' } : plainFinding(one)
  })
  const fails = findings.some(({ level }) => level === 'fail')
  return { verdict: fails ? 'fail' : findings.length > 0 ? 'doubtful' : 'pass', findings }
}
