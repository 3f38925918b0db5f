import { expect, test } from 'vitest'
import { directionOf } from '../../src/message/direction.ts'

test.each([
  ['Bridge closed', undefined],
  ['إغلاق الجسر', 'rtl'],
  ['«הגשר נסגר»', 'rtl'],
  ['The word جسر means bridge', 'ltr'],
])('%j runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})
