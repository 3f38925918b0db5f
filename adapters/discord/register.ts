// The commands that Discord lists, in every language and place; set only when they changed, since each change is counted.

import { ChannelType, Routes } from 'discord.js'
import { spokenLanguages, texts } from '../../src/message/texts.ts'
import type { CommandInfo } from '../../src/ports.ts'
import type { Api } from './api.ts'
import { PUBLIC_OPTION } from './interactions.ts'
import { shortened } from './shortened.ts'

type Localized = Readonly<Record<string, string>>

interface Option {
  readonly type: 3 | 5 | 7
  readonly name: string
  readonly description: string
  readonly description_localizations: Localized
  readonly required: boolean
  readonly autocomplete?: true
  readonly channel_types?: readonly number[]
}

interface Command {
  readonly type: 1 | 3
  readonly name: string
  readonly name_localizations?: Localized
  readonly description?: string
  readonly description_localizations?: Localized
  readonly options?: readonly Option[]
  readonly default_member_permissions: string | null
  readonly contexts: readonly number[]
  readonly integration_types: readonly number[]
}

const DEFAULT_LANGUAGE = 'en'
/** Where a language is called otherwise there, or is several. */
const LOCALES: Readonly<Record<string, readonly string[]>> = { es: ['es-ES', 'es-419'] }
const NAME = /^[-_\p{Ll}\p{N}]{1,32}$/u
const LONGEST_ABOUT = 100
const LONGEST_NAME = 32
const PLACES: readonly number[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildForum,
]
const MANAGE_SERVER = '32'
const TYPE = { slash: 1, message: 3 } as const
const CONTEXT = { server: 0, botDm: 1, otherPrivate: 2 } as const
const INSTALLED = { inServer: 0, byPerson: 1 } as const

export async function registerCommands(
  api: Api,
  infos: readonly CommandInfo[],
  signal: AbortSignal,
): Promise<void> {
  const { id } = await api.application(signal)
  const route = Routes.applicationCommands(id)
  const wanted = [...infos.filter(({ name }) => NAME.test(name)).map(commandOf), askAboutThis()]
  const now = await api.call<readonly Command[]>('GET', route, {
    query: { with_localizations: 'true' },
    signal,
  })
  if (listText(now) === listText(wanted)) return
  await api.call('PUT', route, { body: wanted, signal })
}

/** Who decides for a server may use the commands of its subscriptions, and everybody in his private chat. */
function commandOf({ name, about, isForAdmins, words, named = [], place }: CommandInfo): Command {
  const options = [
    ...(words ? [wordsOption(words)] : []),
    ...named.map((each) => wordsOption({ ...each, isRequired: false, isCompleted: false })),
    ...(place ? [placeOption(place)] : []),
    ...(isForAdmins ? [] : [publicOption()]),
  ]
  return {
    type: TYPE.slash,
    name,
    ...described(about),
    options,
    ...(isForAdmins
      ? {
          default_member_permissions: MANAGE_SERVER,
          contexts: [CONTEXT.server, CONTEXT.botDm],
          integration_types: [INSTALLED.inServer],
        }
      : EVERYWHERE),
  }
}

const EVERYWHERE = {
  default_member_permissions: null,
  contexts: [CONTEXT.server, CONTEXT.botDm, CONTEXT.otherPrivate],
  integration_types: [INSTALLED.inServer, INSTALLED.byPerson],
}

function wordsOption({ name, about, isRequired, isCompleted }: NonNullable<CommandInfo['words']>): Option {
  return {
    type: 3,
    name,
    ...described(about),
    required: isRequired,
    ...(isCompleted && { autocomplete: true }),
  }
}

function placeOption({ name, about }: NonNullable<CommandInfo['place']>): Option {
  return { type: 7, name, ...described(about), required: false, channel_types: PLACES }
}

function publicOption(): Option {
  return {
    type: 5,
    name: PUBLIC_OPTION,
    ...described(inEveryLanguage((say) => say.showToAll)),
    required: false,
  }
}

/** What stands in the menu of every message. */
function askAboutThis(): Command {
  const names = inEveryLanguage((say) => shortened(say.buttons.ask, LONGEST_NAME))
  return {
    type: TYPE.message,
    name: names[DEFAULT_LANGUAGE] ?? '',
    name_localizations: localized(names),
    ...EVERYWHERE,
  }
}

function described(about: Localized) {
  const short = Object.fromEntries(
    Object.entries(about).map(([language, words]) => [language, shortened(words, LONGEST_ABOUT)]),
  )
  return { description: short[DEFAULT_LANGUAGE] ?? '', description_localizations: localized(short) }
}

function localized(words: Localized): Localized {
  return Object.fromEntries(
    Object.entries(words)
      .filter(([language]) => language !== DEFAULT_LANGUAGE)
      .flatMap(([language, said]) => (LOCALES[language] ?? [language]).map((locale) => [locale, said])),
  )
}

function inEveryLanguage(say: (of: ReturnType<typeof texts>) => string): Localized {
  return Object.fromEntries(spokenLanguages.map((language) => [language, say(texts(language))]))
}

/** What is ours of a list, in an order of its own: Discord adds to it, and leaves out what means nothing. */
function listText(list: readonly Command[]): string {
  return JSON.stringify(
    list
      .map((command) => [
        command.type,
        command.name,
        sorted(command.name_localizations),
        command.description ?? '',
        sorted(command.description_localizations),
        (command.options ?? []).map(optionText),
        command.default_member_permissions ?? null,
        [...(command.contexts ?? [])].sort(),
        [...(command.integration_types ?? [])].sort(),
      ])
      .toSorted(([, one], [, other]) => (String(one) < String(other) ? -1 : 1)),
  )
}

function optionText(option: Option) {
  const {
    type,
    name,
    description,
    description_localizations: others,
    required = false,
    autocomplete = false,
    channel_types: places = [],
  } = option
  return [type, name, description, sorted(others), required, autocomplete, [...places].sort()]
}

function sorted(words: Localized | null | undefined) {
  return Object.entries(words ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1))
}
