// How soon whoever does something on Discord sees a sign, while two hundred questions are being answered by an engine that takes a
// minute and the process is busy for 200 ms at a time; on the real clock.

import { setTimeout as wait } from 'node:timers/promises'
import { compose, composeDesk } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import { discordApp } from '../adapters/discord/discord-app.ts'
import { slowly } from '../conformance/discord/slow.ts'
import { until } from '../fakes/discord/program.ts'
import type { FakeInteraction } from '../fakes/discord/world.ts'
import { type Bench, quantile } from './bench.ts'

const QUESTIONS = 200
const MORE = 1_000
const ENGINE_MS = 60_000
const EVERY_MS = 15
const BUSY = { everyMs: 1_000, forMs: 200 }
const WANTED_MS = 1_000

export const run: Bench = async () => {
  await using at = await discordApp()
  const { discord } = at
  const settings = readSettings({ DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'error' })
  await using app = await compose(settings, { logTo: process.stderr, answerQuestion: slowly(ENGINE_MS) })
  const channel = discord.channel(discord.guild())
  const desk = await composeDesk(app, [at.adapter])
  const stop = new AbortController()
  const running = desk.run(stop.signal)
  await until(() => discord.gateway.identified.length > 0 && discord.world.commands.length > 0)

  const ask = () =>
    discord.command(discord.person(), channel, 'ask', { options: { question: 'What happened?' } })
  const busy = setInterval(() => keepBusy(BUSY.forMs), BUSY.everyMs)
  const questions: FakeInteraction[] = []
  for (let number = 0; number < QUESTIONS; number += 1) {
    questions.push(ask())
    await wait(EVERY_MS)
  }
  await until(() => questions.every(({ callback }) => callback))
  const inFlight = questions.filter(({ original }) => isThinking(original)).length
  const more: FakeInteraction[] = []
  for (let number = 0; number < MORE; number += 1) {
    const person = discord.person()
    more.push(
      number % 2 === 0
        ? discord.command(person, channel, 'help')
        : discord.type(person, channel, 'brief', 'flood'),
    )
    await wait(EVERY_MS)
  }
  await until(() => more.every(({ callback }) => callback))
  const burst = Array.from({ length: QUESTIONS }, ask)
  await until(() => burst.every(({ callback }) => callback))
  clearInterval(busy)
  stop.abort()
  await running
  const all = [...questions, ...more].map(msOf)
  return [
    {
      metric: 'sign of life, p99.9',
      value: quantile(all, 0.999),
      unit: 'ms',
      reference: WANTED_MS,
      referenceName: 'wanted, at most',
    },
    { metric: 'sign of life, p50', value: quantile(all, 0.5), unit: 'ms' },
    { metric: '200 more at the same instant, the last', value: Math.max(...burst.map(msOf)), unit: 'ms' },
    { metric: 'questions in flight', value: inFlight, reference: QUESTIONS, referenceName: 'asked' },
    { metric: 'interactions', value: all.length },
  ]
}

/** Deferred, and not answered yet. */
function isThinking(original: FakeInteraction['original']): boolean {
  return original !== undefined && !JSON.stringify(original.components).includes('injured')
}

function msOf({ at, callback }: FakeInteraction): number {
  return callback ? callback.at - at : Number.POSITIVE_INFINITY
}

function keepBusy(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
