import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { politeFetch } from '../../src/http/polite.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

test('what a host sent last is not held on to until it is asked again', async () => {
  const fetch = politeFetch({
    hop: async (url) => ({ status: 200, url, body: new Uint8Array(1_000_000), contentType: 'text/plain' }),
    clock: { now: () => 0, sleep: async () => {} },
    userAgent: 'Brevier/test',
  })
  const bodyOf = async (url: string) => new WeakRef((await fetch(url)).body)
  const body = await bodyOf('https://courier.example/feed')
  await setImmediate()
  collectGarbage()
  expect(body.deref()).toBeUndefined()
})
