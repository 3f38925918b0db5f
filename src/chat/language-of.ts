import type { InboundEvent } from '../domain.ts'
import { spokenLanguage } from '../message/texts.ts'

/** The language that Brevier speaks of itself to whoever did that; answers are in the language of their articles. */
export function languageOf({ language }: Pick<InboundEvent, 'language'>): string {
  return spokenLanguage(language)
}
