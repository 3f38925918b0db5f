// How common a stem is in the news at large, for texts that are not stored and for stores that are still small.

import { readFileSync } from 'node:fs'
import { HashCounts } from './hash-counts.ts'
import { hashOfStem } from './stem-hashes.ts'

/** Of stems, or of their hashes. */
export interface Frequencies<Stem = string> {
  /** How many documents were counted. */
  readonly documents: number
  /** In how many of them the stem occurs. */
  count(stem: Stem): number
}

/** The table as `test/bench/word-frequencies.ts` writes it: per language, stems of about the same count by that count. */
export type FrequencyTable = Readonly<
  Record<string, { readonly documents: number; readonly groups: Readonly<Record<string, string>> }>
>

const NONE: Frequencies<unknown> = { documents: 0, count: () => 0 }

let table: FrequencyTable | undefined
const loaded = new Map<string, Frequencies>()
const loadedByHash = new Map<string, Frequencies<number>>()

/**
 * From the table in the repository. A stem that is not in it counts as half the rarest that is, so that unknown words
 * weigh most; a language that is not in it gives no documents, so that all its words weigh the same.
 */
export function backgroundFrequencies(language: string): Frequencies {
  return backgroundOf(language, loaded, unpackStems)
}

/** The same by `hashOfStem`. */
export function backgroundByHash(language: string): Frequencies<number> {
  return backgroundOf(language, loadedByHash, unpackHashed)
}

function backgroundOf<Stem>(
  language: string,
  loaded: Map<string, Frequencies<Stem>>,
  unpack: (entry: FrequencyTable[string]) => Frequencies<Stem>,
): Frequencies<Stem> {
  const code = language.slice(0, 2).toLowerCase()
  const known = loaded.get(code)
  if (known) return known
  table ??= JSON.parse(
    readFileSync(new URL('./word-frequencies.json', import.meta.url), 'utf8'),
  ) as FrequencyTable
  const entry = table[code]
  const frequencies = entry ? unpack(entry) : NONE
  loaded.set(code, frequencies)
  return frequencies
}

/** Both counted together, as if the documents of one had been among those of the other. */
export function combineFrequencies<Stem>(a: Frequencies<Stem>, b: Frequencies<Stem>): Frequencies<Stem> {
  return { documents: a.documents + b.documents, count: (stem) => a.count(stem) + b.count(stem) }
}

/** `ln((N + 1) / (df + 0.5))`, never below 0 (grounding 4.1). */
export function inverseFrequency<Stem>(frequencies: Frequencies<Stem>, stem: Stem): number {
  return inverse(frequencies.documents, frequencies.count(stem))
}

/** The same of a count. */
export function inverse(documents: number, count: number): number {
  return Math.max(0, Math.log((documents + 1) / (count + 0.5)))
}

const NO_STEM = ''

/** A word of everyday news, no name; undefined in a language without a table, where nobody can tell. */
export function isCommonStem(stem: string, language: string): boolean | undefined {
  const frequencies = backgroundFrequencies(language)
  if (frequencies.documents === 0) return undefined
  return frequencies.count(stem) > frequencies.count(NO_STEM)
}

function unpackStems(entry: FrequencyTable[string]): Frequencies {
  const counts = new Map<string, number>()
  const unknown = unpack(entry, (stem, count) => counts.set(stem, count))
  return { documents: entry.documents, count: (stem) => counts.get(stem) ?? unknown }
}

function unpackHashed(entry: FrequencyTable[string]): Frequencies<number> {
  const counts = new HashCounts()
  const unknown = unpack(entry, (stem, count) => counts.set(hashOfStem(stem), count))
  return { documents: entry.documents, count: (hash) => counts.get(hash) || unknown }
}

/** Gives what a stem counts that is not in the table. */
function unpack({ documents, groups }: FrequencyTable[string], set: (stem: string, count: number) => void) {
  let smallest = documents
  for (const [key, stems] of Object.entries(groups)) {
    const count = Number(key)
    smallest = Math.min(smallest, count)
    for (const stem of stems.split(' ')) set(stem, count)
  }
  return smallest / 2
}
