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
