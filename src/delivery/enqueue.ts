import type { Message, NewDelivery } from '../domain.ts'
import type { ChatAdapter } from '../ports.ts'

/** A message as rows of the outbox, one for each payload that its platform makes of it, in order. */
export function deliveriesOf(
  adapter: ChatAdapter,
  message: Message,
  to: Omit<NewDelivery, 'part' | 'parts' | 'payload'>,
): readonly NewDelivery[] {
  const payloads = adapter.render(message, to.chat)
  return payloads.map((payload, at) => ({ ...to, part: at + 1, parts: payloads.length, payload }))
}
