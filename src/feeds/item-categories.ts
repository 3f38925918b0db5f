import { plainTitle } from './feed-values.ts'

/** What an item says it is about, as its feed writes it, each once; undefined when it says nothing. */
export function itemCategories(...values: readonly (string | undefined)[]): readonly string[] | undefined {
  const names = values.flatMap((value) => plainTitle(value) ?? [])
  return names.length === 0 ? undefined : [...new Set(names)]
}
