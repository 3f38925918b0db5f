import { expect, test } from 'vitest'
import { unlinked } from '../../src/message/unlinked.ts'
import { findAddresses } from '../../src/text/addresses.ts'

test.each([
  'See https://evil.example/login?a=1 now.',
  'See www.evil.example and evil.example/win.',
  'Shares of Amazon.com rose.',
  'Join t.me/evil or discord.gg/abc.',
  'Write to desk@evil.example today.',
  'Call @everyone and #all and <@&123> and <@!5>.',
])('"%s" makes no link and no mention, and keeps its length', (text) => {
  const dead = unlinked(text)
  expect(dead).toHaveLength(text.length)
  expect(findAddresses(dead)).toEqual([])
  expect(dead).not.toMatch(/[@#]/)
})

test.each(['It rose by 3.5 percent at 10:30 a.m.', 'U.S. officials met in St. Louis.', 'Er sagte: „Ja“.'])(
  '"%s" is left as it is',
  (text) => {
    expect(unlinked(text)).toBe(text)
  },
)
