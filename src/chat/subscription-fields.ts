// What can be decided about a subscription: one table for the command line and the chats. In a chat a field is written
// `when empty: line`, on the command line `--when-empty line`; what is shown of it can be written in the same way.

import type { Chat, SubscriptionSettings } from '../domain.ts'
import { parseQuietHours } from '../editions/quiet-hours.ts'
import { parseSchedule } from '../editions/schedule.ts'
import { scheduleInWords } from '../editions/schedule-words.ts'
import { parseTopics } from '../editions/topics.ts'
import { spokenLanguages } from '../message/texts.ts'
import { userError } from '../message/user-error.ts'
import { DEFAULT_LENGTH } from '../summarizer/engine.ts'

export interface SubscriptionField {
  readonly name: string
  /** What people call it too. */
  readonly also?: readonly string[]
  /** What stands behind its flag, for the help: `<n>`. */
  readonly value: string
  readonly about: string
  /** Values that most people want, as they are written; buttons offer them. */
  readonly suggested: readonly string[]
  /** It means something on few platforms: it has no button, and is shown where it is set. */
  readonly isRare?: true
  /** The settings with this field as it was written. Throws UserError with one sentence that says what would be right. */
  set(settings: SubscriptionSettings, text: string): SubscriptionSettings
  /** As it is written, also by whoever reads that language. */
  show(settings: SubscriptionSettings, language: string): string
}

/** Fields as somebody wrote them. */
export type WrittenFields = readonly (readonly [field: SubscriptionField, text: string])[]

const EVERYTHING = 'everything'
const NONE = 'none'
const NOBODY = 'nobody'
const MOST_TOPIC_CHARACTERS = 1_000
const MOST = { points: 10, briefs: 20 }
const SCHEDULES = [
  'every day at 7:00',
  'every day at 8:00',
  'every weekday at 7:30',
  'every day at 18:00',
  'twice a day',
  'every 3 hours',
]
const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Moscow',
  'America/New_York',
  'America/Mexico_City',
  'America/Los_Angeles',
  'Asia/Kolkata',
]
const CHOICES = {
  afterDownTime: ['late', 'merge', 'skip'],
  whenUnknown: ['once', 'again'],
  whenEmpty: ['nothing', 'line'],
  followers: ['no', 'yes'],
} as const

export const subscriptionFields: readonly SubscriptionField[] = [
  {
    name: 'topics',
    also: ['topic'],
    value: '<topics>',
    about: 'what it is about: climate change, "port strike", -football, source:Courier, category:business',
    suggested: [EVERYTHING],
    set: (settings, text) => ({ ...settings, topics: topicsOf(text) }),
    show: ({ topics }) => (topics === '' ? EVERYTHING : topics),
  },
  {
    name: 'schedule',
    value: '<times>',
    about: 'when it comes: "every weekday at 7:30", "twice a day", or cron',
    suggested: SCHEDULES,
    set: (settings, text) => ({ ...settings, schedule: parseSchedule(text, settings.schedule.zone) }),
    show: ({ schedule }, language) => scheduleInWords(schedule, language),
  },
  {
    name: 'zone',
    also: ['time zone', 'timezone'],
    value: '<name>',
    about: 'the time zone of its schedule, like Europe/Berlin',
    suggested: ZONES,
    set: (settings, text) => ({ ...settings, schedule: parseSchedule(settings.schedule.text, text) }),
    show: ({ schedule }) => schedule.zone,
  },
  {
    name: 'quiet',
    also: ['quiet hours'],
    value: '<hours>',
    about: 'quiet hours: 22:00-07:00 waits for their end, 22:00-07:00 silence posts without a sound, or none',
    suggested: [NONE, '22:00-07:00 move', '22:00-07:00 silence'],
    set: withQuietHours,
    show: ({ quietHours }) =>
      quietHours ? `${quietHours.from}-${quietHours.to} ${quietHours.effect}` : NONE,
  },
  {
    name: 'briefs',
    also: ['brief'],
    value: '<n>',
    about: `briefs of an edition, at most ${MOST.briefs}`,
    suggested: ['3', '5', '8', '10'],
    set: (settings, text) => ({ ...settings, briefs: count('briefs', text) }),
    show: ({ briefs }) => String(briefs),
  },
  {
    name: 'points',
    also: ['point'],
    value: '<n>',
    about: `points of a brief, at most ${MOST.points}`,
    suggested: ['1', '2', '3', '5'],
    set: (settings, text) => ({ ...settings, points: count('points', text) }),
    show: ({ points }) => String(points),
  },
  {
    name: 'language',
    value: '<code>',
    about: "its readers' language, like en or de",
    suggested: spokenLanguages,
    set: (settings, text) => ({ ...settings, language: languageOf(text) }),
    show: ({ language }) => language,
  },
  {
    name: 'after down time',
    value: '<late|merge|skip>',
    about: 'editions that were missed: send the last one late, merge all into one, or skip them',
    suggested: CHOICES.afterDownTime,
    set: (settings, text) => ({
      ...settings,
      afterDownTime: choice('after down time', CHOICES.afterDownTime, text),
    }),
    show: ({ afterDownTime }) => afterDownTime,
  },
  {
    name: 'when unknown',
    value: '<once|again>',
    about: 'a post that may have arrived: never send it twice, or send it once again',
    suggested: CHOICES.whenUnknown,
    set: (settings, text) => ({
      ...settings,
      whenUnknown: choice('when unknown', CHOICES.whenUnknown, text),
    }),
    show: ({ whenUnknown }) => whenUnknown,
  },
  {
    name: 'when empty',
    value: '<nothing|line>',
    about: 'an edition without news: send nothing, or one line that says so',
    suggested: CHOICES.whenEmpty,
    set: (settings, text) => ({ ...settings, whenEmpty: choice('when empty', CHOICES.whenEmpty, text) }),
    show: ({ whenEmpty }) => whenEmpty,
  },
  {
    name: 'role',
    value: '<role>',
    about: 'the role that an edition calls, where the platform has roles: its id, or nobody',
    suggested: [],
    isRare: true,
    set: withRole,
    show: ({ calledRole = NOBODY }) => calledRole,
  },
  {
    name: 'followers',
    value: '<no|yes>',
    about: 'publish editions also to those who follow the channel from elsewhere, where the platform can',
    suggested: CHOICES.followers,
    isRare: true,
    set: ({ isForFollowers: _, ...rest }, text) =>
      choice('followers', CHOICES.followers, text) === 'yes' ? { ...rest, isForFollowers: true } : rest,
    show: ({ isForFollowers }) => (isForFollowers ? 'yes' : 'no'),
  },
]

/** What buttons change. */
export const usualFields = subscriptionFields.filter(({ isRare }) => !isRare)

/** Of a chat that says nothing else. Where many read, one post too many hurts more than one too few. */
export function defaultSettings(kind: Chat['kind']): SubscriptionSettings {
  return {
    topics: '',
    language: 'en',
    points: DEFAULT_LENGTH.points,
    briefs: 5,
    schedule: parseSchedule('every day at 8:00', 'UTC'),
    afterDownTime: 'late',
    whenUnknown: kind === 'private' ? 'again' : 'once',
    whenEmpty: 'nothing',
  }
}

export function withFields(settings: SubscriptionSettings, written: WrittenFields): SubscriptionSettings {
  return written.reduce((before, [field, text]) => field.set(before, text.trim()), settings)
}

/** By its name or what people call it too, with spaces or hyphens in it. */
export function fieldNamed(text: string): SubscriptionField | undefined {
  const said = text.trim().toLowerCase().replaceAll('-', ' ').replace(/\s+/g, ' ')
  return subscriptionFields.find(({ name, also = [] }) => name === said || also.includes(said))
}

/** What is set, field by field, as it is written. */
export function fieldRows(settings: SubscriptionSettings, language: string) {
  const unset = defaultSettings('private')
  return subscriptionFields
    .filter((field) => !field.isRare || field.show(settings, language) !== field.show(unset, language))
    .map((field) => ({ term: field.name, text: field.show(settings, language) }))
}

function topicsOf(text: string): string {
  const topics = [EVERYTHING, 'all'].includes(text.toLowerCase()) ? '' : text
  if (topics.length > MOST_TOPIC_CHARACTERS)
    throw userError((wrong) => wrong.longTopics(MOST_TOPIC_CHARACTERS))
  parseTopics(topics)
  return topics
}

function withQuietHours(
  { quietHours: _, ...rest }: SubscriptionSettings,
  text: string,
): SubscriptionSettings {
  return text.toLowerCase() === NONE ? rest : { ...rest, quietHours: parseQuietHours(text) }
}

/** By its id, or as a chat writes a role that is mentioned. */
function withRole({ calledRole: _, ...rest }: SubscriptionSettings, text: string): SubscriptionSettings {
  if (text.toLowerCase() === NOBODY) return rest
  const [, calledRole] = /^(?:<@&(?=\d+>$))?(\d{15,20})>?$/.exec(text) ?? []
  if (calledRole !== undefined) return { ...rest, calledRole }
  throw userError((wrong) => wrong.noRole(text))
}

function count(name: keyof typeof MOST, text: string): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (number >= 1 && number <= MOST[name]) return number
  throw userError((wrong) => wrong.noCount(text, name, MOST[name]))
}

function languageOf(text: string): string {
  const code = text.toLowerCase()
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  if (/^[a-z]{2}$/.test(code) && names.of(code) !== undefined) return code
  throw userError((wrong) => wrong.noLanguage(text))
}

function choice<T extends string>(name: string, choices: readonly T[], text: string): T {
  const chosen = choices.find((each) => each === text.toLowerCase())
  if (chosen) return chosen
  const others = choices.slice(0, -1).join(', ')
  throw userError((wrong) => wrong.noChoice(text, name, others, choices.at(-1) ?? ''))
}
