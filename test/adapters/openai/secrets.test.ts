import { expect, test } from 'vitest'
import { modelApp } from './model-app.ts'

test('a server that repeats the key in its errors does not bring it into ours, nor into the log', async () => {
  await using app = await modelApp()
  app.server.script({ status: 401, error: { message: `Incorrect API key provided: ${app.server.key}.` } })
  const error = await app.failure()
  const { key } = app.server
  expect(error.message).toContain('does not accept the key')
  expect(error.message).not.toContain(key)
  expect(JSON.stringify(error)).not.toContain(key)
  expect(String(error.cause)).not.toContain(key)
  expect(app.logged.join('')).not.toContain(key)
  const problems = await app.model.examine(new AbortController().signal)
  expect(JSON.stringify(problems)).not.toContain(key)
})

test('what a server says in its errors stays one short line', async () => {
  await using app = await modelApp()
  app.server.script({ status: 400, error: { message: `bad\n\u001b[2J${'x'.repeat(5000)}` } })
  const { message } = await app.failure()
  expect(message.length).toBeLessThan(300)
  expect(message).not.toMatch(/[\n\u001b]/)
})
