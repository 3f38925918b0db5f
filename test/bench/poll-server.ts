// The other side of the bench `poll`, as a process of its own: a thousand feeds on a hundred addresses of this machine, thirty of
// them faulty in every way. Two in three feeds know what "not changed" means.

import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generator } from './generated-articles.ts'

const [feedCount = 0, itemCount = 0, words = 0] = process.argv.slice(2).map(Number)
const HOSTS = 100
const FAULTY_EVERY = 33

type Fault = (response: ServerResponse, whole: string) => void

const status =
  (code: number, headers = {}): Fault =>
  (response) =>
    void response.writeHead(code, headers).end()

const faults: readonly Fault[] = [
  status(500),
  status(404),
  status(410),
  status(429, { 'retry-after': '3600' }),
  status(301, { location: '?' }),
  (response) => void response.destroy(),
  () => {
    // Never answers.
  },
  (response, whole) => {
    response.writeHead(200, { 'content-length': whole.length + 100 }).write(whole)
    setTimeout(() => response.destroy(), 100)
  },
  (response, whole) => void response.end(whole.slice(0, whole.length / 2)),
  (response, whole) => void response.end(whole.replaceAll('</title>', '')),
  (response) => void response.end('<!doctype html><html><head><title>Parked</title></head></html>'),
  (response) => void response.end(),
  (response, whole) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole),
  (response, whole) => void response.end(whole + ' '.repeat(6_000_000)),
  (response, whole) => void response.end(`<rss>${'<a>'.repeat(10_000)}${whole}`),
]

/** Two in five words of English are one of these. */
const SMALL_WORDS =
  'the of to and a in for is on that by this with i you it not or be are from at as your all have new more an was we will can us about if my has but our one other do no they he up may what which their out any there'.split(
    ' ',
  )

const generate = generator({ words, smallWords: SMALL_WORDS })
const bodies = new Map<number, string>()

function bodyOf(feed: number): string {
  const known = bodies.get(feed)
  if (known !== undefined) return known
  const items = Array.from({ length: itemCount }, (_, at) => {
    const { title, text = '' } = generate.article(feed * itemCount + at)
    const paragraphs = text.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`)
    return `<item><title>${title}</title><link>https://outlet${feed}.example/${at}</link><guid>${feed}-${at}</guid>
<pubDate>${new Date(Date.now() - at * 1_800_000).toUTCString()}</pubDate><description><![CDATA[${paragraphs.join('')}]]></description></item>`
  })
  const body = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Outlet ${feed}</title><language>en</language>${items.join('')}</channel></rss>`
  bodies.set(feed, body)
  return body
}

const answer: RequestListener = (request, response) => {
  const feed = Number(new URL(request.url ?? '', 'http://x').pathname.slice(1))
  if (feed % FAULTY_EVERY === 1) {
    faults[Math.floor(feed / FAULTY_EVERY) % faults.length]?.(response, bodyOf(feed))
    return
  }
  const etag = `"${feed}"`
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
  const headers = { 'content-type': 'application/rss+xml', ...(feed % 3 > 0 && { etag }) }
  response.writeHead(200, headers).end(bodyOf(feed))
}

let port = 0
for (let host = 1; host <= HOSTS; host += 1) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(port, `127.0.1.${host}`, resolve))
  port = (server.address() as AddressInfo).port
}
process.send?.(
  Array.from({ length: feedCount }, (_, feed) => `http://127.0.1.${(feed % HOSTS) + 1}:${port}/${feed}`),
)
