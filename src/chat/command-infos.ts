import { namedWords } from '../message/named-words.ts'
import { spokenLanguages, type Texts, texts } from '../message/texts.ts'
import type { CommandInfo } from '../ports.ts'
import { commands } from './commands.ts'

type Words = Omit<NonNullable<CommandInfo['words']>, 'about'>

const required = (name: string): Words => ({ name, isRequired: true, isCompleted: false })
const optional = (name: string): Words => ({ name, isRequired: false, isCompleted: false })

/** What comes behind which command; a chat's only subscription need not be named. */
const WORDS: Readonly<Record<string, Words>> = {
  ask: required('question'),
  brief: { ...optional('topic'), isCompleted: true },
  sources: required('mark'),
  subscribe: { ...optional('topics'), isCompleted: true },
  edit: required('changes'),
  pause: optional('subscription'),
  resume: optional('subscription'),
  unsubscribe: optional('subscription'),
  preview: optional('subscription'),
  settings: optional('subscription'),
  notices: optional('where'),
  why: optional('about'),
}

/** What can be named besides the words of a command. */
const NAMED: Readonly<Record<string, readonly string[]>> = { subscribe: namedWords }
/** Commands that can be said about another chat. */
const ABOUT_A_PLACE: ReadonlySet<string> = new Set([
  'subscribe',
  'subscriptions',
  'settings',
  'notices',
  'why',
])
const PLACE = 'channel'

/** The commands as platforms list them, in every language. */
export const commandInfos: readonly CommandInfo[] = commands.map(({ name, group }) => {
  const words = WORDS[name]
  return {
    name,
    about: inEveryLanguage((say) => say.commandAbout[name] ?? name),
    isForAdmins: group === 'subscriptions',
    ...(words && {
      words: { ...words, about: aboutWords(words.name) },
    }),
    ...(NAMED[name] && { named: NAMED[name].map((each) => ({ name: each, about: aboutWords(each) })) }),
    ...(ABOUT_A_PLACE.has(name) && { place: { name: PLACE, about: aboutWords(PLACE) } }),
  }
})

function aboutWords(name: string): Readonly<Record<string, string>> {
  return inEveryLanguage((say) => say.commandWords[name] ?? name)
}

function inEveryLanguage(say: (texts: Texts) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(spokenLanguages.map((language) => [language, say(texts(language))]))
}
