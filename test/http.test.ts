import type { RequestListener } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { FetchError } from '../src/errors.ts'
import { isPrivateAddress } from '../src/http/addresses.ts'
import { decodeBody } from '../src/http/decode-body.ts'
import { guardedFetch } from '../src/http.ts'
import { startWebServer } from './fakes/web-server.ts'

const userAgent = 'Brevier/test'
/** The loopback servers of these tests live on 127.0.0.1; every other private address stays out of reach. */
const fetch = guardedFetch({ userAgent, mayReach: (address) => address === '127.0.0.1' })

function textOf({ body }: { readonly body: Uint8Array }): string {
  return Buffer.from(body).toString()
}

describe('a fetch', () => {
  test('gives the body and what the server says of it', async () => {
    await using server = await startWebServer({
      '/feed?x=1': {
        headers: {
          'content-type': 'application/rss+xml',
          etag: '"v1"',
          'last-modified': 'Tue, 03 Mar 2026 07:00:00 GMT',
          'cache-control': 'max-age=600',
        },
        body: '<rss/>',
      },
    })
    const fetched = await fetch(`${server.url}/feed?x=1`, { accept: 'application/rss+xml' })
    expect(fetched).toEqual({
      url: `${server.url}/feed?x=1`,
      status: 200,
      body: new Uint8Array(Buffer.from('<rss/>')),
      contentType: 'application/rss+xml',
      etag: '"v1"',
      lastModified: 'Tue, 03 Mar 2026 07:00:00 GMT',
      freshForMs: 600_000,
    })
    expect(server.asked[0]?.headers).toMatchObject({
      'user-agent': userAgent,
      accept: 'application/rss+xml',
    })
  })

  test('sends what the server said last time, and 304 is an answer without a body', async () => {
    await using server = await startWebServer({ '/': { status: 304, headers: { etag: '"v1"' } } })
    const fetched = await fetch(server.url, {
      etag: '"v1"',
      lastModified: 'Tue, 03 Mar 2026 07:00:00 GMT',
    })
    expect(fetched).toMatchObject({ status: 304, body: new Uint8Array() })
    expect(server.asked[0]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Tue, 03 Mar 2026 07:00:00 GMT',
    })
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['zstd', zstdCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    await using server = await startWebServer({
      '/': { headers: { 'content-encoding': encoding }, body: pack('Good morning') },
    })
    expect(textOf(await fetch(server.url))).toBe('Good morning')
  })

  test('follows redirects, relative and whole, and says where it arrived', async () => {
    await using server = await startWebServer({ '/c': { body: 'here' } })
    server.script('/a', { status: 301, headers: { location: 'b?x=1' } })
    server.script('/b?x=1', { status: 307, headers: { location: `${server.url}/c` } })
    const fetched = await fetch(`${server.url}/a`)
    expect(fetched.url).toBe(`${server.url}/c`)
    expect(textOf(fetched)).toBe('here')
  })

  test.each([
    ['permanent ones', [301, 308], '/c'],
    ['permanent ones as far as the first that is not', [308, 302, 301], '/b'],
    ['none that are not', [302, 301], undefined],
  ])('says that it moved for good by %s', async (_, statuses, moved) => {
    await using server = await startWebServer()
    const paths = ['/a', '/b', '/c', '/d'].slice(0, statuses.length + 1)
    for (const [at, status] of statuses.entries())
      server.script(paths[at] ?? '', { status, headers: { location: paths[at + 1] ?? '' } })
    server.script(paths.at(-1) ?? '', { body: 'here' })
    const { movedTo } = await fetch(`${server.url}/a`)
    expect(movedTo).toBe(moved && server.url + moved)
  })

  test.each([40, 6])('gives up after five redirects, of %s to other addresses', async (hops) => {
    await using server = await startWebServer({ [`/${hops}`]: { body: 'here' } })
    for (let at = 0; at < hops; at++)
      server.script(`/${at}`, { status: 301, headers: { location: `/${at + 1}` } })
    await expect(fetch(`${server.url}/0`)).rejects.toThrow(`${server.url}/0 redirects more than 5 times.`)
    expect(server.asked).toHaveLength(6)
  })

  test('of a redirect to nowhere says so', async () => {
    await using server = await startWebServer({ '/a': { status: 302, headers: { location: 'http://' } } })
    await expect(fetch(`${server.url}/a`)).rejects.toThrow(`${server.url}/a redirects to what is no address.`)
  })

  test('gives up after five redirects', async () => {
    await using server = await startWebServer({ '/a': { status: 302, headers: { location: '/a' } } })
    await expect(fetch(`${server.url}/a`)).rejects.toThrow(
      new FetchError(`${server.url}/a redirects more than 5 times.`),
    )
    expect(server.asked).toHaveLength(6)
  })

  test('of an error names the address without its query, which may hold a key', async () => {
    await using server = await startWebServer({
      '/feed?key=sesame': { status: 503, headers: { 'retry-after': '90' } },
    })
    const failing = fetch(`${server.url}/feed?key=sesame`)
    await expect(failing).rejects.toThrow(`${server.url}/feed answered 503 Service Unavailable.`)
    await expect(failing).rejects.toMatchObject({ name: 'FetchError', retryAfterMs: 90_000 })
  })

  test('of a server that refuses connections says so', async () => {
    const server = await startWebServer()
    await server[Symbol.asyncDispose]()
    await expect(fetch(server.url)).rejects.toThrow(/could not be reached: it refuses connections\.$/)
  })
})

describe('limits', () => {
  test('a body larger than allowed is not read', async () => {
    await using server = await startWebServer({ '/': { body: 'x'.repeat(2000) } })
    await expect(fetch(server.url, { maxBytes: 1000 })).rejects.toThrow(/ is larger than 0\.001 MB\.$/)
  })

  test('a small packed body that unpacks to a large one is not read', async () => {
    await using server = await startWebServer({
      '/': { headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(10_000_000)) },
    })
    await expect(fetch(server.url)).rejects.toThrow(/ is larger than 5 MB\.$/)
  })

  test('a body that says to be larger is not begun', async () => {
    await using server = await startWebServer({
      '/': (_, response) => void response.writeHead(200, { 'content-length': 1e9 }).flushHeaders(),
    })
    await expect(fetch(server.url)).rejects.toThrow(/ is larger than 5 MB\.$/)
  })

  test('a gigabyte is given up after the first megabytes', async () => {
    let sent = 0
    const endless: RequestListener = (_, response) => {
      const chunk = Buffer.alloc(1_000_000)
      const more = () => {
        while (!response.destroyed && sent < 1_000) {
          sent += 1
          if (!response.write(chunk)) return void response.once('drain', more)
        }
      }
      more()
    }
    await using server = await startWebServer({ '/': endless })
    await expect(fetch(server.url)).rejects.toThrow(/ is larger than 5 MB\.$/)
    expect(sent).toBeLessThan(100)
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('a bomb of %s within a bomb of it is not read', async (encoding, pack) => {
    const bomb = pack(pack(Buffer.alloc(20_000_000)))
    await using server = await startWebServer({
      '/': { headers: { 'content-encoding': `${encoding}, ${encoding}` }, body: bomb },
    })
    await expect(fetch(server.url)).rejects.toThrow(/ is larger than 5 MB\.$/)
  })

  test.each<[string, RequestListener, RegExp]>([
    [
      'shorter than it says',
      (_, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('half')
        setImmediate(() => response.destroy())
      },
      /the connection was cut\.$/,
    ],
    [
      'a chunk short of its end',
      (_, response) => {
        response.write('half')
        setImmediate(() => response.destroy())
      },
      /the connection was cut\.$/,
    ],
    [
      'packed in a way that it is not',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
      /its answer cannot be unpacked\.$/,
    ],
    [
      'no zstd though it says so',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'zstd' }).end('no zstd at all'),
      /its answer cannot be unpacked\.$/,
    ],
    [
      'no br though it says so',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'br' }).end('no brotli at all'),
      /its answer cannot be unpacked\.$/,
    ],
  ])('a body that is %s is no answer', async (_, listener, problem) => {
    await using server = await startWebServer({ '/': listener })
    await expect(fetch(server.url)).rejects.toThrow(problem)
  })

  test.each([
    ['never answers', () => {}],
    [
      'never ends its answer',
      (_: unknown, response: { write(text: string): unknown }) => response.write('x'),
    ],
  ])('a server that %s is given up', async (_, listener) => {
    await using server = await startWebServer({ '/': listener })
    const impatient = guardedFetch({ userAgent, mayReach: () => true, timeoutMs: 100 })
    await expect(impatient(server.url)).rejects.toThrow(
      new FetchError(`${server.url}/ did not answer within 0.1 seconds.`, { isUnreachable: true }),
    )
  })

  test('a server that is silent is given up sooner than one that is slow', async () => {
    await using server = await startWebServer({
      '/silent': () => {},
      '/slow': (_, response) => {
        response.write('slow')
        setTimeout(() => response.end(), 3_000)
      },
    })
    const patient = guardedFetch({ userAgent, mayReach: () => true, timeoutMs: 4_000 })
    const silent = patient(`${server.url}/silent`)
    const slow = patient(`${server.url}/slow`)
    await expect(silent).rejects.toThrow(
      new FetchError(`${server.url}/silent could not be reached: it does not answer.`, {
        isUnreachable: true,
      }),
    )
    expect(textOf(await slow)).toBe('slow')
  })

  test('a fetch ends when its signal aborts', async () => {
    const stop = new AbortController()
    await using server = await startWebServer({ '/': () => stop.abort() })
    await expect(fetch(server.url, { signal: stop.signal })).rejects.toThrow(FetchError)
  })
})

describe('private networks', () => {
  const guarded = guardedFetch({ userAgent })

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
  ])('%s is not fetched', async (url) => {
    await expect(guarded(url)).rejects.toThrow(
      / is on a private network, which Brevier fetches from only where FETCH_PRIVATE is yes\.$/,
    )
  })

  test('a name that leads to one is not fetched', async () => {
    await using server = await startWebServer()
    await expect(guarded(server.url.replace('127.0.0.1', 'localhost'))).rejects.toThrow(
      /its name leads to a private network, which Brevier fetches from only where FETCH_PRIVATE is yes\.$/,
    )
    expect(server.asked).toEqual([])
  })

  test('a name that leads elsewhere the second time is not fetched then', async () => {
    await using server = await startWebServer({ '/a': { body: 'here', headers: { connection: 'close' } } })
    const answers = ['127.0.0.1', '127.0.0.2']
    const rebound = guardedFetch({
      userAgent,
      mayReach: (address) => address === '127.0.0.1',
      lookup: (_, __, callback) => callback(null, [{ address: answers.shift() ?? '', family: 4 }]),
    })
    const url = `${server.url.replace('127.0.0.1', 'courier.example')}/a`
    expect(textOf(await rebound(url))).toBe('here')
    await expect(rebound(url)).rejects.toThrow(/its name leads to a private network/)
    expect(server.asked).toHaveLength(1)
  })

  test('of the addresses of a name only those that may be reached are tried', async () => {
    await using server = await startWebServer({ '/': { body: 'here' } })
    const addresses = ['10.0.0.1', '::1', '127.0.0.1'].map((address) => ({
      address,
      family: address === '::1' ? 6 : 4,
    }))
    const fetchOfMany = guardedFetch({
      userAgent,
      mayReach: (address) => address === '127.0.0.1',
      lookup: (_, __, callback) => callback(null, addresses),
    })
    expect(textOf(await fetchOfMany(server.url.replace('127.0.0.1', 'courier.example')))).toBe('here')
  })

  test.each(['http://127.0.0.2/', 'http://[::1]/'])('a redirect to %s is not followed', async (location) => {
    await using server = await startWebServer({ '/': { status: 302, headers: { location } } })
    await expect(fetch(server.url)).rejects.toThrow(
      new FetchError(
        `${location} is on a private network, which Brevier fetches from only where FETCH_PRIVATE is yes.`,
      ),
    )
  })

  test.each([
    ['ftp://courier.example/feed', /only http and https are\.$/],
    ['file:///etc/passwd', /only http and https are\.$/],
    [
      'https://ada:sesame@courier.example/feed',
      /^https:\/\/courier\.example\/feed is not fetched: addresses with/,
    ],
    ['courier', /^"courier" is not an address\. It should begin with https:\/\/\.$/],
  ])('%s is refused', async (url, sentence) => {
    await expect(guarded(url)).rejects.toThrow(sentence)
  })

  test('a redirect to another protocol is not followed', async () => {
    await using server = await startWebServer({
      '/': { status: 302, headers: { location: 'file:///etc/passwd' } },
    })
    await expect(fetch(server.url)).rejects.toThrow(/only http and https are\.$/)
  })

  test.each([
    ['0.0.0.0', true],
    ['100.64.0.1', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['93.184.216.34', false],
    ['::', true],
    ['fe80::1%eth0', true],
    ['fd00::1', true],
    ['64:ff9b::a00:1', true],
    ['2002:a00:1::', true],
    ['::ffff:93.184.216.34', true],
    ['2606:2800:220:1::1', false],
    ['no address', true],
  ])('%s is private: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate)
  })
})

describe('bytes as text', () => {
  const umlauts = Buffer.from('Grüße', 'latin1')

  test.each<[string, Uint8Array, string | undefined, string]>([
    ['UTF-8 without a word', Buffer.from('Grüße'), undefined, 'Grüße'],
    ['a charset in the header', umlauts, 'text/html; charset="ISO-8859-1"', 'Grüße'],
    [
      'an XML declaration',
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?>Grüße', 'latin1'),
      'text/xml',
      '<?xml version="1.0" encoding="windows-1252"?>Grüße',
    ],
    [
      'a meta element',
      Buffer.from('<meta charset=latin1>Grüße', 'latin1'),
      undefined,
      '<meta charset=latin1>Grüße',
    ],
    [
      'a byte order mark, whatever the header says',
      Buffer.from('\ufeffGrüße'),
      'text/xml; charset=latin1',
      'Grüße',
    ],
    ['UTF-16', Buffer.from('\ufeffGrüße', 'utf16le'), undefined, 'Grüße'],
    ['UTF-16 without a mark', Buffer.from('<b>Grüße', 'utf16le'), undefined, '<b>Grüße'],
    ['UTF-16 the other way round', Buffer.from('<b>Grüße', 'utf16le').swap16(), undefined, '<b>Grüße'],
    [
      'UTF-8 that says it is UTF-16',
      Buffer.from('<?xml version="1.0" encoding="utf-16"?>Grüße'),
      undefined,
      '<?xml version="1.0" encoding="utf-16"?>Grüße',
    ],
    [
      'UTF-8 with a character that was cut in two',
      Buffer.concat([
        Buffer.from('Grüße aus Köln, schöne'),
        Buffer.of(0xc3),
        Buffer.from(' Straßen, Bäume, Höfe, Türen, Fenster'),
      ]),
      'text/xml; charset=utf-8',
      'Grüße aus Köln, schöne\ufffd Straßen, Bäume, Höfe, Türen, Fenster',
    ],
    [
      'a meta element behind two thousand characters of scripts',
      Buffer.from(`<head><script>${' '.repeat(2_000)}</script><meta charset=iso-8859-1>Grüße`, 'latin1'),
      undefined,
      `<head><script>${' '.repeat(2_000)}</script><meta charset=iso-8859-1>Grüße`,
    ],
    ['a charset nobody knows', Buffer.from('Grüße'), 'text/html; charset=x-klingon', 'Grüße'],
    ['bytes that are not the UTF-8 they claim to be', umlauts, 'text/html; charset=utf-8', 'Grüße'],
    ['Japanese', Uint8Array.of(0x93, 0xfa, 0x96, 0x7b), 'text/html; charset=Shift_JIS', '日本'],
  ])('%s', (_, bytes, contentType, text) => {
    expect(decodeBody(bytes, contentType)).toBe(text)
  })
})
