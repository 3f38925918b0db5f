import type { InboundEvent, Message, Person } from '../../domain.ts'
import type { Ack } from '../../ports.ts'

/** A button that was pressed. */
export interface Tapped {
  readonly event: Extract<InboundEvent, { kind: 'tap' }>
  /** Of the person who pressed it. */
  readonly language: string
}

/** In a chat of many, only to the one who pressed. */
export function toWhoPressed({ event }: Tapped, message: Message): Ack {
  const onlyTo: { readonly onlyTo?: Person } = event.chat.kind === 'private' ? {} : { onlyTo: event.person }
  return { kind: 'reply', message, ...onlyTo }
}

/** A few words that may vanish by themselves. */
export function asNotice({ event, language }: Tapped, text: string): Ack {
  const message: Message = { language, blocks: [{ kind: 'text', text }] }
  return { kind: 'reply', message, onlyTo: event.person, isNotice: true }
}
