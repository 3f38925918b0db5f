// Invented pages as people paste them. In the files the paragraphs of the story begin with `¶ `, and with `¶+ ` where one
// goes on over a broken line; a head says what else must come out.

import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('./pages/', import.meta.url)

export interface MarkedPage {
  readonly name: string
  readonly page: string
  readonly paragraphs: readonly string[]
  readonly head: ReadonlyMap<string, string>
}

export function markedPages(): readonly MarkedPage[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => markedPage(name, readFileSync(new URL(name, FOLDER), 'utf8')))
}

function markedPage(name: string, file: string): MarkedPage {
  const [head = '', marked = ''] = file.split(/\n---\n/, 2)
  const paragraphs: string[] = []
  for (const line of marked.split('\n')) {
    if (line.startsWith('¶ ')) paragraphs.push(line.slice(2))
    if (line.startsWith('¶+ ')) paragraphs.push(`${paragraphs.pop()} ${line.slice(3)}`)
  }
  const fields = head.split('\n').map((line) => line.split(': ', 2) as [string, string])
  return { name, page: marked.replace(/^¶\+? /gm, ''), paragraphs, head: new Map(fields) }
}
