// Places and people as text: `platform:id`, `platform:id/thread`.

import type { Chat, Person } from '../src/domain.ts'

export function placeOf(chat: Omit<Chat, 'kind'>): string {
  const place = `${chat.platform}:${chat.id}`
  return chat.thread === undefined ? place : `${place}/${chat.thread}`
}

export function textOf(person: Person): string {
  return `${person.platform}:${person.id}`
}

/** The platform ends at the first colon; ids may hold more of them. */
export function personOf(text: string): Person {
  const colon = text.indexOf(':')
  return { platform: text.slice(0, colon), id: text.slice(colon + 1) }
}
