import { expect, test } from 'vitest'
import { hashOfStem, packStems, unpackHashes } from '../../src/text/stem-hashes.ts'

test('stems are packed list by list, each list with a zero at its end', () => {
  const packed = packStems([['ferry', 'bridge'], [], ['ferry']])
  const [ferry, bridge] = ['ferry', 'bridge'].map(hashOfStem)
  expect([...unpackHashes(packed)]).toEqual([ferry, bridge, 0, 0, ferry, 0])
})

test('what a database hands out is read wherever in memory it lies', () => {
  const packed = packStems([['паром', 'fähre']])
  const moved = new Uint8Array([7, ...packed]).subarray(1)
  expect(unpackHashes(moved)).toEqual(unpackHashes(packed))
})

test('a hash is that of FNV-1a over the units of the word, on every machine and in every release', () => {
  expect(hashOfStem('a')).toBe(0xe40c292c | 0)
  expect(hashOfStem('foobar')).toBe(0xbf9cf968 | 0)
})

test('words of a news text hardly ever share a hash', () => {
  const words = Array.from({ length: 50_000 }, (_, at) => `word${at.toString(36)}`)
  expect(new Set(words.map(hashOfStem)).size).toBeGreaterThan(words.length - 3)
})
