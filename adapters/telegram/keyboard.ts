// Buttons below a post, within what Telegram takes: what would be refused is left out, so that the post is not.

import type { Block, Button, Chat } from '../../src/domain.ts'
import { plainText } from '../../src/message/plain-text.ts'
import type { Key, Keyboard } from './payload.ts'

const LONGEST_DATA_BYTES = 64
const LONGEST_LABEL = 60
const MOST_IN_A_ROW = 8
const MOST_ROWS = 12
/** Says how the rest is read, for buttons that are older than the program. */
const DATA_VERSION = 'v1'
const START_PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/

export function keyboardOf(blocks: readonly Block[], to: Chat): Keyboard {
  return blocks
    .filter((block) => block.kind === 'buttons')
    .flatMap(({ rows }) => rows)
    .map((row) => row.flatMap((button) => keyOf(button, to)).slice(0, MOST_IN_A_ROW))
    .filter((row) => row.length > 0)
    .slice(0, MOST_ROWS)
}

/** What a button means; of one from another version what it says, which then means nothing any more. */
export function refOfData(data: string): string {
  const prefix = `${DATA_VERSION}|`
  return data.startsWith(prefix) ? data.slice(prefix.length) : data
}

export function isStartPayload(text: string): boolean {
  return START_PAYLOAD.test(text)
}

function keyOf({ label: text, ref, isPrivate = false, adds }: Button, to: Chat): readonly Key[] {
  const label = shortened(plainText(text))
  const data = `${DATA_VERSION}|${ref}`
  if (adds && label !== '') return [{ label, adds }]
  if (label === '' || ref === '' || Buffer.byteLength(data) > LONGEST_DATA_BYTES) return []
  return isPrivate && to.kind !== 'private' && isStartPayload(ref)
    ? [{ label, start: ref }]
    : [{ label, data }]
}

function shortened(label: string): string {
  if (label.length <= LONGEST_LABEL) return label
  const letters = [...new Intl.Segmenter('und').segment(label)]
  const kept = letters.filter(({ index, segment }) => index + segment.length < LONGEST_LABEL)
  return `${kept.map(({ segment }) => segment).join('')}…`
}
