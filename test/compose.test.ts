import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { systemClock } from '../src/clock.ts'
import { type App, compose, composeDesk, lockDesk, terminalAdapter } from '../src/compose.ts'
import { readSettings } from '../src/config.ts'
import { UserError } from '../src/errors.ts'
import { scriptedTerminal } from './adapters/terminal/scripted-terminal.ts'
import { temporaryFolder } from './cli/run.ts'
import { startWebServer } from './fakes/web-server.ts'

const NOW = Date.UTC(2026, 2, 3, 12)
const FEED = `<rss version="2.0"><channel><title>Ellery Courier</title><item>
<title>Fire destroys grain mill in Corvin</title><guid>1</guid><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate>
<description>A fire destroyed the old grain mill of Corvin on Monday night and injured six people.</description>
</item></channel></rss>`

function openApp(logTo = new PassThrough()): Promise<App> {
  const settings = readSettings({
    DATABASE_URL: 'sqlite::memory:',
    FETCH_PRIVATE: 'yes',
    LOG_FORMAT: 'json',
  })
  return compose(settings, { clock: { ...systemClock, now: () => NOW }, logTo })
}

test('a feed that is due is read, and what it brought answers the next question', async () => {
  await using server = await startWebServer({
    '/feed': { body: FEED, headers: { 'content-type': 'application/rss+xml' } },
  })
  await using app = await openApp()
  await app.store.addFeed({ url: `${server.url}/feed` }, NOW)
  const { adapter, say, end, arrived } = scriptedTerminal()
  const desk = await composeDesk(app, [adapter])
  await desk.tick()
  say('How many people were injured in the Corvin mill fire?')
  end()
  await desk.run(new AbortController().signal, { untilQuiet: true })
  expect(arrived()).toContain('A fire destroyed the old grain mill of Corvin')
  expect(await app.store.stories(0, 10)).toHaveLength(1)
})

test('a reply that fails is answered by an apology, and the log says why', async () => {
  const logTo = new PassThrough()
  await using app = await openApp(logTo)
  const { adapter, say, end, arrived } = scriptedTerminal()
  const broken: App = {
    ...app,
    store: { ...app.store, sourceNames: () => Promise.reject(new Error('The disk is full.')) },
  }
  say('How many people were injured?')
  end()
  await (await composeDesk(broken, [adapter])).run(new AbortController().signal, { untilQuiet: true })
  expect(arrived()).toContain('That went wrong on my side.')
  expect(arrived()).not.toContain('disk')
  expect(String(logTo.read())).toContain('The disk is full.')
})

test('one desk runs on a database, until its lock is released', async () => {
  const settings = readSettings({ DATABASE_URL: `sqlite:${join(temporaryFolder(), 'brevier.db')}` })
  const first = await lockDesk(settings)
  await expect(lockDesk(settings)).rejects.toThrow(UserError)
  first[Symbol.dispose]()
  const second = await lockDesk(settings)
  second[Symbol.dispose]()
})

test('what a command shows is rendered for a terminal also where none is', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const adapter = await terminalAdapter({ env: {}, input, output })
  expect(adapter.platform).toBe('terminal')
})
