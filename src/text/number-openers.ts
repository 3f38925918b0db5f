import type { NumberLanguage } from './number-words.ts'

/** The words with which a number in words can begin. */
export interface Openers {
  readonly openers: ReadonlySet<string>
  /** Words that begin as an opener does, so that most words of a text need not be looked at. */
  readonly pattern: RegExp
}

const openersByLanguage = new Map<NumberLanguage, Openers>()

export function openersOf(words: NumberLanguage): Openers {
  const known = openersByLanguage.get(words)
  if (known) return known
  const { units, multipliers, ordinals, fractions, articles } = words
  const openers = new Set([units, multipliers, ordinals, fractions].flatMap((table) => [...table.keys()]))
  for (const article of articles) openers.delete(article)
  const made = { openers, pattern: patternOf(openers) }
  openersByLanguage.set(words, made)
  return made
}

/** Looks for three letters of either case first and only then whether a word begins before them: that is quick. */
function patternOf(openers: ReadonlySet<string>): RegExp {
  const beginnings = new Map<string, Set<string>>()
  for (const [first = '', second = '', third = ''] of openers) {
    const key = eitherCase(first) + eitherCase(second)
    beginnings.set(key, (beginnings.get(key) ?? new Set()).add(third))
  }
  const list = [...beginnings].map(([key, thirds]) => key + eitherCase([...thirds].join(''))).join('|')
  return new RegExp(`(?:${list})(?<![\\p{L}\\p{N}][^]{3})(?:(?<=[Qq]ua)tre-vingts?|\\p{L}*)`, 'gu')
}

function eitherCase(letters: string): string {
  return `[${letters}${letters.toUpperCase()}]`
}
