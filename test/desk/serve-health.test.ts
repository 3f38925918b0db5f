import { expect, test } from 'vitest'
import { serveHealth } from '../../src/desk/serve-health.ts'
import type { DeskHealth } from '../../src/desk.ts'
import { UserError } from '../../src/errors.ts'

const HOST = '127.0.0.1'
const sound: DeskHealth = { isReady: true, stages: [{ name: 'feeds', underWay: 1 }] }

async function asked(health: DeskHealth, path: string): Promise<readonly [number, unknown]> {
  await using server = await serveHealth({ health: () => health }, { port: 0, host: HOST })
  const response = await fetch(`http://${HOST}:${server.port}${path}`)
  return [response.status, response.status === 404 ? undefined : await response.json()]
}

test('a desk whose stages move is healthy and says what is under way', async () => {
  expect(await asked(sound, '/health')).toEqual([200, sound])
  expect(await asked(sound, '/ready')).toEqual([200, sound])
})

test('a stage that no longer moves, or cannot claim, is not', async () => {
  const stuck = { ...sound, stages: [{ name: 'feeds', underWay: 1, stuckMs: 400_000 }] }
  const failing = { ...sound, stages: [{ name: 'feeds', underWay: 0, problem: 'The disk is full.' }] }
  expect((await asked(stuck, '/health'))[0]).toBe(503)
  expect((await asked(failing, '/health'))[0]).toBe(503)
})

test('a desk that has not looked at everything yet is not ready', async () => {
  expect((await asked({ ...sound, isReady: false }, '/ready'))[0]).toBe(503)
})

test('nothing else is there', async () => {
  expect((await asked(sound, '/'))[0]).toBe(404)
  expect((await asked(sound, '/healthy'))[0]).toBe(404)
})

test('a port that is taken is one sentence', async () => {
  await using taken = await serveHealth({ health: () => sound }, { port: 0, host: HOST })
  await expect(serveHealth({ health: () => sound }, { port: taken.port, host: HOST })).rejects.toThrow(
    new UserError(`Port ${taken.port} on ${HOST} cannot be used. Set HEALTH_PORT to a free one.`),
  )
})
