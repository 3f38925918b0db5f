import type { InboundEvent, Message, Person } from '../../domain.ts'
import type { Ack } from '../../ports.ts'

/** A button that was pressed, or a message that somebody points at. */
export interface Tapped {
  readonly event: Extract<InboundEvent, { kind: 'tap' | 'about' }>
  /** Of the person who pressed it. */
  readonly language: string
}

type Reply = Extract<Ack, { kind: 'reply' }>

/** In a chat of many, only to the one who pressed. */
export function toWhoPressed({ event }: Tapped, message: Message): Reply {
  const onlyTo: { readonly onlyTo?: Person } = event.chat.kind === 'private' ? {} : { onlyTo: event.person }
  return { kind: 'reply', message, ...onlyTo }
}

/** A few words that may vanish by themselves. */
export function asNotice({ event, language }: Tapped, text: string): Reply {
  const message: Message = { language, blocks: [{ kind: 'text', text }] }
  return { kind: 'reply', message, onlyTo: event.person, isNotice: true }
}
