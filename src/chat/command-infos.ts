import { spokenLanguages, texts } from '../message/texts.ts'
import type { CommandInfo } from '../ports.ts'
import { commands } from './commands.ts'

/** The commands as platforms list them, in every language. */
export const commandInfos: readonly CommandInfo[] = commands.map(({ name, group }) => ({
  name,
  about: Object.fromEntries(
    spokenLanguages.map((language) => [language, texts(language).commandAbout[name] ?? name]),
  ),
  isForAdmins: group === 'subscriptions',
}))
