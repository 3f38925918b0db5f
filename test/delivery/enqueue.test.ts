import { expect, test } from 'vitest'
import { deliveriesOf } from '../../src/delivery/enqueue.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { createFarEnd } from '../fakes/far-end.ts'
import { createScriptedAdapter } from '../fakes/scripted-adapter.ts'
import { chat } from './outbox.ts'

const farEnd = createFarEnd({ clock: createFakeClock() })
const adapter = createScriptedAdapter({ farEnd, blocksPerPayload: 2 })
const to = { chat: chat('news'), messageKey: 'm', dueAt: 1, expiresAt: 2, whenUnknown: 'once' } as const
const rowsOf = (...texts: readonly string[]) =>
  deliveriesOf(adapter, { language: 'en', blocks: texts.map((text) => ({ kind: 'text', text })) }, to)

test('a message is as many deliveries as its platform makes payloads of it, numbered from one', () => {
  expect(rowsOf('One.', 'Two.', 'Three.')).toEqual([
    { ...to, part: 1, parts: 2, payload: { body: '*One.\nTwo.*', plain: 'One.\nTwo.' } },
    { ...to, part: 2, parts: 2, payload: { body: '*Three.*', plain: 'Three.' } },
  ])
})

test('a message without words is none', () => {
  expect(rowsOf()).toEqual([])
})
