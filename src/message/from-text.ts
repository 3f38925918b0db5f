import type { Message } from '../domain.ts'

/** One thing Brevier says of itself. */
export function messageFromText(text: string, language: string): Message {
  return { language, blocks: [{ kind: 'text', text }] }
}
