// What is told to people in chats as well as on the command line: the same sentence in every language.

import { UserError } from '../errors.ts'
import { type Texts, texts } from './texts.ts'

export function userError(say: (wrong: Texts['wrong']) => string, options: ErrorOptions = {}): UserError {
  const inLanguage = (language: string) => say(texts(language).wrong)
  return new UserError(inLanguage('en'), { ...options, inLanguage })
}
