// Features in one column: a line with language, length and what the terms are, then a line each for title, body and names,
// terms with their weight in hundredths. Terms are hashes in base 36; without the mark they are the stems themselves, as
// they were stored at first.

import { hashOfStem } from '../text/stem-hashes.ts'
import { vectorFrom } from '../text/vector.ts'
import type { Features, TermVector } from './features.ts'

const HASHED = '#'

export function packFeatures({ language, characters, title, body, names }: Features): string {
  return [`${language} ${characters} ${HASHED}`, ...[title, body, names].map(packVector)].join('\n')
}

export function unpackFeatures(packed: string): Features {
  const [head = '', title = '', body = '', names = ''] = packed.split('\n')
  const [language = '', characters = '0', mark] = head.split(' ')
  const termOf = mark === HASHED ? (term: string) => Number.parseInt(term, 36) : hashOfStem
  return {
    language,
    characters: Number(characters),
    title: unpackVector(title, termOf),
    body: unpackVector(body, termOf),
    names: unpackVector(names, termOf),
  }
}

function packVector({ weights }: TermVector): string {
  let packed = ''
  for (const [term, weight] of weights)
    packed += `${packed && ' '}${term.toString(36)} ${Math.round(weight * 100)}`
  return packed
}

function unpackVector(packed: string, termOf: (term: string) => number): TermVector {
  const words = packed.split(' ')
  const weights = new Map<number, number>()
  for (let at = 0; at + 1 < words.length; at += 2)
    weights.set(termOf(words[at] ?? ''), Number(words[at + 1]) / 100)
  return vectorFrom(weights)
}
