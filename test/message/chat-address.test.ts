import { expect, test } from 'vitest'
import { chatAddress, parseChatAddress, parsePerson } from '../../src/message/chat-address.ts'

test.each([
  ['terminal:local', { platform: 'terminal', id: 'local' }],
  ['test:-100:7', { platform: 'test', id: '-100:7' }],
  ['test:-100/7', { platform: 'test', id: '-100', thread: '7' }],
  ['test:a/b/c', { platform: 'test', id: 'a/b', thread: 'c' }],
])('%s is an address, and is written so', (text, address) => {
  expect(parseChatAddress(text)).toEqual(address)
  expect(chatAddress(address)).toBe(text)
})

test.each(['', 'local', ':local', 'test:', 'test:a/', 'Test Room:1'])('"%s" is no chat', (text) => {
  expect(() => parseChatAddress(text)).toThrow(`"${text}" is no chat. Write it as platform:id`)
})

test('a person is written like a chat without a thread', () => {
  expect(parsePerson('test:ada:1')).toEqual({ platform: 'test', id: 'ada:1' })
  expect(() => parsePerson('ada')).toThrow('"ada" is nobody. Write a person as platform:id')
})
