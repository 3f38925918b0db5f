// What is said in chats, and what is said back, over a newsroom.

import { handleEvent } from '../../src/chat/handle-event.ts'
import type { Block, Chat, Message, Person } from '../../src/domain.ts'
import { type Newsroom, openNewsroom } from '../editions/newsroom.ts'

export const READER: Person = { platform: 'test', id: 'ada' }
export const PRIVATE: Chat = { platform: 'test', id: 'ada', kind: 'private' }
export const GROUP: Chat = { platform: 'test', id: 'harbour', kind: 'group' }

export interface ChatRoom extends AsyncDisposable {
  readonly newsroom: Newsroom
  /** What is said back to `/name text`, as lines of text. */
  say(line: string, chat?: Chat): Promise<string>
  message(line: string, chat?: Chat): Promise<Message>
}

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
    isAdmin: async (_chat: Chat, { id }: Person) => admins.includes(id),
  }
  let events = 0
  const message = (line: string, chat = PRIVATE) => {
    const [name = '', ...words] = line.slice(1).split(' ')
    events += 1
    return handleEvent(parts, {
      key: String(events),
      chat,
      person: READER,
      at: newsroom.clock.now(),
      kind: 'command',
      name,
      text: words.join(' '),
    })
  }
  return {
    newsroom,
    message,
    say: async (line, chat) => textOf(await message(line, chat)),
    [Symbol.asyncDispose]: () => newsroom[Symbol.asyncDispose](),
  }
}

export function textOf({ blocks }: Message): string {
  return blocks.flatMap(linesOf).join('\n')
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'rows')
    return block.rows.map(({ term, text, note }) => [term, text, note].filter(Boolean).join(' | '))
  return 'text' in block ? [block.text] : []
}
