// The texts of a language. A language that nobody has written yet gets English.

import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { ru } from './texts/ru.ts'

/** Every language has the same keys; the compiler says which are missing. */
export type Texts = typeof en

/** Where a message is read: what to do is written as it is typed there. */
export type Face = keyof Texts['how']

const languages: ReadonlyMap<string, Texts> = new Map(Object.entries({ en, de, es, fr, ru }))

export function texts(language: string): Texts {
  return languages.get(language) ?? en
}

/** The language Brevier speaks to somebody whose app speaks that one: it, or English. Regions do not matter. */
export function spokenLanguage(wanted: string | undefined): string {
  const code = wanted?.toLowerCase().split(/[-_]/)[0] ?? 'en'
  return languages.has(code) ? code : 'en'
}

export const spokenLanguages: readonly string[] = [...languages.keys()]
