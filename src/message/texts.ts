// The texts of a language. A language that nobody has written yet gets English.

import { en } from './texts/en.ts'

export type Texts = typeof en

const languages: Readonly<Record<string, Texts>> = { en }

export function texts(language: string): Texts {
  return languages[language] ?? en
}
