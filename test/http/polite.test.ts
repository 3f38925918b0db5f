import { describe, expect, test } from 'vitest'
import { FetchError } from '../../src/errors.ts'
import { politeFetch } from '../../src/http/polite.ts'
import { guardedHop, type Hop } from '../../src/http.ts'
import { startWebServer, type WebServer } from '../fakes/web-server.ts'

const userAgent = 'Brevier/test'
/** Every name leads to this machine. */
const guarded = guardedHop({
  userAgent,
  mayReach: (address) => address === '127.0.0.1',
  lookup: (_, __, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
})
const named = ({ url }: WebServer, name = 'courier.example') => url.replace('127.0.0.1', name)

function polite(hop: Hop = guarded, pauseMs = 1_000) {
  const time = { now: 0 }
  const clock = {
    now: () => time.now,
    sleep: async (ms: number) => {
      time.now += ms
    },
  }
  return { time, fetch: politeFetch({ hop, clock, userAgent, pauseMs }) }
}

const paths = ({ asked }: WebServer) => asked.map(({ path }) => path)

describe('hosts', () => {
  test('are asked one thing at a time, in order, with a pause between', async () => {
    await using server = await startWebServer()
    const times: number[] = []
    let atOnce = 0
    const { time, fetch } = polite(async (url, options) => {
      times.push(time.now)
      expect(++atOnce).toBe(1)
      const fetched = await guarded(url, options)
      atOnce -= 1
      return fetched
    })
    for (const path of ['/a', '/b', '/c']) server.script(path, { body: path })
    await Promise.all(['/a', '/b', '/c'].map((path) => fetch(named(server) + path)))
    expect(paths(server)).toEqual(['/a', '/b', '/c'])
    expect(times).toEqual([0, 1_000, 2_000])
  })

  test('have their turn also where another host leads to them', async () => {
    await using server = await startWebServer({ '/a': { body: 'a' } })
    const leads = { status: 302, headers: { location: `${named(server)}/a` } }
    for (const path of ['/1', '/2', '/3']) server.script(path, leads)
    let [atOnce, most] = [0, 0]
    const { fetch } = polite(async (url, options) => {
      const isTarget = url.endsWith('/a')
      if (isTarget) most = Math.max(most, ++atOnce)
      const found = await guarded(url, options)
      if (isTarget) atOnce -= 1
      return found
    }, 0)
    const through = ['one', 'two', 'three'].map((name, at) => `${named(server, `${name}.example`)}/${at + 1}`)
    expect((await Promise.all(through.map((url) => fetch(url)))).map(({ url }) => url)).toEqual(
      through.map(() => `${named(server)}/a`),
    )
    expect(most).toBe(1)
  })

  test('do not wait for each other', async () => {
    await using server = await startWebServer()
    server.script('/a', { body: 'a' })
    const { time, fetch } = polite()
    await fetch(`${named(server)}/a`)
    await fetch(`${named(server, 'ledger.example')}/a`)
    expect(time.now).toBe(0)
  })

  test("of the operator's own network need no pause", async () => {
    await using server = await startWebServer({ '/a': { body: 'a' } })
    const { time, fetch } = polite()
    await fetch(`${server.url}/a`)
    await fetch(`${server.url}/a`)
    expect(time.now).toBe(0)
  })

  test('that are not there are left alone for a minute, and nobody waits for them meanwhile', async () => {
    const server = await startWebServer()
    await server[Symbol.asyncDispose]()
    let tries = 0
    const { time, fetch } = polite((...given) => {
      tries += 1
      return guarded(...given)
    })
    const failure = async () => fetch(server.url).catch((error: unknown) => error)
    expect(await failure()).toMatchObject({ isUnreachable: true })
    expect(await failure()).toMatchObject({ message: expect.stringMatching(/refuses connections\.$/) })
    expect(tries).toBe(1)
    time.now += 60_000
    await failure()
    expect(tries).toBe(2)
  })

  test('that ask for rest get it, and say how much of it is left', async () => {
    await using server = await startWebServer({ '/a': { status: 429, headers: { 'retry-after': '60' } } })
    const { time, fetch } = polite(guarded, 0)
    await expect(fetch(`${server.url}/a`)).rejects.toThrow(FetchError)
    time.now += 20_000
    await expect(fetch(`${server.url}/a`)).rejects.toMatchObject({ retryAfterMs: 40_000 })
    expect(server.asked).toHaveLength(1)
  })

  test('that ask for less haste without a word about how long get a minute', async () => {
    await using server = await startWebServer({ '/a': { status: 429 }, '/b': { body: 'b' } })
    const { time, fetch } = polite(guarded, 0)
    await expect(fetch(`${server.url}/a`)).rejects.toThrow(FetchError)
    await expect(fetch(`${server.url}/b`)).rejects.toMatchObject({ retryAfterMs: 60_000 })
    time.now += 60_000
    await expect(fetch(`${server.url}/b`)).resolves.toMatchObject({ status: 200 })
  })

  test('a failure for one address alone keeps no other from being asked for', async () => {
    await using server = await startWebServer({ '/a': { status: 500 }, '/b': { body: 'b' } })
    const { fetch } = polite(guarded, 0)
    await expect(fetch(`${server.url}/a`)).rejects.toThrow(FetchError)
    await expect(fetch(`${server.url}/b`)).resolves.toMatchObject({ status: 200 })
  })
})

describe('robots.txt', () => {
  const rules =
    'User-agent: *\nDisallow: /private/\n\nUser-agent: brevier\nDisallow: /drafts/\nCrawl-delay: 4\n'

  test('is asked once for all pages of a host, and its word for us is kept', async () => {
    await using server = await startWebServer({ '/robots.txt': { body: rules } })
    server.script('/private/a', { body: 'a' })
    const { fetch } = polite(guarded, 0)
    await expect(fetch(`${server.url}/drafts/a`, { isPage: true })).rejects.toThrow(
      `The robots.txt of ${new URL(server.url).host} asks not to fetch this page.`,
    )
    await expect(fetch(`${server.url}/private/a`, { isPage: true })).resolves.toMatchObject({ status: 200 })
    expect(paths(server)).toEqual(['/robots.txt', '/private/a'])
  })

  test('has no say in what was named, like a feed', async () => {
    await using server = await startWebServer({ '/drafts/feed': { body: 'feed' } })
    await polite().fetch(`${server.url}/drafts/feed`)
    expect(paths(server)).toEqual(['/drafts/feed'])
  })

  test('may ask for longer pauses', async () => {
    await using server = await startWebServer({ '/robots.txt': { body: rules }, '/a': {}, '/b': {} })
    const { time, fetch } = polite()
    const page = (path: string) => fetch(named(server) + path, { isPage: true })
    await Promise.all([page('/a'), page('/b')])
    expect(time.now).toBe(5_000)
  })

  test.each([
    [404, true],
    [403, true],
    [503, false],
    [429, false],
  ])('that is answered with %s lets pages be fetched: %s', async (status, isAllowed) => {
    await using server = await startWebServer({ '/robots.txt': { status }, '/a': {} })
    const { fetch } = polite(guarded, 0)
    const outcome = await fetch(`${server.url}/a`, { isPage: true }).catch((error: Error) => error.message)
    if (isAllowed) expect(outcome).toMatchObject({ status: 200 })
    else expect(outcome).toMatch(/^The robots\.txt of /)
  })

  test('has a say in where a page leads', async () => {
    await using server = await startWebServer({
      '/robots.txt': { body: rules },
      '/go': { status: 302, headers: { location: '/drafts/x' } },
    })
    const { fetch } = polite(guarded, 0)
    await expect(fetch(`${named(server)}/go`, { isPage: true })).rejects.toThrow(/robots\.txt .* asks not to/)
    expect(paths(server)).toEqual(['/robots.txt', '/go'])
  })

  test('is asked again after a day, and after an hour where it could not be said', async () => {
    await using server = await startWebServer({ '/robots.txt': { status: 500 }, '/a': {} })
    const { time, fetch } = polite(guarded, 0)
    const page = () => fetch(`${server.url}/a`, { isPage: true })
    await expect(page()).rejects.toThrow(/robots/)
    server.script('/robots.txt', { body: '' })
    time.now += 60 * 60_000
    await page()
    await page()
    time.now += 24 * 60 * 60_000
    await page()
    expect(paths(server).filter((path) => path === '/robots.txt')).toHaveLength(3)
  })
})
