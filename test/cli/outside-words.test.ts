import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startWebServer } from '../fakes/web-server.ts'
import { run, temporaryFolder } from './run.ts'

/** A colour, a window title, an eight-bit control, an override of direction, a bell. */
const HOSTILE = 'Bridge\u001b[31m\u001b]0;owned\u0007 closed\u009b2J \u202e again\u0007'
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const written = (name: string, text: string) => {
  writeFileSync(at(name), text)
  return at(name)
}

const story = `The Ellery Bridge was closed on Tuesday. ${HOSTILE} ${'The port authority said that engineers had found three cracks in a cable. '.repeat(20)}`
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: HOSTILE,
  items: [{ id: '1', title: HOSTILE, url: 'https://courier.example/1', content_text: story }],
})
const page = `<html><head><title>${HOSTILE}</title><meta property="og:site_name" content="${HOSTILE}"></head>
  <body><article><h1>${HOSTILE}</h1><p>${story}</p><p>${story}</p></article></body></html>`

const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['feeds parse', ['feeds', 'parse', written('feed.json', jsonFeed)]],
  ['extract of a page', ['extract', written('page.html', page)]],
  ['extract of pasted text', ['extract', written('page.txt', `${HOSTILE}\n\n${story}\n\n${story}`)]],
  ['ingest', ['ingest', written(`${HOSTILE}.txt`, 'Menu')]],
  [
    'check',
    [
      'check',
      '--source',
      at('page.txt'),
      '--claim',
      `The authority said "the ${HOSTILE} until next summer".`,
    ],
  ],
  ['a file that is not there', ['extract', at(`${HOSTILE}.html`)]],
  ['a file that cannot be stored', ['ingest', at(`${HOSTILE}.html`)]],
  ['an address that is none', ['feeds', 'add', HOSTILE]],
  ['a feed that is not there', ['feeds', 'remove', HOSTILE]],
  ['an option that is not there', ['extract', `--${HOSTILE}`]],
]

describe('words from outside cannot steer the terminal', () => {
  const env = { DATABASE_URL: 'sqlite::memory:' }

  test.each(commands)('%s', async (_name, args) => {
    const { out, err } = await run(args, { env })
    expect(out + err).toMatch(/Bridge/)
    expect(out + err).not.toMatch(STEERS)
  })

  test('a feed that is polled and listed', async () => {
    await using server = await startWebServer({ '/feed.json': { body: jsonFeed } })
    const options = { env: { FETCH_PRIVATE: 'yes', DATABASE_URL: `sqlite:${at('feeds.db')}` } }
    await run(['feeds', 'add', `${server.url}/feed.json`, '--as-is', '--title', HOSTILE], options)
    const polled = await run(['feeds', 'poll'], options)
    const listed = await run(['feeds', 'list'], options)
    const shown = polled.out + polled.err + listed.out
    expect(shown.match(/Bridge closed/g)).toHaveLength(2)
    expect(shown).not.toMatch(STEERS)
  })

  test('JSON holds the same words, escaped', async () => {
    const { out } = await run(['feeds', 'parse', at('feed.json'), '--json'])
    const lines = await run(['feeds', 'parse', '--jsonl'], { stdin: JSON.stringify({ body: jsonFeed }) })
    expect(out + lines.out).not.toMatch(STEERS)
    expect(out).toContain('\\u009b')
    expect(JSON.parse(out).title).toBe(JSON.parse(lines.out).title)
  })
})
