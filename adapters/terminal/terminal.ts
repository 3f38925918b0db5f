// The terminal as a chat platform, and the reference for the others: what it renders fits, what it sends it reports,
// what it hears it hands over before it listens on.

import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Chat, InboundEvent, Message, Payload, Person } from '../../src/domain.ts'
import type { ChatAdapter, Outcome } from '../../src/ports.ts'
import type { TerminalAbilities } from './abilities.ts'
import { renderMessage } from './render.ts'

export interface TerminalSettings extends TerminalAbilities {
  readonly input: Readable
  readonly output: Writable
}

const PLATFORM = 'terminal'
const CHAT: Chat = { platform: PLATFORM, id: 'local', kind: 'private' }
const PERSON: Person = { platform: PLATFORM, id: 'local' }
const PROMPT = '› '

export function createTerminalAdapter(settings: TerminalSettings): ChatAdapter {
  let answered: () => void = () => {}
  let heard = 0

  const render = (message: Message): readonly Payload[] => {
    const body = renderMessage(message, settings)
    return [
      settings.colour ? { body, plain: renderMessage(message, { ...settings, colour: false }) } : { body },
    ]
  }
  const print = (body: string) => written(settings.output, settings.interactive ? `\n${body}\n` : body)

  return {
    platform: PLATFORM,
    render,

    async send(_chat, payload, { key }) {
      const outcome = await print(payload.body)
      answered()
      return outcome.kind === 'delivered' ? { ...outcome, receipt: key } : outcome
    },

    async listen(accept, signal) {
      const lines = createInterface({
        input: settings.input,
        ...(settings.interactive && { output: settings.output, prompt: PROMPT }),
        terminal: settings.interactive,
      })
      const stop = () => lines.close()
      signal.addEventListener('abort', stop, { once: true })
      lines.on('SIGINT', stop)
      try {
        if (settings.interactive) lines.prompt()
        for await (const line of lines) {
          if (signal.aborted || line.trim() === '/quit') break
          const reply = new Promise<void>((resolve) => {
            answered = resolve
          })
          if (line.trim() === '') {
            if (settings.interactive) lines.prompt()
            continue
          }
          const ack = await accept(eventOf(line.trim(), ++heard))
          if (ack.kind === 'reply') for (const payload of render(ack.message)) await print(payload.body)
          else await Promise.race([reply, aborted(signal)])
          if (settings.interactive) lines.prompt()
        }
      } finally {
        signal.removeEventListener('abort', stop)
        lines.close()
      }
    },
  }
}

/** A line as an event: `/name rest` is a command, everything else a question. */
function eventOf(line: string, ordinal: number): InboundEvent {
  const at = Date.now()
  const base = { key: `${process.pid}.${at}.${ordinal}`, chat: CHAT, person: PERSON, at }
  const command = /^\/(\p{L}+)\s*(.*)$/u.exec(line)
  return command
    ? { ...base, kind: 'command', name: (command[1] ?? '').toLowerCase(), text: command[2] ?? '' }
    : { ...base, kind: 'question', text: line }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Resolves when the text is on its way, or says why it will never be. */
function written(output: Writable, text: string): Promise<Outcome> {
  return new Promise((resolve) => {
    if (output.destroyed || output.writableEnded) {
      resolve({ kind: 'refused', class: 'gone', reason: 'The terminal is closed.' })
      return
    }
    const failed = (error: Error) => resolve({ kind: 'unknown', reason: error.message })
    output.once('error', failed)
    output.write(text, (error) => {
      output.off('error', failed)
      if (error) failed(error)
      else resolve({ kind: 'delivered', receipt: '' })
    })
  })
}
