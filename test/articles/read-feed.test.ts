import { expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { readFeed } from '../../src/articles/read-feed.ts'
import { createLog } from '../../src/log.ts'
import { createFakeClock } from '../fakes/clock.ts'

const story = 'The ferry to Brannock Island stops on Sunday and returns in April, its operator said. '.repeat(
  20,
)
const rss = `<rss version="2.0"><channel><title>Harrow Courier</title><item><title>Ferry to Brannock stops</title>
  <link>https://courier.example/ferry</link><category>Ports</category>
  <description><![CDATA[<p>${story}</p>]]></description></item></channel></rss>`

test('articles are about what their item says, and what the operator calls the feed', async () => {
  await using store = Object.assign(await openSqlite({ file: ':memory:' }), {
    async [Symbol.asyncDispose]() {
      await store.close()
    },
  })
  const clock = createFakeClock()
  const feed = await store.addFeed({ url: 'https://courier.example/feed', category: 'Islands' }, clock.now())
  if (!feed) throw new Error('the feed was there already')
  const log = createLog({ level: 'error', json: false, write: () => undefined, now: clock.now })
  const fetch = async (url: string) => ({ url, status: 200 as const, body: Buffer.from(rss) })
  await readFeed({ store, fetch, clock, log }, feed)
  const [article] = await store.unplacedArticles(1)
  expect(article?.categories).toEqual(['islands', 'ports'])
})
