// Headlines lie most (grounding 14.6): one that a model wrote is checked against all that its points cite, and names nobody and
// counts nothing that is in none of them.

import { countWords } from '../articles/block.ts'
import type { Finding } from '../domain.ts'
import { findNames, nameSupport } from '../text/names.ts'
import { findNumbers, numbersMatch } from '../text/numbers.ts'
import { checkDraft, type DraftRules } from './check-draft.ts'
import type { Draft } from './draft.ts'
import type { NumberedEvidence } from './numbered-evidence.ts'
import type { SettledPoint } from './settle-drafts.ts'

export type HeadlineDraft = Draft

const MAX_WORDS = 16

/** `text` is absent when the headline does not hold; the title of an article then heads the brief. */
export function checkHeadline(
  draft: HeadlineDraft,
  points: readonly SettledPoint[],
  evidence: NumberedEvidence,
  rules: DraftRules,
): { readonly text?: string; readonly findings: readonly Finding[] } {
  const { verdict, text, findings } = checkDraft(draft, evidence, rules)
  const said = points.map(({ point }) => point.text).join('\n')
  const own = [...ownNames(text, said, rules.language), ...ownFigures(text, said, rules.language)]
  const more: readonly Finding[] = own.map((words) => ({
    kind: 'form',
    level: 'fail',
    text: words,
    note: 'The headline says what no point says.',
  }))
  const isSound = verdict === 'pass' && more.length === 0 && countWords(text) <= MAX_WORDS
  return { ...(isSound && { text: text.replace(/(?<!\p{Lu})\.$/u, '') }), findings: [...findings, ...more] }
}

function ownNames(headline: string, said: string, language: string): readonly string[] {
  return findNames(headline, language)
    .filter((name) => !name.isSentenceStart || name.tokens.length > 1)
    .filter((name) => nameSupport(name, said, { language }) !== 'found')
    .map(({ text }) => text)
}

function ownFigures(headline: string, said: string, language: string): readonly string[] {
  const given = findNumbers(said, language)
  return findNumbers(headline, language)
    .filter((number) => !number.isSoft && !given.some((other) => numbersMatch(number, other)))
    .map(({ text }) => text)
}
