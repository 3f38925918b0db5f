import { terminalAdapter } from '../compose.ts'
import type { Chat, Message } from '../domain.ts'
import { type Io, write } from './io.ts'

/** Where the command line speaks: the one chat of the terminal. */
export const TERMINAL_CHAT: Chat = { platform: 'terminal', id: 'local', kind: 'private' }

/** Renders a message through the terminal adapter and prints it: what a chat would show, once. */
export function show(io: Io, message: Message): Promise<void> {
  return showAll(io, [message])
}

/** Several messages with air between them. */
export async function showAll(io: Io, messages: readonly Message[]): Promise<void> {
  const adapter = await terminalAdapter({ env: io.env, input: io.stdin, output: io.stdout })
  for (const [at, message] of messages.entries()) {
    for (const payload of adapter.render(message, TERMINAL_CHAT)) {
      await write(io.stdout, at === 0 ? payload.body : `\n${payload.body}`)
    }
  }
}
