import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run, temporaryFolder } from './run.ts'

test('a feed keeps the category it was added with', async () => {
  const file = join(temporaryFolder(), 'brevier.db')
  await run(['feeds', 'add', 'https://courier.example/feed', '--category', 'Islands', '--db', file])
  const { out } = await run(['feeds', 'list', '--json', '--db', file])
  expect(JSON.parse(out)).toMatchObject([{ url: 'https://courier.example/feed', category: 'Islands' }])
})
