import { texts } from './texts.ts'

/** `in German`, for words from outside in another language than the message; undefined when there is nothing to say. */
export function languageNote(language: string, messageLanguage: string): string | undefined {
  if (language === messageLanguage) return undefined
  const name = languageName(language, messageLanguage)
  return name === undefined ? undefined : texts(messageLanguage).inLanguage(name)
}

/** The language to note on a block: that of words from outside, where it differs from the message's. */
export function foreign(language: string, messageLanguage: string): { readonly language?: string } {
  return language === messageLanguage ? {} : { language }
}

/** The code is what a page said of itself; one that names no language has no name. */
function languageName(code: string, shownIn: string): string | undefined {
  if (code === 'und') return undefined
  try {
    return new Intl.DisplayNames([shownIn], { type: 'language', fallback: 'none' }).of(code)
  } catch {
    return undefined
  }
}
