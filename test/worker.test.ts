import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inWorker } from '../src/worker.ts'

const ask = inWorker<{ afterMs: number }, { isAnswered: true }>(
  new URL('./fakes/breaking-answer.ts', import.meta.url),
)

test('a thread that breaks between two requests harms nobody, and the next request gets another one', async () => {
  expect(await ask({ afterMs: 5 }, 10_000)).toEqual({ isAnswered: true })
  await sleep(300)
  expect(await ask({ afterMs: 60_000 }, 10_000)).toEqual({ isAnswered: true })
})
