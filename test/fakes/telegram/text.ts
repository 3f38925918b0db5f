// The text of a message, draft or caption as the server would keep it: parsed, cleaned, trimmed, within its limits.

import { badRequest } from './api-error.ts'
import { type FormattedText, parseHtml } from './html.ts'
import type { WireEntity } from './wire.ts'

const MAX_TEXT_CHARACTERS = 4096
const MAX_RAW_BYTES = 32_768
const MAX_ENTITIES = 100

export interface TextParams {
  readonly text: string
  readonly parse_mode?: 'HTML' | undefined
  readonly entities?: readonly WireEntity[] | undefined
}

/** `report` is told of what Telegram does in silence and a bot should never let it do. */
export function readText(params: TextParams, report: (problem: string) => void): FormattedText {
  if (Buffer.byteLength(params.text) > MAX_RAW_BYTES) throw badRequest('text is too long')
  const parsed = params.parse_mode
    ? parseHtml(params.text)
    : { text: params.text, entities: params.entities ?? [] }
  const { text, entities } = trimmed(cleaned(parsed))
  if ([...text].length > MAX_TEXT_CHARACTERS) throw badRequest('message is too long')
  if (entities.length > MAX_ENTITIES)
    report(`of ${entities.length} entities those past ${MAX_ENTITIES} are lost`)
  return { text, entities: entities.slice(0, MAX_ENTITIES) }
}

/** A message, unlike a draft, says something. */
export function readMessageText(params: TextParams, report: (problem: string) => void): FormattedText {
  const formatted = readText(params, report)
  if (formatted.text === '') throw badRequest('message text is empty')
  return formatted
}

/** Control characters become spaces; carriage returns and what turns the direction of writing around go. */
function cleaned({ text, entities }: FormattedText): FormattedText {
  let out = ''
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    offsets.push(out.length)
    out += cleanedCharacter(text.charAt(at))
  }
  offsets.push(out.length)
  const moved = (offset: number) => offsets[Math.min(offset, text.length)] ?? out.length
  return { text: out, entities: entities.map((entity) => between(entity, moved)) }
}

function cleanedCharacter(char: string): string {
  if (/[\r\u2028-\u202e]/.test(char)) return ''
  return /[\0-\x09\x0b-\x1f]/.test(char) ? ' ' : char
}

/** Space at the end goes, and at the beginning as far as no entity holds it. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length
  const firstEntity = Math.min(...entities.map(({ offset }) => offset), end)
  const start = Math.min(text.length - text.trimStart().length, firstEntity)
  const moved = (offset: number) => Math.max(0, Math.min(offset, end) - start)
  return {
    text: text.slice(start, end),
    entities: entities.map((entity) => between(entity, moved)).filter(({ length }) => length > 0),
  }
}

function between(entity: WireEntity, moved: (offset: number) => number): WireEntity {
  const offset = moved(entity.offset)
  return { ...entity, offset, length: moved(entity.offset + entity.length) - offset }
}
