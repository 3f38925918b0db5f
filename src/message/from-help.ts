import type { Message } from '../domain.ts'
import { texts } from './texts.ts'

/** The commands of a chat and how each is written. */
export function messageFromHelp(
  commands: readonly { readonly name: string; readonly usage: string }[],
  language: string,
): Message {
  const say = texts(language)
  const rows = commands.map(({ name, usage }) => ({ term: usage, text: say.commandAbout[name] ?? '' }))
  return {
    language,
    blocks: [
      { kind: 'headline', text: say.helpTitle },
      { kind: 'text', text: say.helpQuestion },
      { kind: 'rows', rows },
    ],
  }
}
