// "every weekday at 7:30", "twice a day", "hourly from 8 to 20" → cron expressions.

import { inEnglish, scheduleLanguages } from './schedule-translation.ts'

const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const DAYS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:every\s+day|each\s+day|daily)\b/g, '*'],
  [/\b(?:every\s+)?(?:week|work(?:ing)?\s*)days?\b/g, '1-5'],
  [/\b(?:every\s+|at\s+)?weekends?\b/g, '0,6'],
  ...DAY_NAMES.map(
    (name, at) => [new RegExp(`\\b${name.slice(0, 3)}(?:${name.slice(3)})?s?\\b`, 'g'), `${at}`] as const,
  ),
]

const TIMES_A_DAY: Readonly<Record<string, string>> = {
  once: '0 8',
  twice: '0 8,18',
  'three times': '0 8,13,18',
  'four times': '0 8,12,16,20',
}
const PARTS_OF_DAY: Readonly<Record<string, string>> = {
  'every morning': 'every day at 8:00',
  'every noon': 'every day at noon',
  'every evening': 'every day at 18:00',
}

/** What says nothing by itself. */
const FILLERS = /\b(?:at|on|every|each|and|the|o'?clock|hrs?|h)\b|[,&.]/g

/**
 * Undefined when these are not such words, or ask for what no cron expression can say. Of one language, or of whichever they
 * are understood in.
 */
export function cronsOfPhrase(text: string, language?: string): readonly string[] | undefined {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ')
  for (const tried of language === undefined ? ['en', ...scheduleLanguages] : [language]) {
    const crons = cronsOfEnglish(inEnglish(said, tried))
    if (crons) return crons
  }
  return undefined
}

function cronsOfEnglish(said: string): readonly string[] | undefined {
  const phrase = PARTS_OF_DAY[said] ?? said
  return intervalCrons(phrase) ?? countCron(phrase) ?? timeCrons(phrase) ?? dayCron(phrase)
}

/** `hourly`, `every 30 minutes`, `every weekday every 2 hours from 8 to 20` */
function intervalCrons(phrase: string): readonly string[] | undefined {
  const { days, rest } = takeDays(phrase)
  const [, every = '', from, to = ''] =
    /^(hourly|every hour|every half hour|every \d{1,2} (?:minutes|mins|hours))(?: from (.+?) to (.+))?$/.exec(
      rest,
    ) ?? []
  const steps = Number(/\d+/.exec(every)?.[0] ?? (every === 'every half hour' ? 30 : 1))
  const isMinutes = /min|half/.test(every)
  if (every === '' || (isMinutes ? 60 : 24) % steps !== 0) return undefined
  const step = steps === 1 ? '' : `/${steps}`
  if (from === undefined) return [isMinutes ? `*${step} * * * ${days}` : `0 *${step} * * ${days}`]
  const [first, last] = [hourOf(from), hourOf(to)]
  if (first === undefined || last === undefined || first === last) return undefined
  if (!isMinutes) return [`0 ${first}-${last}${step} * * ${days}`]
  // "To 20" ends at 20:00, not at 20:45.
  return [`*${step} ${first}-${(last + 23) % 24} * * ${days}`, `0 ${last} * * ${days}`]
}

/** `twice a day` */
function countCron(phrase: string): readonly string[] | undefined {
  const { days, rest } = takeDays(phrase)
  const times = TIMES_A_DAY[/^(\w+(?: times)?) a day$/.exec(rest)?.[1] ?? '']
  return times === undefined ? undefined : [`${times} * * ${days}`]
}

/** `mondays and thursdays at 7:30 and 6 pm`: one expression for each minute of the hour. */
function timeCrons(phrase: string): readonly string[] | undefined {
  const { days, rest } = takeDays(phrase)
  const hours = new Map<number, number[]>()
  const left = rest.replace(TIME, (time) => {
    const minutes = minutesOf(time)
    if (minutes === undefined) return time
    const hour = Math.floor(minutes / 60)
    hours.set(minutes % 60, [...(hours.get(minutes % 60) ?? []), hour])
    return ''
  })
  if (hours.size === 0 || left.replace(FILLERS, '').trim() !== '') return undefined
  return [...hours].map(([minute, list]) => `${minute} ${list.sort((a, b) => a - b).join(',')} * * ${days}`)
}

/** `every sunday`: in the morning. */
function dayCron(phrase: string): readonly string[] | undefined {
  const { days, rest } = takeDays(phrase)
  return rest === '' && phrase !== '' ? [`${TIMES_A_DAY.once} * * ${days}`] : undefined
}

/** The days a phrase names, as a weekday field, and what is left of it. */
function takeDays(phrase: string): { readonly days: string; readonly rest: string } {
  const days = new Set<string>()
  let rest = phrase
  for (const [pattern, field] of DAYS) {
    const without = rest.replace(pattern, ' ')
    if (without !== rest) days.add(field)
    rest = without
  }
  const field = days.size === 0 || days.has('*') ? '*' : [...days].join(',')
  return {
    days: field,
    rest: rest
      .replace(/\b(?:every|on|and)\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}

const TIME = /\b(?:\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?|noon|midnight)/g

/** Minutes after midnight of `7:30`, `7.30`, `7`, `7 pm`, `noon`. */
function minutesOf(text: string): number | undefined {
  if (text === 'noon') return 12 * 60
  if (text === 'midnight') return 0
  const [, hour = '', minute = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s?([ap])?/.exec(text) ?? []
  const isTwelve = half !== undefined
  if (Number(minute) > 59 || Number(hour) > (isTwelve ? 12 : 23) || (isTwelve && Number(hour) === 0))
    return undefined
  const hours = isTwelve ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour)
  return hours * 60 + Number(minute)
}

/** A whole hour. */
function hourOf(text: string): number | undefined {
  const minutes = minutesOf(text.trim())
  return minutes === undefined || minutes % 60 !== 0 ? undefined : minutes / 60
}
