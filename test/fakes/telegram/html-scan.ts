// A place in an HTML text, and the words in which Telegram says what is wrong there.

import { badRequest } from './api-error.ts'
import { readReference } from './character-reference.ts'

export interface Scan {
  readonly html: string
  at: number
}

export function isSpace(char: string | undefined): boolean {
  return char !== undefined && /[ \t\r\n\0\v]/.test(char)
}

export function skipSpaces(scan: Scan): void {
  while (isSpace(scan.html[scan.at])) scan.at += 1
}

export function isAtEnd(scan: Scan): boolean {
  return scan.at >= scan.html.length
}

/** Takes characters as long as they are wanted. */
export function takeWhile(scan: Scan, isWanted: (char: string) => boolean): string {
  const start = scan.at
  while (!isAtEnd(scan) && isWanted(scan.html.charAt(scan.at))) scan.at += 1
  return scan.html.slice(start, scan.at)
}

/** One character, or what a reference stands for. */
export function takeCharacter(scan: Scan): string {
  const reference = scan.html[scan.at] === '&' ? readReference(scan.html, scan.at) : undefined
  const text = reference?.text ?? scan.html.charAt(scan.at)
  scan.at = reference?.end ?? scan.at + 1
  return text
}

/** Offsets in Telegram's sentences are bytes of UTF-8. */
export function byteOffset(scan: Scan, at: number): string {
  return `at byte offset ${Buffer.byteLength(scan.html.slice(0, at))}`
}

export function cannotParse(text: string): Error {
  return badRequest(`can't parse entities: ${text}`)
}
