import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

// Imports go one way: a stage imports from its left. The line is that of docs/architecture.md.
const line = [
  'domain',
  'errors',
  'ports',
  'clock',
  'log',
  'worker',
  'http',
  'config',
  'model',
  'text',
  'message',
  'feeds',
  'articles',
  'stories',
  'summarizer',
  'answers',
  'editions',
  'delivery',
  'chat',
  'desk',
  'compose',
  'cli',
  'main',
]

/** What the folders at the edge may import of `src`; `compose` alone imports them. */
const edges: Readonly<Record<string, readonly string[]>> = {
  db: ['domain', 'ports', 'errors'],
  adapters: ['domain', 'ports', 'errors', 'message', 'http'],
  prompts: ['domain', 'errors'],
}

/** Packages that one folder alone may import. */
const owned: Readonly<Record<string, string>> = {
  'better-sqlite3': 'db',
  kysely: 'db',
  pg: 'db',
  grammy: 'adapters/telegram',
  'discord.js': 'adapters/discord',
  openai: 'adapters/openai',
}

const root = normalize(new URL('..', import.meta.url).pathname)

interface Import {
  readonly from: string
  readonly to: string
}

const imports: readonly Import[] = ['src', 'adapters', 'db', 'prompts'].flatMap(filesUnder).flatMap(importsOf)

test('there are imports to check', () => {
  expect(imports.length).toBeGreaterThan(50)
})

test('each stage imports only from stages on its left', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!from.startsWith('src/') || !to.startsWith('src/')) return false
    const [mine, theirs] = [line.indexOf(stageOf(from)), line.indexOf(stageOf(to))]
    return mine < 0 || theirs < 0 || theirs > mine
  })
  expect(wrong).toEqual([])
})

test('only compose knows the adapters and the databases', () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith('src/') && /^(?:adapters|db)\//.test(to) && stageOf(from) !== 'compose',
  )
  expect(wrong).toEqual([])
})

test('databases and adapters know the ports, not the stages, and not each other', () => {
  const wrong = imports.filter(({ from, to }) => {
    const place = from.split('/')[0] ?? ''
    const allowed = edges[place]
    if (!allowed || !/^(?:src|adapters|db|prompts)\//.test(to)) return false
    if (to.startsWith('src/')) return !allowed.includes(stageOf(to))
    return roomOf(from) !== roomOf(to) && from !== 'adapters/index.ts'
  })
  expect(wrong).toEqual([])
})

test('a package that belongs to one folder is imported nowhere else', () => {
  const wrong = imports.filter(({ from, to }) => {
    const owner = Object.entries(owned).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1]
    return owner !== undefined && !from.startsWith(`${owner}/`)
  })
  expect(wrong).toEqual([])
})

test('nothing in src names a platform', () => {
  const wrong = filesUnder('src').filter((file) =>
    /telegram|discord/i.test(readFileSync(join(root, file), 'utf8')),
  )
  // What `start` prints about adding a token is the one exception, and stays with the texts.
  expect(wrong.filter((file) => !file.startsWith('src/message/texts/'))).toEqual([])
})

/** A folder that is not there yet has no files. */
function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [folder, ...file.split(sep)].join('/'))
}

function importsOf(from: string): Import[] {
  const source = readFileSync(join(root, from), 'utf8')
  const specifiers = source.matchAll(
    /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+|new URL\(\s*)['"]([^'"]+)['"]/g,
  )
  return [...specifiers].map(([, specifier = '']) => ({
    from,
    to: specifier.startsWith('.')
      ? relative(root, join(root, dirname(from), specifier))
          .split(sep)
          .join('/')
      : specifier,
  }))
}

/** `src/text/names.ts` → `text`, `src/desk.ts` → `desk`. */
function stageOf(file: string): string {
  return (file.split('/')[1] ?? '').replace(/\.(?:ts|json|jsonl)$/, '')
}

/** A folder of adapters is a room of its own; all of `db` is one. */
function roomOf(file: string): string {
  return file.startsWith('adapters/') ? file.split('/').slice(0, 2).join('/') : (file.split('/')[0] ?? '')
}
