// A page as "select all, copy" gives it, cut into blocks. Menus come line by line, paragraphs mostly with blank lines between;
// a paragraph may be broken over lines, by the page or by whoever wrapped it to a width.

import { type Block, block, endsAsSentence, isListItem } from './block.ts'
import { chromeOf } from './chrome.ts'
import type { ChromeKind } from './chrome-patterns.ts'

export interface PastedBlock extends Block {
  readonly chrome: ChromeKind | undefined
}

/** In the order of the page. */
export function pastedBlocks(page: string): readonly PastedBlock[] {
  return page
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .split(/\n(?:[^\S\n]*\n)+/)
    .flatMap((group) => joinBroken(group.split('\n').map(tidy).filter(Boolean)))
    .map((text) => ({ ...block(text), chrome: chromeOf(text) }))
}

function tidy(line: string): string {
  return line.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** Joins the lines of a group that are parts of one paragraph. */
function joinBroken(lines: readonly string[]): readonly string[] {
  if (isWrapped(lines)) return [lines.join(' ')]
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before !== undefined && goesOn(before, line)) joined[joined.length - 1] = `${before} ${line}`
    else joined.push(line)
  }
  return joined
}

const MIN_WRAP_CHARS = 50
const MAX_WRAP_CHARS = 110

/** Wrapped to a width: the first word of each line would not have fitted on the line before. */
function isWrapped(lines: readonly string[]): boolean {
  const width = Math.max(...lines.map((line) => line.length))
  if (lines.length < 3 || width > MAX_WRAP_CHARS) return false
  return lines.slice(0, -1).every((line, index) => {
    const [firstWord = ''] = (lines[index + 1] ?? '').split(' ', 1)
    return line.length >= MIN_WRAP_CHARS && line.length + 1 + firstWord.length > width
  })
}

const MIN_BROKEN_WORDS = 8

/** A line that stops in the middle of a sentence, and one that cannot begin a sentence. */
function goesOn(before: string, line: string): boolean {
  if (endsAsSentence(before) || /[:•|]$/.test(before) || isListItem(line)) return false
  if (!/^[\p{Ll}(\d$€£,;–—-]/u.test(line)) return false
  return block(before).words >= MIN_BROKEN_WORDS && !chromeOf(line)
}
