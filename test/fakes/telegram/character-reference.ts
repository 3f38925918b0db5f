// References such as `&amp;` and `&#9731;`. Four names are known; whatever else begins with `&` stands for itself.

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

export interface Reference {
  readonly text: string
  /** The offset behind it; a semicolon belongs to it but need not be there. */
  readonly end: number
}

export function readReference(html: string, at: number): Reference | undefined {
  const match = /^&(?:#x([\da-f]*)|#(\d*)|([a-z]*))/i.exec(html.slice(at, at + 40))
  if (!match) return undefined
  const text = match[3] === undefined ? numbered(match) : NAMED[match[3]]
  if (text === undefined) return undefined
  const end = at + match[0].length
  return { text, end: html[end] === ';' ? end + 1 : end }
}

function numbered([whole, hex, decimal]: RegExpExecArray): string | undefined {
  const value = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
  const isCharacter = value > 0 && value < 0x10ffff && whole.length < 10
  return isCharacter ? String.fromCodePoint(value) : undefined
}
