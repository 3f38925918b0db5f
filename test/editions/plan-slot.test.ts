import { describe, expect, test } from 'vitest'
import type { Subscription } from '../../src/domain.ts'
import { planSlot } from '../../src/editions/plan-slot.ts'
import { aSubscription, DAY_MS, HOUR_MS, MINUTE_MS, START } from './newsroom.ts'

const FIRST = START + 30 * MINUTE_MS

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  ...aSubscription(more),
  id: 'u1',
  createdAt: START,
})

test('a slot that has just come is served, and the next one set', () => {
  expect(planSlot(subscription(), FIRST + MINUTE_MS)).toEqual({
    slot: FIRST,
    missed: [],
    nextEditionAt: FIRST + DAY_MS,
  })
})

describe('after down time', () => {
  const now = FIRST + 3 * DAY_MS + 2 * HOUR_MS
  const days = (...numbers: readonly number[]) => numbers.map((day) => FIRST + day * DAY_MS)

  test.each(['late', 'merge'] as const)('%s serves the last slot and names those before it', (policy) => {
    expect(planSlot(subscription({ afterDownTime: policy }), now)).toEqual({
      slot: FIRST + 3 * DAY_MS,
      missed: days(0, 1, 2),
      nextEditionAt: FIRST + 4 * DAY_MS,
    })
  })

  test('skip serves none of them', () => {
    expect(planSlot(subscription({ afterDownTime: 'skip' }), now)).toEqual({
      slot: FIRST + 3 * DAY_MS,
      missed: days(0, 1, 2),
      nextEditionAt: FIRST + 4 * DAY_MS,
      reason: { kind: 'missed', policy: 'skip' },
    })
  })

  test('skip skips what was missed first, and leaves a slot that has just come due', () => {
    const onTime = FIRST + 3 * DAY_MS + MINUTE_MS
    expect(planSlot(subscription({ afterDownTime: 'skip' }), onTime)).toEqual({
      slot: FIRST + 2 * DAY_MS,
      missed: days(0, 1),
      nextEditionAt: FIRST + 3 * DAY_MS,
      reason: { kind: 'missed', policy: 'skip' },
    })
  })

  test('skip serves a slot that is a few minutes late', () => {
    const plan = planSlot(subscription({ afterDownTime: 'skip' }), FIRST + 14 * MINUTE_MS)
    expect(plan.reason).toBeUndefined()
  })

  test('of a year names the slots of the last week', () => {
    const plan = planSlot(subscription(), FIRST + 365 * DAY_MS)
    expect(plan.slot).toBe(FIRST + 365 * DAY_MS)
    expect(plan.missed).toEqual([FIRST, ...days(358, 359, 360, 361, 362, 363, 364)])
  })
})
