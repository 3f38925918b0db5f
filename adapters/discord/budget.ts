// What Discord takes of one message. The sizes of cards are counted as Discord was seen to count them: more bytes than
// that are answered by a failure of the server, not by a refusal.

import type { Component, Embed } from './payload.ts'

const BYTES_PER_COMPONENT = 12
/** A line that calls somebody may come to stand above it. */
const CALL = { components: 1, text: 30 }
const MOST_COMPONENTS = 40 - CALL.components
const LONGEST_TEXT = 4_000 - CALL.text
const MOST_BYTES = 10_170 - CALL.text - BYTES_PER_COMPONENT
export const LONGEST_DESCRIPTION = 4_096

export function fitsCards(components: readonly Component[]): boolean {
  const all = components.flatMap(withParts)
  return (
    all.length <= MOST_COMPONENTS &&
    sum(all.map((each) => ('content' in each ? each.content.length : 0))) <= LONGEST_TEXT &&
    sum(all.map(bytesOf)) + BYTES_PER_COMPONENT * all.length <= MOST_BYTES
  )
}

/** Its title is too short to matter. */
export function fitsEmbed({ description }: Embed): boolean {
  return description.length <= LONGEST_DESCRIPTION
}

type Counted = Component | Extract<Component, { type: 1 }>['components'][number]

function withParts(component: Component): readonly Counted[] {
  if (!('components' in component)) return [component]
  return [
    component,
    ...component.components.flatMap((part) =>
      'custom_id' in part || part.type === 2 ? [part] : withParts(part),
    ),
  ]
}

function bytesOf(component: Counted): number {
  return sum(
    Object.values(component).map((value) => (typeof value === 'string' ? Buffer.byteLength(value) : 0)),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
