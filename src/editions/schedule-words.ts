// A schedule in the words of a language: as it was written, where it was written in that language; else from its cron
// expressions, where they are plain; else as it was written. What is shown can be written back.

import type { Schedule } from '../domain.ts'
import { spokenLanguage, texts } from '../message/texts.ts'
import { cronsOfPhrase } from './schedule-phrases.ts'

export function scheduleInWords({ text, crons }: Pick<Schedule, 'text' | 'crons'>, wanted: string): string {
  const language = spokenLanguage(wanted)
  // English words are understood in every language, and are shown as they are in English only.
  const isForeign = language !== 'en' && cronsOfPhrase(text, 'en') !== undefined
  if (!isForeign && cronsOfPhrase(text, language)) return text
  return everyCron(crons, language) ?? text
}

interface Times {
  readonly days: string
  readonly minutes: readonly number[]
}

/** Undefined where several expressions do not share their days, or one is not plain. */
function everyCron(crons: readonly string[], language: string): string | undefined {
  const [only] = crons
  const interval = only && crons.length === 1 ? intervalIn(only, language) : undefined
  if (interval !== undefined) return interval
  const all = crons.map(timesIn)
  const days = daysIn(all[0]?.days ?? '', language)
  if (days === undefined || !all.every((each) => each?.days === all[0]?.days)) return undefined
  const minutes = all.flatMap((each) => each?.minutes ?? []).sort((a, b) => a - b)
  return texts(language).times.at(days, listed(minutes.map(clockTime), language))
}

/** `0 8,18 * * 1-5` */
function timesIn(cron: string): Times | undefined {
  const [, minute, hours, days] = /^(\d{1,2}) ([\d,]+) \* \* (\S+)$/.exec(cron) ?? []
  if (minute === undefined || hours === undefined || days === undefined) return undefined
  return { days, minutes: hours.split(',').map((hour) => Number(hour) * 60 + Number(minute)) }
}

/** A step that is the same all day, or in some hours of it, every day. */
function intervalIn(cron: string, language: string): string | undefined {
  const { times } = texts(language)
  const minutes = /^\*\/(\d{1,2}) \* \* \* \*$/.exec(cron)?.[1]
  if (minutes !== undefined) return times.everyMinutes(Number(minutes))
  const found = /^0 (?:\*|(\d{1,2})-(\d{1,2}))(?:\/(\d{1,2}))? \* \* \*$/.exec(cron)
  if (!found) return undefined
  const [, from, to, step] = found
  const every = step === undefined ? times.hourly : times.everyHours(Number(step))
  return from === undefined || to === undefined ? every : times.fromTo(every, from, to)
}

function daysIn(field: string, language: string): string | undefined {
  const { everyDay, everyWeekday, weekend, weekdays } = texts(language).times
  if (field === '*') return everyDay
  if (field === '1-5') return everyWeekday
  if (field === '0,6' || field === '6,0') return weekend
  if (!/^[0-6](?:,[0-6])*$/.test(field)) return undefined
  return listed(
    field.split(',').map((day) => weekdays[Number(day)] ?? ''),
    language,
  )
}

function clockTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function listed(all: readonly string[], language: string): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(all)
}
