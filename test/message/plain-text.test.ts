import { describe, expect, test } from 'vitest'
import { plainLines, plainText } from '../../src/message/plain-text.ts'

describe('plain text keeps words and drops what commands a terminal', () => {
  test.each([
    ['colours', 'A \u001b[1;31mred\u001b[0m flag', 'A red flag'],
    ['cursor movements', 'one\u001b[2J\u001b[10;10Htwo', 'onetwo'],
    ['a link', '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\', 'click'],
    ['a window title', '\u001b]0;owned\u0007Bridge', 'Bridge'],
    ['a title that never ends', 'Bridge \u001b]0;and so on', 'Bridge 0;and so on'],
    ['a device command', '\u001bP1$r0m\u001b\\Bridge', 'Bridge'],
    ['a reset', '\u001bcBridge', 'Bridge'],
    ['a charset switch', '\u001b(0Bridge', 'Bridge'],
    ['eight-bit controls', '\u009b31mBridge\u009d0;x\u009c', 'Bridge'],
    ['a lone escape', 'Bridge\u001b', 'Bridge'],
    ['NUL, bell, backspace, delete', 'B\u0000r\u0007i\u0008d\u007fge', 'Bridge'],
    ['a carriage return that overwrites', 'Closed\rOpen', 'Closed Open'],
    [
      'line breaks, tabs, odd spaces',
      ' one\n\ttwo\u2003three\u3000four\u2028five ',
      'one two three four five',
    ],
    ['direction overrides', 'safe\u202efdp.exe\u202c \u2067x\u2069', 'safefdp.exe x'],
    ['direction marks', 'a\u200eb\u200fc\u061cd', 'abcd'],
    ['invisible characters', 'Bri\u200bd\u2060g\ufeffe\u00ad', 'Bridge'],
    ['invisible tags', 'Bridge\u{e0041}\u{e0042}', 'Bridge'],
    ['half a character', 'Bridge\ud83d', 'Bridge\ufffd'],
  ])('%s', (_name, text, expected) => {
    expect(plainText(text)).toBe(expected)
  })

  test.each([
    ['families', '👩‍👩‍👧'],
    ['flags', '🇳🇴'],
    ['joiners of Persian and Hindi', 'می‌خواهم क्‍ष'],
    ['combining marks', 'cafe\u0301'],
    ['no-break spaces', '6\u00a0%'],
    ['markup, which is only words here', '*bold* <b>tag</b> @everyone'],
  ])('%s stay', (_name, text) => {
    expect(plainText(text)).toBe(text)
  })

  test('a long text full of unfinished sequences takes no long time', () => {
    const text = '\u009d\u001b]\u001b['.repeat(50_000)
    expect(plainText(text).length).toBeLessThan(text.length)
  })
})

describe('plain lines keep our line breaks and columns, and drop the same', () => {
  test.each([
    ['columns', 'f1    Courier\n      not read yet', 'f1    Courier\n      not read yet'],
    ['line breaks of other systems', 'one\r\ntwo', 'one\ntwo'],
    ['colours', '  \u001b[31mred\u001b[0m', '  red'],
    ['a title that begins in one line and ends in another', 'a\u001b]0;x\nb\u0007c', 'a0;x\nbc'],
    ['a carriage return that overwrites', 'Closed\rOpen', 'Closed Open'],
    ['direction overrides', 'safe\u202efdp.exe', 'safefdp.exe'],
  ])('%s', (_name, text, expected) => {
    expect(plainLines(text)).toBe(expected)
  })
})
