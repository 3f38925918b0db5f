import type { Command } from 'commander'
import { isoTime, systemClock } from '../clock.ts'
import { parseQuietHours } from '../editions/quiet-hours.ts'
import { nextSlots, parseSchedule } from '../editions/schedule.ts'
import { localDateAndTime } from '../message/dates.ts'
import { type Action, type Io, writeJson, writeLine } from './io.ts'
import { countOption, timeOption } from './options.ts'

interface Options {
  readonly zone: string
  readonly quiet?: string
  readonly count: number
  readonly now?: number
  readonly json?: boolean
}

export function addSchedule(program: Command, io: Io, action: Action): void {
  program
    .command('schedule <text>')
    .description(
      'Show when a schedule comes: "every weekday at 7:30", "twice a day", or cron "30 7 * * 1-5".',
    )
    .option('--zone <name>', 'the time zone, like Europe/Berlin', 'UTC')
    .option('--quiet <hours>', 'quiet hours, like 22:00-07:00')
    .option('--count <n>', 'how many times to show', countOption, 5)
    .option('--now <time>', 'show what comes after this time', timeOption)
    .option('--json', 'print JSON')
    .action(action((text: string, options: Options) => showSchedule(io, text, options)))
}

async function showSchedule(io: Io, text: string, options: Options) {
  const schedule = parseSchedule(text, options.zone)
  const quiet = options.quiet === undefined ? undefined : parseQuietHours(options.quiet)
  const slots = nextSlots(schedule, options.now ?? systemClock.now(), options.count, quiet)
  if (options.json) await writeJson(io.stdout, { ...schedule, next: slots.map(isoTime) })
  else for (const slot of slots) await writeLine(io.stdout, localDateAndTime(slot, 'en', schedule.zone))
  return undefined
}
