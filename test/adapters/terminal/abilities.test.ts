import { expect, test } from 'vitest'
import { terminalAbilities } from '../../../adapters/terminal/abilities.ts'

const tty = { env: {}, isInputTty: true, isOutputTty: true, columns: 72 }
const able = { colour: true, unicode: true, width: 72, interactive: true }

test.each([
  ['a terminal', tty, able],
  [
    'a pipe',
    { ...tty, isInputTty: false, isOutputTty: false, columns: undefined },
    { colour: false, unicode: true, width: 80, interactive: false },
  ],
  [
    'a terminal whose output goes to a file',
    { ...tty, isOutputTty: false, columns: undefined },
    { colour: false, unicode: true, width: 80, interactive: false },
  ],
  ['NO_COLOR', { ...tty, env: { NO_COLOR: '1' } }, { ...able, colour: false }],
  ['an empty NO_COLOR', { ...tty, env: { NO_COLOR: '' } }, able],
  [
    'NO_COLOR over FORCE_COLOR',
    { ...tty, env: { NO_COLOR: '1', FORCE_COLOR: '1' } },
    { ...able, colour: false },
  ],
  [
    'FORCE_COLOR on a pipe',
    { ...tty, env: { FORCE_COLOR: '1' }, isOutputTty: false },
    { ...able, interactive: false },
  ],
  ['FORCE_COLOR=0', { ...tty, env: { FORCE_COLOR: '0' } }, { ...able, colour: false }],
  ['FORCE_COLOR on a dumb terminal', { ...tty, env: { FORCE_COLOR: '1', TERM: 'dumb' } }, able],
  ['a dumb terminal', { ...tty, env: { TERM: 'dumb' } }, { ...able, colour: false }],
  ['the console of the kernel', { ...tty, env: { TERM: 'linux' } }, { ...able, unicode: false }],
  [
    'a locale without Unicode',
    { ...tty, env: { LANG: 'en_GB.UTF-8', LC_ALL: 'C' } },
    { ...able, unicode: false },
  ],
  ['a locale with it', { ...tty, env: { LC_CTYPE: 'C.UTF-8' } }, able],
  ['a very wide terminal', { ...tty, columns: 300 }, { ...able, width: 100 }],
  ['a very narrow one', { ...tty, columns: 3 }, { ...able, width: 20 }],
  ['one that says it has no columns', { ...tty, columns: 0 }, { ...able, width: 80 }],
])('%s', (_name, given, expected) => {
  expect(terminalAbilities(given)).toEqual(expected)
})
