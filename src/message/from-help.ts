import type { Block, Message } from '../domain.ts'
import { type Texts, texts } from './texts.ts'

interface Helped {
  readonly name: string
  readonly usage: string
  readonly group: keyof Texts['commandGroup']
}

/** The commands of a chat in their groups, and how each is written. */
export function messageFromHelp(commands: readonly Helped[], language: string): Message {
  const say = texts(language)
  const groups = Map.groupBy(commands, ({ group }) => group)
  return {
    language,
    blocks: [
      { kind: 'headline', text: say.helpTitle },
      { kind: 'text', text: say.helpQuestion },
      ...[...groups].flatMap(([group, members]): Block[] => [
        { kind: 'quiet', text: say.commandGroup[group] },
        {
          kind: 'rows',
          rows: members.map(({ name, usage }) => ({ term: usage, text: say.commandAbout[name] ?? '' })),
        },
      ]),
      { kind: 'quiet', text: say.helpExample },
    ],
  }
}
