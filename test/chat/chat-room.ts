// What is said in chats, and what is said back, over a newsroom.

import { answerQuestion } from '../../src/answers/answer.ts'
import { handleEvent } from '../../src/chat/handle-event.ts'
import { respond } from '../../src/chat/respond.ts'
import type { Block, Button, Chat, InboundEvent, Message, Person, Ref } from '../../src/domain.ts'
import type { Ack } from '../../src/ports.ts'
import { type Newsroom, openNewsroom } from '../editions/newsroom.ts'
import { createFarEnd } from '../fakes/far-end.ts'
import { createScriptedAdapter } from '../fakes/scripted-adapter.ts'

export const READER: Person = { platform: 'test', id: 'ada' }
export const PRIVATE: Chat = { platform: 'test', id: 'ada', kind: 'private' }
export const GROUP: Chat = { platform: 'test', id: 'harbour', kind: 'group' }

export interface ChatRoom extends AsyncDisposable {
  readonly newsroom: Newsroom
  /** What is said back to `/name text`, as lines of text. */
  say(line: string, chat?: Chat): Promise<string>
  message(line: string, chat?: Chat): Promise<Message>
  /** Anything else that happens in a chat; what is said to it by the desk. */
  happens(event: Happening): Promise<Message | undefined>
  /** What is said at once to a button of that meaning, or to a link of that id. */
  press(ref: Ref | string, chat?: Chat, language?: string): Promise<Ack | undefined>
  /** What is said at once to anything else that happens. */
  atOnce(event: Happening): Promise<Ack | undefined>
  /** Presses what is answered by the desk; what it says. */
  pressLater(ref: Ref, chat?: Chat): Promise<Message | undefined>
}

type Meant<Event> = Event extends InboundEvent ? Omit<Event, 'key' | 'person' | 'at'> : never
export type Happening = Meant<InboundEvent>

export async function openChatRoom({
  admins = [],
  owners = [],
}: {
  readonly admins?: readonly string[]
  readonly owners?: readonly string[]
} = {}): Promise<ChatRoom> {
  const newsroom = await openNewsroom()
  const parts = {
    ...newsroom.parts,
    owners,
    answerQuestion,
    adapters: [createScriptedAdapter({ farEnd: createFarEnd({ clock: newsroom.clock }) })],
    isAdmin: async (_chat: Chat, { id }: Person) => admins.includes(id),
  }
  let events = 0
  const next = () => {
    events += 1
    return { key: String(events), person: READER, at: newsroom.clock.now() }
  }
  const message = (line: string, chat = PRIVATE) => {
    if (!line.startsWith('/')) return handleEvent(parts, { ...next(), chat, kind: 'question', text: line })
    const [name = '', ...words] = line.slice(1).split(' ')
    return handleEvent(parts, { ...next(), chat, kind: 'command', name, text: words.join(' ') })
  }
  const idOf = async (ref: Ref | string) =>
    typeof ref === 'string' ? ref : newsroom.store.refOf(ref, newsroom.clock.now())
  return {
    newsroom,
    message,
    say: async (line, chat) => textOf(await message(line, chat)),
    happens: (event) => handleEvent(parts, { ...next(), ...event } as InboundEvent),
    press: async (ref, chat = PRIVATE, language = 'en') =>
      respond(parts, { ...next(), chat, language, kind: 'tap', ref: await idOf(ref) }),
    atOnce: (event) => respond(parts, { ...next(), ...event } as InboundEvent),
    pressLater: async (ref, chat = PRIVATE) =>
      handleEvent(parts, { ...next(), chat, kind: 'tap', ref: await idOf(ref) }),
    [Symbol.asyncDispose]: () => newsroom[Symbol.asyncDispose](),
  }
}

export function buttonsOf({ blocks }: Message): readonly Button[] {
  return blocks.flatMap((block) => (block.kind === 'buttons' ? block.rows.flat() : []))
}

export function labelsOf(message: Message): readonly string[] {
  return buttonsOf(message).map(({ label }) => label)
}

export function textOf({ blocks }: Message): string {
  return blocks.flatMap(linesOf).join('\n')
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'rows')
    return block.rows.map(({ term, text, note }) => [term, text, note].filter(Boolean).join(' | '))
  return 'text' in block ? [block.text] : []
}
