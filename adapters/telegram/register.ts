// The lists of commands that Telegram shows, by who sees them and in what language; set only where they changed.

import type { RawApi } from 'grammy'
import type { CommandInfo } from '../../src/ports.ts'
import { type Bot, grammySignal } from './bot.ts'

type Given = Parameters<RawApi['setMyCommands']>[0]
type Shown = Given['commands'][number]

const DEFAULT_LANGUAGE = 'en'
const NAME = /^[a-z0-9_]{1,32}$/
const LONGEST_ABOUT = 256
const SCOPES = [
  { type: 'all_private_chats', isForAdmins: true },
  { type: 'all_group_chats', isForAdmins: false },
  { type: 'all_chat_administrators', isForAdmins: true },
] as const

export async function registerCommands(
  bot: Bot,
  commands: readonly CommandInfo[],
  signal: AbortSignal,
): Promise<void> {
  const languages = [...new Set(commands.flatMap(({ about }) => Object.keys(about)))]
  for (const { type, isForAdmins } of SCOPES) {
    const listed = commands.filter(
      (command) => NAME.test(command.name) && (isForAdmins || !command.isForAdmins),
    )
    for (const language of languages)
      await setList(
        bot,
        { type },
        { language, list: listed.flatMap((command) => shown(command, language)) },
        signal,
      )
  }
}

/** The list of the default language is for everybody whose own there is not. */
async function setList(
  bot: Bot,
  scope: NonNullable<Given['scope']>,
  { language, list }: { readonly language: string; readonly list: readonly Shown[] },
  signal: AbortSignal,
): Promise<void> {
  const place = { scope, ...(language !== DEFAULT_LANGUAGE && { language_code: language as 'de' }) }
  const now = await bot.api.getMyCommands(place, grammySignal(signal))
  if (listText(now) === listText(list)) return
  await bot.api.setMyCommands({ ...place, commands: [...list] }, grammySignal(signal))
}

function shown({ name, about }: CommandInfo, language: string): readonly Shown[] {
  const description = (about[language] ?? about[DEFAULT_LANGUAGE])?.slice(0, LONGEST_ABOUT).toWellFormed()
  return description ? [{ command: name, description }] : []
}

function listText(list: readonly Shown[]): string {
  return JSON.stringify(list.map(({ command, description }) => [command, description]))
}
