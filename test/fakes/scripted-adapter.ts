// A chat platform as plain as can be: a payload is some blocks as lines of text, and its far end is in the test's hands.

import type { Block, Chat, InboundEvent, Message, Payload, Person } from '../../src/domain.ts'
import type { ChatAdapter, Rate } from '../../src/ports.ts'
import type { FarEnd } from './far-end.ts'

export interface ScriptedAdapterOptions {
  readonly farEnd: Pick<FarEnd, 'receive' | 'hasKey'>
  readonly platform?: string
  /** A message of more blocks has several parts. */
  readonly blocksPerPayload?: number
  readonly rates?: { readonly platform: Rate; chat(chat: Chat): Rate }
  readonly resendSafeMs?: number
  /** `seen` looks at the far end; without it, the platform cannot say whether a send arrived. */
  readonly evidence?: 'seen' | NonNullable<ChatAdapter['evidence']>
  readonly isAdmin?: (chat: Chat, person: Person) => boolean
  /** What is heard, in order, before it listens on without end. */
  readonly events?: readonly InboundEvent[]
}

export function createScriptedAdapter(options: ScriptedAdapterOptions): ChatAdapter {
  const { farEnd, platform = 'test', blocksPerPayload = 100, resendSafeMs, rates, isAdmin } = options
  const evidence = evidenceOf(options)
  return {
    platform,
    render: (message) => payloadsOf(message, blocksPerPayload),
    send: (to, payload, { key, signal }) =>
      signal.aborted
        ? Promise.resolve({ kind: 'later', reason: 'Stopped before it was sent.' })
        : farEnd.receive(to, payload.body, key),
    async listen(accept, signal) {
      for (const event of options.events ?? []) await accept(event)
      await aborted(signal)
    },
    ...(evidence && { evidence }),
    ...(rates && { rates }),
    ...(resendSafeMs !== undefined && { resendSafeMs }),
    ...(isAdmin && { isAdmin: async (chat, person) => isAdmin(chat, person) }),
  }
}

function evidenceOf({ evidence, farEnd }: ScriptedAdapterOptions): ChatAdapter['evidence'] {
  if (evidence !== 'seen') return evidence
  return async ({ messageKey, part }) => (farEnd.hasKey(`${messageKey}.${part}`) ? 'arrived' : 'absent')
}

function payloadsOf({ blocks }: Message, blocksPerPayload: number): readonly Payload[] {
  const lines = blocks.flatMap(linesOf)
  const payloads: Payload[] = []
  for (let at = 0; at < lines.length; at += blocksPerPayload) {
    const plain = lines.slice(at, at + blocksPerPayload).join('\n')
    payloads.push({ body: `*${plain}*`, plain })
  }
  return payloads
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'sources':
      return block.sources.map(({ mark, source }) => `[${mark}] ${source.name}`)
    case 'rows':
      return block.rows.map(({ term, text }) => `${term}: ${text}`)
    case 'point':
      return [`${block.text} ${block.marks.map((mark) => `[${mark}]`).join('')}`]
    case 'title':
    case 'headline':
    case 'text':
    case 'quiet':
    case 'update':
    case 'passage':
      return [block.text]
    case 'buttons':
      return block.rows.map((row) => row.map(({ label }) => `[${label}]`).join(' '))
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
