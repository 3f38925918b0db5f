import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Argument, Command } from 'commander'
import { describe, expect, test } from 'vitest'
import type { ChatCommand } from '../src/chat/chat-command.ts'
import { commands } from '../src/chat/commands.ts'
import { createProgram } from '../src/cli/program.ts'
import { settingsTable } from '../src/compose.ts'
import { texts } from '../src/message/texts.ts'
import { run, temporaryFolder } from './cli/run.ts'

const root = new URL('..', import.meta.url)
const fileText = (name: string) => readFileSync(new URL(name, root), 'utf8')
const readme = fileText('README.md')
const packageJson = JSON.parse(fileText('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
  readonly bin: { readonly brevier: string }
}

test('the two commands are scripts of the package, each on one line', () => {
  const [see, check] = blocks('sh')
  expect([see, check]).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  expect(packageJson.scripts).toMatchObject({
    start: 'node src/launch.cjs start',
    test: expect.stringContaining('vitest'),
  })
})

test('the program of npx brevier is executable as it was checked out', () => {
  expect(() => accessSync(new URL(packageJson.bin.brevier, root), constants.X_OK)).not.toThrow()
})

test('npx brevier works from the checkout', () => {
  const ran = spawnSync('npx', ['--no-install', 'brevier', '--help'], { cwd: root, encoding: 'utf8' })
  expect(ran).toMatchObject({ status: 0, stderr: '' })
  expect(ran.stdout).toMatch(/^Usage: brevier <command> \[options\]/)
})

test('the brief is one that the sample desk prints', async () => {
  const [brief = ''] = blocks('text')
  const { out } = await run(['start', '--db', join(temporaryFolder(), 'none.db')])
  expect(out).toContain(`\n\n${brief}\n\n`)
})

describe('every command that is shown with its output prints that', () => {
  const folder = temporaryFolder()
  symlinkSync(new URL('src', root), join(folder, 'src'))

  test.each(blocks('console').flatMap(shownCommands))('$ $line', ({ line, output }) => {
    const ran = spawnSync('sh', ['-c', `npx() { shift; node "$LAUNCH" "$@"; }; ${line}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LAUNCH: new URL('src/launch.cjs', root).pathname },
    })
    expect(ran.stderr).toBe('')
    expect(ran.stdout.trimEnd()).toMatch(withGaps(output))
  })
})

test('the table of commands is that of the command line', async () => {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() }
  const io = { ...streams, env: {}, signal: new AbortController().signal }
  const program = await createProgram(io, () => async () => {})
  expect(tableUnder('## Commands')).toEqual(program.commands.flatMap((command) => commandRows(command)))
})

test('the table of settings is that of the code', () => {
  const rows = settingsTable.map(({ name, default: value, about }) =>
    row([`\`${name}\``, value && `\`${value}\``, about]),
  )
  expect(tableUnder('## Settings')).toEqual(rows)
})

test('the chat commands are those of the chat', () => {
  const about = texts('en').commandAbout
  const rowsOf = (group: ChatCommand['group']) =>
    commands
      .filter((command) => command.group === group)
      .map(({ name, usage }) => row([`\`${usage}\``, about[name] ?? '']))
  const shownUnder = (heading: string) => tableUnder(heading).filter((line) => line.startsWith('| `/'))
  const now = shownUnder('## Two commands')
  expect(now.slice(0, -1)).toEqual(rowsOf('news'))
  expect(now.at(-1)).toMatch(/^\| `\/quit` /)
  expect(shownUnder('## Editions on a schedule')).toEqual(rowsOf('subscriptions'))
})

test('every link within the repository leads somewhere', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target)
  expect(links.length).toBeGreaterThan(2)
  expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([])
})

/** The fenced blocks of that kind, without their fences. */
function blocks(kind: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)\\n\`\`\`$`, 'gms'))].map(
    ([, block = '']) => block,
  )
}

/** The commands of a terminal session, each with what it printed. */
function shownCommands(session: string) {
  return session
    .split(/^\$ /m)
    .slice(1)
    .map((shown) => {
      const [line = '', ...output] = shown.trim().split('\n')
      return { line, output: output.join('\n') }
    })
}

/** What is printed, where `…` stands for what the README leaves out. */
function withGaps(output: string): RegExp {
  const parts = output.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

/** The rows of the tables of a section, without their heads. */
function tableUnder(heading: string): readonly string[] {
  const [, section = ''] = readme.split(`\n${heading}\n`)
  const [here = ''] = section.split('\n## ')
  return [...here.matchAll(/^\|.*\|$/gm)].map(([line]) => line).slice(2)
}

function row(cells: readonly string[]): string {
  const escaped = cells.map((cell) => cell.replaceAll('|', '\\|'))
  return `| ${escaped.join(' | ')} |`.replaceAll('  ', ' ')
}

/** A command that has commands of its own is a row for each of those. */
function commandRows(command: Command, before = ''): readonly string[] {
  const name = `${before}${command.name()}`
  if (command.commands.length > 0) return command.commands.flatMap((child) => commandRows(child, `${name} `))
  const usage = [name, ...command.registeredArguments.map((one) => operand(one))].join(' ')
  const options = command.options.map(({ flags }) => `\`${flags}\``)
  return [row([`\`${usage}\``, command.description(), options.join(' ')])]
}

function operand(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}
