// A start tag: its name, and the one attribute that counts for it.

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

export interface StartTag {
  readonly name: string
  /** The address of a link, the language of code, the id of an emoji, the time; of a folded quote, that it is folded. */
  readonly argument: string
}

interface Attribute {
  readonly name: string
  /** Absent when it stands without one. */
  readonly value?: string
}

const TAGS: ReadonlySet<string> = new Set([
  ...['a', 'b', 'strong', 'i', 'em', 's', 'strike', 'del', 'u', 'ins'],
  ...['tg-spoiler', 'tg-emoji', 'tg-time', 'span', 'pre', 'code', 'blockquote'],
])

/** The scan stands behind the `<` of a tag that begins at `start`. */
export function readStartTag(scan: Scan, start: number): StartTag {
  const where = () => byteOffset(scan, start)
  const name = takeWhile(scan, (char) => !isSpace(char) && char !== '>').toLowerCase()
  if (isAtEnd(scan)) throw cannotParse(`Unclosed start tag ${where()}`)
  if (!TAGS.has(name)) throw cannotParse(`Unsupported start tag "${name}" ${where()}`)
  let argument = ''
  for (
    let attribute = nextAttribute(scan, name, where);
    attribute;
    attribute = nextAttribute(scan, name, where)
  ) {
    argument = argumentOf(name, attribute) ?? argument
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${where()}`)
  }
  scan.at += 1
  return { name, argument }
}

/** Undefined when the tag ends here. */
function nextAttribute(scan: Scan, tag: string, where: () => string): Attribute | undefined {
  skipSpaces(scan)
  if (scan.html[scan.at] === '>') return undefined
  const name = takeWhile(scan, (char) => !isSpace(char) && !'=>/"\''.includes(char))
  if (name === '') throw cannotParse(`Empty attribute name in the tag "${tag}" ${where()}`)
  skipSpaces(scan)
  if (isAtEnd(scan)) throw cannotParse(`Unclosed start tag "${tag}" ${where()}`)
  if (scan.html[scan.at] !== '=') return { name }
  scan.at += 1
  skipSpaces(scan)
  if (isAtEnd(scan)) throw cannotParse(`Unclosed start tag "${tag}" ${where()}`)
  const value = isQuote(scan.html[scan.at]) ? quotedValue(scan) : bareValue(scan)
  if (isAtEnd(scan)) throw cannotParse(`Unclosed start tag ${where()}`)
  return { name, value }
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'"
}

function quotedValue(scan: Scan): string {
  const quote = scan.html[scan.at]
  scan.at += 1
  let value = ''
  while (!isAtEnd(scan) && scan.html[scan.at] !== quote) value += takeCharacter(scan)
  scan.at += 1
  return value
}

function bareValue(scan: Scan): string {
  const start = scan.at
  const value = takeWhile(scan, (char) => /[a-z\d.-]/i.test(char)).toLowerCase()
  const isEnded = isAtEnd(scan) || isSpace(scan.html[scan.at]) || scan.html[scan.at] === '>'
  if (!isEnded) throw cannotParse(`Unexpected end of name token ${byteOffset(scan, start)}`)
  return value
}

function argumentOf(tag: string, { name, value }: Attribute): string | undefined {
  if (tag === 'blockquote' && name === 'expandable') return 'expandable'
  if (value === undefined) return undefined
  if (tag === 'a' && name === 'href') return value
  if (tag === 'code' && name === 'class' && value.startsWith('language-')) return value.slice(9)
  if (tag === 'span' && name === 'class' && value.startsWith('tg-')) return value.slice(3)
  if (tag === 'tg-emoji' && name === 'emoji-id') return value
  if (tag === 'tg-time' && name === 'unix') return value
  return undefined
}
