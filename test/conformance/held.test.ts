import { expect, test } from 'vitest'
import { heldOf } from './held.ts'

const passed = (name: string) => ({ name, isPassed: true })
const failed = (name: string) => ({ name, isPassed: false })

test('a promise holds when it is tested and all its tests pass', () => {
  const tests = [passed('01 one'), passed('02 two: a'), failed('02 two: b'), failed('more')]
  expect(heldOf(tests, 3)).toEqual({ held: [1], missing: [3], failed: ['02 two: b', 'more'] })
})

test('a number beyond the list adds nothing', () => {
  expect(heldOf([passed('01 one'), passed('41 another')], 1)).toEqual({ held: [1], missing: [], failed: [] })
})
