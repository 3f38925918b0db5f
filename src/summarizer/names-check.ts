// Names of a point against the sentences it cites (grounding 3.7 and 8).

import type { Finding } from '../domain.ts'
import { findNames, type NameMention, type NameSupport, nameSupport } from '../text/names.ts'
import { fold } from '../text/normalise.ts'
import { placeKey } from '../text/places.ts'
import { type CheckedText, type CheckScope, sharedStems } from './checked-text.ts'

const MIN_SHARED_STEMS = 2

export function checkNames(point: CheckedText, scope: CheckScope): readonly Finding[] {
  const cited = scope.cited.map(({ text }) => text).join('\n')
  return findNames(point.text, point.language).flatMap((mention): readonly Finding[] => {
    const name = withoutCommonParts(mention)
    if (!name || isFigure(name, point)) return []
    const support = supportOf(name, cited, scope)
    if (support === 'found') return []
    const elsewhere = scope.others.find(
      (text) => sharedStems(point, text) >= MIN_SHARED_STEMS && supportOf(name, text.text, scope) === 'found',
    )
    const finding = (level: Finding['level'], note: string): Finding => ({
      kind: 'name',
      level,
      text: name.text,
      note,
    })
    if (elsewhere) return [finding('recite', `Another sentence names it: "${elsewhere.text}"`)]
    if (typeof support === 'object') return [finding('spelling', `The source writes "${support.spelling}".`)]
    if (isDoubtful(name, point.text)) return [finding('soft', 'The cited sentences do not have this word.')]
    return [finding('fail', 'The cited sentences do not name it.')]
  })
}

/** "Fourteen" has a capital only because it comes first. */
function isFigure({ start, end }: NameMention, point: CheckedText): boolean {
  return point.numbers().some(({ number }) => number.start <= start && end <= number.end)
}

/** What is a code is checked as a figure; of "Sims-focused" only "Sims" is a name. */
function withoutCommonParts(name: NameMention): NameMention | undefined {
  const tokens = name.tokens
    .filter((token) => !/\d/.test(token))
    .flatMap((token) => (/-\p{Ll}/u.test(token) ? token.split('-').filter(isNamePart) : [token]))
  return tokens.length > 0 ? { ...name, tokens } : undefined
}

function isNamePart(part: string): boolean {
  return /^\p{Lu}./u.test(part)
}

function supportOf(name: NameMention, evidence: string, scope: CheckScope): NameSupport {
  const support = nameSupport(name, evidence, scope)
  if (support === 'found' || !name.tokens.some(isAcronym)) return support
  const other = name.tokens.map((token) => (isAcronym(token) ? otherNumber(token) : token))
  return nameSupport({ ...name, tokens: other }, evidence, scope) === 'found' ? 'found' : support
}

function isAcronym(token: string): boolean {
  return /^(?:\p{Lu}\p{Ll}?){2,}s?$/u.test(token)
}

/** "PhDs" of "PhD", and the other way round. */
function otherNumber(token: string): string {
  return token.endsWith('s') ? token.slice(0, -1) : `${token}s`
}

const REPORTS =
  /^\s(?:said|says|told|added|adds|announced|reported|reports|wrote|claimed|claims|warned|confirmed|denied|insisted|argued|asked|replied|tweeted|explained|admitted|sagte|sagt|erklärte|teilte|a (?:déclaré|dit|affirmé|annoncé)|dijo|afirmó|anunció|сказала?|сообщила?|заявила?)(?!\p{L})|^,\s\d{1,3},/u

/** One word that opens a sentence has a capital anyway, unless it is a country's, or speaks, or has an age. */
function isDoubtful({ isSentenceStart, tokens, text, end }: NameMention, point: string): boolean {
  if (!isSentenceStart || tokens.length > 1 || /\p{Lu}/u.test(text.slice(1))) return false
  if (placeKey(fold(text)) !== undefined) return false
  return !REPORTS.test(point.slice(end))
}
