// The terminal as a chat platform, and the reference for the others: what it renders fits, what it sends it reports,
// what it hears it hands over before it listens on. It has one chat and one person.

import { randomUUID } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import type { Chat, InboundEvent, Message, Payload, Person } from '../../src/domain.ts'
import { texts } from '../../src/message/texts.ts'
import type { Ack, ChatAdapter, Outcome } from '../../src/ports.ts'
import type { TerminalAbilities } from './abilities.ts'
import { createLines } from './lines.ts'
import { signsOf } from './page.ts'
import { renderMessage } from './render.ts'
import { written } from './write.ts'

export interface TerminalIo {
  readonly input: Readable
  readonly output: Writable
  /** Epoch milliseconds, for the time of events. */
  readonly now?: () => number
}

const PLATFORM = 'terminal'
const CHAT: Chat = { platform: PLATFORM, id: 'local', kind: 'private' }
const PERSON: Person = { platform: PLATFORM, id: 'local' }
const LANGUAGE = 'en'

/** Abilities are asked for anew with every message, because a terminal can be resized. */
export function createTerminalAdapter(
  abilities: () => TerminalAbilities,
  { input, output, now = Date.now }: TerminalIo,
): ChatAdapter {
  const { interactive, unicode } = abilities()
  const prompt = interactive ? `${signsOf({ unicode }).prompt} ` : undefined
  const lines = createLines({ input, output, prompt })
  const session = randomUUID()
  let heard = 0
  let hasPrinted = false
  /** Tells the line that waits for its reply that something was sent. */
  let replied = () => {}

  function render(message: Message): readonly Payload[] {
    const look = abilities()
    const body = renderMessage(message, look)
    if (body === '') return []
    if (!look.colour) return [{ body }]
    return [{ body, plain: renderMessage(message, { ...look, colour: false }) }]
  }

  /** Replies stand apart from each other, and on a terminal from the lines that were typed. */
  async function print(body: string, o: Parameters<typeof written>[2]): Promise<Outcome> {
    const apart = interactive ? `\n${body}\n` : `${hasPrinted ? '\n' : ''}${body}`
    hasPrinted = true
    const outcome = await written(output, apart, o)
    lines.promptAgain()
    return outcome
  }

  async function say(message: Message, key: string, signal: AbortSignal): Promise<void> {
    for (const { body } of render(message)) await print(body, { key, signal })
  }

  async function respond(
    said: Said,
    accept: (event: InboundEvent) => Promise<Ack>,
    ended: AbortSignal,
  ): Promise<void> {
    const reply = new Promise<void>((resolve) => {
      replied = resolve
    })
    heard += 1
    const key = `${session}.${heard}`
    const ack = await accept({ key, chat: CHAT, person: PERSON, at: now(), ...said })
    switch (ack.kind) {
      case 'later':
        return Promise.race([reply, aborted(ended)])
      case 'reply':
      case 'edit':
        return say(ack.message, key, ended)
      case 'form':
        return say(ack.instead.message, key, ended)
      case 'choices':
        return
    }
  }

  return {
    platform: PLATFORM,
    render,

    async send(_chat, payload, options) {
      const outcome = await print(payload.body, options)
      replied()
      return outcome
    },

    async listen(accept, signal) {
      if (interactive) await say(quietly('promptHint'), session, signal)
      await lines.read(async (line, ended) => {
        if (line.trim() === '') return true
        const said = understood(line.trim())
        if (isCommand(said, 'quit')) return false
        await respond(said, accept, ended)
        if (interactive && isCommand(said, 'help')) await say(quietly('quitHint'), session, ended)
        return true
      }, signal)
    },
  }
}

function quietly(text: 'promptHint' | 'quitHint'): Message {
  return { language: LANGUAGE, blocks: [{ kind: 'quiet', text: texts(LANGUAGE)[text] }] }
}

type Said =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly text: string }

/** `/name rest` is a command, everything else a question. */
function understood(line: string): Said {
  const [, name, text = ''] = /^\/(\p{L}[\p{L}\p{N}_-]*)(?:\s+(.*))?$/u.exec(line) ?? []
  return name === undefined
    ? { kind: 'question', text: line }
    : { kind: 'command', name: name.toLowerCase(), text }
}

function isCommand(said: Said, name: string): boolean {
  return said.kind === 'command' && said.name === name
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
