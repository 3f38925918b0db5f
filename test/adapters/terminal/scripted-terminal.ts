// A terminal whose both ends are in the test's hands.

import { PassThrough } from 'node:stream'
import type { TerminalAbilities } from '../../../adapters/terminal/abilities.ts'
import { createTerminalAdapter } from '../../../adapters/terminal/terminal.ts'
import type { Chat } from '../../../src/domain.ts'
import type { AdapterUnderTest } from '../../contract/chat-adapter.ts'

export const CHAT: Chat = { platform: 'terminal', id: 'local', kind: 'private' }

export interface ScriptedTerminal extends AdapterUnderTest {
  /** Keys as they are pressed, without a line break. */
  press(keys: string): void
  readonly input: PassThrough
  readonly output: PassThrough
}

export function scriptedTerminal(abilities: Partial<TerminalAbilities> = {}): ScriptedTerminal {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let text = ''
  output.on('data', (chunk) => {
    text += String(chunk)
  })
  return {
    adapter: createTerminalAdapter(
      () => ({ colour: false, unicode: true, interactive: false, width: 80, ...abilities }),
      { input, output, now: () => Date.UTC(2026, 2, 3, 13) },
    ),
    chat: CHAT,
    say: (line) => void input.write(`${line}\n`),
    press: (keys) => void input.write(keys),
    end: () => void input.end(),
    close: () => void output.destroy(),
    arrived: () => text,
    input,
    output,
  }
}
