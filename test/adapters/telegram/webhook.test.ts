import { expect, test } from 'vitest'
import { hookedApp, question, SECRET } from './hooked-app.ts'

test('what is written arrives through the webhook', async () => {
  await using it = await hookedApp()
  it.app.telegram.write(it.app.telegram.person(), 'How many?')
  await expect.poll(() => it.heard).toEqual(['How many?'])
  expect(it.app.telegram.received('setWebhook')[0]?.params).toMatchObject({
    secret_token: SECRET,
    allowed_updates: ['message', 'callback_query', 'my_chat_member', 'stopped_message_generation'],
  })
})

test('without the secret nothing is stored, and what is no update is refused', async () => {
  await using it = await hookedApp()
  const person = it.app.telegram.person({ hasStarted: true })
  expect(await it.post(question(person))).toBe(401)
  expect(await it.post(question(person), 'another-secret-123')).toBe(401)
  expect(await it.post(['nonsense'], SECRET)).toBe(400)
  expect(it.heard).toEqual([])
  expect(await it.post(question(person), SECRET)).toBe(200)
  expect(it.heard).toEqual(['Hello?'])
})

test('what could not be stored is not taken', async () => {
  await using it = await hookedApp(() => Promise.reject(new Error('the disk is full')))
  expect(await it.post(question(it.app.telegram.person()), SECRET)).toBe(500)
})
