// The texts of a language. A language that nobody has written yet gets English.

import { en } from './texts/en.ts'

/** Every language has the same keys; the compiler says which are missing. */
export type Texts = typeof en

/** Where a message is read: what to do is written as it is typed there. */
export type Face = keyof Texts['how']

const languages: ReadonlyMap<string, Texts> = new Map([['en', en]])

export function texts(language: string): Texts {
  return languages.get(language) ?? en
}

/** The language Brevier speaks to somebody whose app speaks that one: it, or English. Regions do not matter. */
export function spokenLanguage(wanted: string | undefined): string {
  const code = wanted?.toLowerCase().split(/[-_]/)[0] ?? 'en'
  return languages.has(code) ? code : 'en'
}

export const spokenLanguages: readonly string[] = [...languages.keys()]
