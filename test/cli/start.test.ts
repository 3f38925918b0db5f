// `start` on what is stored, and what signals, a second desk and a closed pipe do to a process.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { texts } from '../../src/message/texts.ts'
import { startTelegram } from '../fakes/telegram/telegram.ts'
import { startWebServer } from '../fakes/web-server.ts'
import { begin, run, runJson, temporaryFolder } from './run.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

const started = new Set<ChildProcess>()
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
})

/** A process of its own; it ends with the test at the latest. */
function spawned(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } })
  started.add(child)
  return child
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code, signal] = await once(child, 'close')
  return code ?? signal
}

/** Resolves to what the stream has said once that holds the words; rejects when it ends without. */
async function said(stream: Readable, words: string): Promise<string> {
  let all = ''
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    all += String(chunk)
    if (all.includes(words)) return all
  }
  throw new Error(`it ended without "${words}": ${all}`)
}

async function databaseWithArticle(): Promise<string> {
  const file = join(temporaryFolder(), 'brevier.db')
  await run(['ingest', '-', '--db', file], { stdin: '{"id":"a","text":"The ferry stops on Sunday."}' })
  return file
}

describe('an output that cannot be written', () => {
  test.runIf(existsSync('/dev/full'))('is one sentence and a failure', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [MAIN, 'stories', '--json', '--db', await databaseWithArticle()], {
      stdio: ['ignore', full, 'pipe'],
    })
    started.add(child)
    const [code, err] = await Promise.all([exitOf(child), text(child.stderr as Readable)])
    expect(code).toBe(1)
    expect(err).toMatch(/^The output could not be written: .*\.\n$/)
  })
})

describe('one desk on a database', () => {
  test('a second one is refused in one sentence, and every other command works beside it', async () => {
    const file = await databaseWithArticle()
    const desk = begin(['start', '--db', file])
    await said(desk.stderr, 'desk started')

    const second = await run(['start', '--db', file])
    expect(second).toEqual({
      code: 1,
      out: '',
      err: `A desk is already running on ${file}. Stop it first, or give this one another database with --db.\n`,
    })
    const stdin = '{"id":"b","text":"The tram goes on Monday."}'
    expect(await runJson(['ingest', '-', '--db', file], { stdin })).toMatchObject([{ status: 'stored' }])
    expect(await runJson(['search', 'tram', '--db', file])).toMatchObject([{ externalId: 'b' }])
    expect((await run(['db', 'backup', `${file}.copy`, '--db', file])).code).toBe(0)
    desk.stop()
    expect(await desk.code).toBe(0)
  })

  test('when its process is killed, another can start, and SIGTERM ends that one with exit code 0', async () => {
    const file = await databaseWithArticle()
    const killed = spawned(['start', '--db', file])
    await said(killed.stderr, 'desk started')
    killed.kill('SIGKILL')
    expect(await exitOf(killed)).toBe('SIGKILL')

    const desk = spawned(['start', '--db', file])
    await said(desk.stderr, 'desk started')
    desk.kill('SIGTERM')
    const [rest, code] = await Promise.all([said(desk.stderr, 'desk stopped'), exitOf(desk)])
    expect(code).toBe(0)
    expect(rest).not.toMatch(/error|failed/i)
  })
})

describe('a desk with a feed', () => {
  async function databaseWithFeed(url: string): Promise<string> {
    const file = join(temporaryFolder(), 'brevier.db')
    await run(['feeds', 'add', url, '--as-is', '--db', file])
    return file
  }

  test('reads it without being asked, and no secret of its address reaches the log', async () => {
    await using server = await startWebServer({
      '/feed?token=sesame': {
        body: '<rss version="2.0"><channel><title>Courier</title><item><title>The ferry stops</title><guid isPermaLink="false">1</guid><description>The ferry to Harrow stops on Sunday and will not run again before April.</description></item></channel></rss>',
      },
    })
    const file = await databaseWithFeed(`${server.url}/feed?token=sesame`)
    const desk = begin(['start', '--db', file], { env: { FETCH_PRIVATE: 'yes' } })
    const log = await said(desk.stderr, 'feed polled')
    desk.stop()
    expect(await desk.code).toBe(0)
    expect(log).toMatch(/feed polled feed="?\S+\/feed\?token=…"? kind=items items=1 stored=1/)
    expect(log).not.toContain('sesame')
    expect(await runJson(['search', 'ferry', '--db', file])).toHaveLength(1)
  })

  test('stops at once when it is told to, though a server never answers', async () => {
    const asked = Promise.withResolvers<void>()
    await using server = await startWebServer({ '/feed': () => asked.resolve() })
    const file = await databaseWithFeed(`${server.url}/feed`)
    const desk = begin(['start', '--db', file], { env: { FETCH_PRIVATE: 'yes' } })
    await asked.promise
    desk.stop()
    expect(await desk.code).toBe(0)
  })
})

describe('a desk with a token and nothing stored', () => {
  test('never shows or tells the samples, neither here nor on its platform', async () => {
    await using telegram = await startTelegram()
    const reader = telegram.person()
    const file = join(temporaryFolder(), 'brevier.db')
    const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
    const desk = begin(['start', '--db', file], { env })
    await said(desk.stderr, 'desk started')
    telegram.write(reader, { text: 'How many people were injured in the Vessen valley?' })
    await vi.waitFor(() => expect(telegram.received('sendMessage')).not.toEqual([]), 15_000)
    const told = telegram.received('sendMessage').map(({ params }) => String(params.text))
    desk.stop()
    expect(await desk.code).toBe(0)
    expect(told.join()).toContain(texts('en').nothingStored)
    expect(await desk.stdout.toArray()).toEqual([])
  })
})

describe('a process', () => {
  const line = `${JSON.stringify({ source: 'The ferry stops.', claim: 'The ferry stops.' })}\n`

  test('whose output is closed ends quietly with exit code 0', async () => {
    const child = spawned(['check', '--jsonl'])
    child.stdin.on('error', () => {})
    child.stdin.write(line)
    await said(child.stdout, 'supported')
    child.stdout.destroy()
    child.stdin.write(line)
    const [err, code] = await Promise.all([child.stderr.toArray(), exitOf(child)])
    expect({ err, code }).toEqual({ err: [], code: 0 })
  })

  test('that waits for input ends at the first SIGTERM, without a complaint', async () => {
    const child = spawned(['check', '--jsonl'])
    child.stdin.write(line)
    await said(child.stdout, 'supported')
    child.kill('SIGTERM')
    const [err, code] = await Promise.all([child.stderr.toArray(), exitOf(child)])
    expect({ err, code }).toEqual({ err: [], code: 1 })
  })
})
