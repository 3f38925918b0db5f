// `parse_mode: HTML`: marked-up text in, plain text and entities out, refused in Telegram's words when it is not well formed.

import {
  byteOffset,
  cannotParse,
  isAtEnd,
  isSpace,
  type Scan,
  skipSpaces,
  takeCharacter,
  takeWhile,
} from './html-scan.ts'
import { readStartTag, type StartTag } from './html-tag.ts'
import { checkedLink } from './link.ts'
import type { WireEntity } from './wire.ts'

export interface FormattedText {
  readonly text: string
  /** Offsets and lengths are UTF-16 code units. */
  readonly entities: readonly WireEntity[]
}

interface Reading extends Scan {
  text: string
  readonly open: (StartTag & { readonly offset: number })[]
  readonly entities: WireEntity[]
}

const TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  pre: 'pre',
  code: 'code',
}

export function parseHtml(html: string): FormattedText {
  const reading: Reading = { html, at: 0, text: '', open: [], entities: [] }
  while (!isAtEnd(reading)) {
    if (html[reading.at] !== '<') reading.text += takeCharacter(reading)
    else if (html[reading.at + 1] === '/') closeTag(reading)
    else openTag(reading)
  }
  const unclosed = reading.open.at(-1)
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text: reading.text, entities: reading.entities.map(shown).sort(outerFirst) }
}

function openTag(reading: Reading): void {
  const start = reading.at
  reading.at += 1
  reading.open.push({ ...readStartTag(reading, start), offset: reading.text.length })
}

/** `</>` closes whatever is open. */
function closeTag(reading: Reading): void {
  const start = reading.at
  const where = () => byteOffset(reading, start)
  const tag = reading.open.pop()
  if (!tag) throw cannotParse(`Unexpected end tag ${where()}`)
  reading.at += 2
  const name = takeWhile(reading, (char) => !isSpace(char) && char !== '>').toLowerCase()
  skipSpaces(reading)
  if (reading.html[reading.at] !== '>') throw cannotParse(`Unclosed end tag ${where()}`)
  if (name !== '' && name !== tag.name) {
    throw cannotParse(`Unmatched end tag ${where()}, expected "</${tag.name}>", found "</${name}>"`)
  }
  reading.at += 1
  const length = reading.text.length - tag.offset
  if (length > 0) addEntity(reading, tag, { offset: tag.offset, length })
}

type Span = Pick<WireEntity, 'offset' | 'length'>

function addEntity(reading: Reading, tag: StartTag, span: Span): void {
  if ((tag.name === 'pre' || tag.name === 'code') && joinsCode(reading, tag, span)) return
  const entity = entityOf(tag, span, reading.text.slice(span.offset))
  if (entity) reading.entities.push(entity)
}

/** Undefined for a link that leads nowhere: Telegram drops it without a word. */
function entityOf({ name, argument }: StartTag, span: Span, text: string): WireEntity | undefined {
  switch (name) {
    case 'a':
      return linkOf(checkedLink(argument || text), span)
    case 'blockquote':
      return { type: argument ? 'expandable_blockquote' : 'blockquote', ...span }
    case 'tg-emoji':
      return { type: 'custom_emoji', ...span, custom_emoji_id: argument }
    case 'tg-time':
      return { type: 'date_time', ...span }
    case 'code':
      return { type: 'code', ...span, ...(argument && { language: argument }) }
    default:
      return { type: TYPES[name] ?? name, ...span }
  }
}

function linkOf(url: string | undefined, span: Span): WireEntity | undefined {
  if (url === undefined) return undefined
  const user = /^tg:\/\/user\?id=(\d+)$/i.exec(url)?.[1]
  return user
    ? { type: 'text_mention', ...span, user: { id: Number(user), is_bot: false, first_name: '' } }
    : { type: 'text_link', ...span, url }
}

/** `<pre><code class="language-x">` is one entity with a language. */
function joinsCode({ entities }: Reading, { name, argument }: StartTag, span: Span): boolean {
  const inner = entities.at(-1)
  if (inner?.offset !== span.offset || inner.length !== span.length) return false
  if (name === 'pre' && inner.type === 'code' && inner.language) {
    entities.splice(-1, 1, { ...inner, type: 'pre' })
    return true
  }
  if (name === 'code' && inner.type === 'pre' && argument) {
    entities.splice(-1, 1, { ...inner, language: argument })
    return true
  }
  return false
}

/** Code that stands alone has no language. */
function shown({ language, ...entity }: WireEntity): WireEntity {
  return entity.type === 'pre' && language ? { ...entity, language } : entity
}

function outerFirst(a: WireEntity, b: WireEntity): number {
  return a.offset - b.offset || b.length - a.length
}
