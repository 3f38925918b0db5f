// How a model may write: how close to its sentences, in which language, and who reads it before anybody else does.

import type { Article } from '../domain.ts'
import type { Allowance } from '../ports.ts'
import { isSameLanguage, type WritingMode } from './check-draft.ts'
import type { SettleParts } from './settle-drafts.ts'

export interface Writer {
  readonly allowance: Allowance
  /** The judge's recorded score is good enough. */
  readonly isJudgeProven: boolean
  /** A model of one's own: it is not asked to judge itself. */
  readonly isLocal: boolean
}

export interface Manner {
  readonly mode: WritingMode
  readonly judges: SettleParts['judges']
  readonly mends: SettleParts['mends']
  /** The sentences are in another language than what is written. */
  readonly isAcross: boolean
}

/**
 * Undefined where a model may not write. A proven judge lets it choose its words. Without one it stays with those of the sentences,
 * where they can be compared; in another language they cannot, and the judge always reads (grounding 12.3): there a model that
 * is not proven judges its own translation, after the anchors have held, unless it is one of the small ones that cannot.
 */
export function mannerOf(
  sentences: readonly { readonly article: Article }[],
  language: string,
  { allowance, isJudgeProven, isLocal }: Writer,
): Manner | undefined {
  if (allowance === 'none') return undefined
  const isAcross = sentences.some(({ article }) => !isSameLanguage(article.language, language))
  const mayJudge = allowance === 'all' || allowance === 'no-repair'
  if (isAcross) {
    if (!mayJudge || (isLocal && !isJudgeProven)) return undefined
    const mends = allowance === 'all' ? 'by-translation' : 'never'
    return { mode: 'paraphrase', judges: 'everything', mends, isAcross }
  }
  const mends = allowance === 'all' ? 'by-repair' : 'never'
  if (!isJudgeProven || !mayJudge) return { mode: 'compress', judges: 'nothing', mends, isAcross }
  return { mode: 'paraphrase', judges: isLocal ? 'doubtful' : 'everything', mends, isAcross }
}
