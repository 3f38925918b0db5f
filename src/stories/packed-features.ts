// Features in one column: a line with language, length and a mark, then the terms, in base 36, with their weights in hundredths.
// Without the mark the lines are title, text and names, of stems themselves, as they were stored at first.

import { hashOfStem } from '../text/stem-hashes.ts'
import type { Features } from './features.ts'
import { TermVector } from './term-vector.ts'

const HASHED = '#'

export function packFeatures({ language, characters, terms }: Features): string {
  let packed = `${language} ${characters} ${HASHED}\n`
  for (let at = 0; at < terms.size; at++)
    packed += `${terms.termAt(at).toString(36)} ${Math.round(terms.weightAt(at) * 100)} `
  return packed
}

export function unpackFeatures(packed: string): Features {
  const [head = '', first = '', second = ''] = packed.split('\n')
  const [language = '', characters = '0', mark] = head.split(' ')
  return {
    language,
    characters: Number(characters),
    terms:
      mark === HASHED
        ? unpackTerms(first, (term) => Number.parseInt(term, 36))
        : unpackTerms(second, hashOfStem),
  }
}

function unpackTerms(packed: string, termOf: (word: string) => number): TermVector {
  const words = packed.split(' ')
  const terms: number[] = []
  const weights: number[] = []
  for (let at = 0; at + 1 < words.length; at += 2) {
    terms.push(termOf(words[at] ?? ''))
    weights.push(Number(words[at + 1]) / 100)
  }
  return new TermVector(terms, weights)
}
