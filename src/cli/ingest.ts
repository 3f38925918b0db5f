import type { Command } from 'commander'
import type { Draft, InputError } from '../articles/draft.ts'
import { type IngestResult, ingest } from '../articles/ingest.ts'
import { readArticleLines } from '../articles/input-lines.ts'
import { readInputs } from '../articles/inputs.ts'
import type { App } from '../compose.ts'
import { ConfigError } from '../errors.ts'
import { type Action, EXIT, type Io, writeJson, writeJsonLine, writeLine } from './io.ts'
import { openApp } from './open-app.ts'
import { refuseOperands } from './options.ts'
import { createProgress, type Progress } from './progress.ts'

interface Options {
  readonly db?: string
  readonly json?: boolean
  readonly jsonl?: boolean
}

type Result = IngestResult | InputError

export function addIngest(program: Command, io: Io, action: Action): void {
  program
    .command('ingest [inputs...]')
    .description('Store articles from HTML pages, pasted text, addresses, feed files or JSON lines.')
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .option('--jsonl', 'articles as JSON lines from standard input, results as JSON lines')
    .addHelpText(
      'after',
      '\nAn input is a file, an address, or - for standard input. A JSON line is one article:\n  {id,url,title,text,html,publishedAt,publisher,language}',
    )
    .action(
      action((inputs: readonly string[], options: Options) =>
        options.jsonl ? ingestLines(io, inputs, options) : ingestAll(io, inputs, options),
      ),
    )
}

async function ingestAll(io: Io, inputs: readonly string[], options: Options) {
  if (inputs.length === 0) {
    throw new ConfigError('Name what to store: brevier ingest page.html, or - for standard input.')
  }
  await using app = await openApp(io, options.db)
  const results: Result[] = []
  using progress = createProgress(io.stderr, 'articles')
  for await (const result of stored(io, app, draftsOf(io, app, inputs), progress)) results.push(result)
  const placed = io.signal.aborted ? new Map() : await app.placeArticles()
  if (options.json)
    await writeJson(
      io.stdout,
      results.map((result) => resultJson(result, placed)),
    )
  else await writeLine(io.stdout, summary(results))
  for (const result of results) if ('error' in result) await writeLine(io.stderr, result.error)
  const exitCode = results.some(isFailure) ? EXIT.failed : EXIT.done
  return endOf(io, results.filter((result) => !isFailure(result)).length, exitCode)
}

/** Each batch is stored, placed and answered before the next is awaited, so that a slow stream is answered as it comes. */
async function ingestLines(io: Io, operands: readonly string[], options: Options) {
  refuseOperands(operands)
  await using app = await openApp(io, options.db)
  let exitCode: number = EXIT.done
  let kept = 0
  using progress = createProgress(io.stderr, 'articles')
  const stories = new Map<string, string>()
  const drafts = readArticleLines(io.stdin, { input: '-', name: 'Standard input', lineText: 'article' })
  for await (const result of stored(io, app, drafts, progress)) {
    if (isFailure(result)) exitCode = EXIT.failed
    else kept++
    for (const [articleId, storyId] of await app.placeArticles()) stories.set(articleId, storyId)
    await writeJsonLine(
      io.stdout,
      'error' in result ? { ...result, status: 'rejected' } : resultJson(result, stories),
    )
  }
  return endOf(io, kept, exitCode)
}

/** Who stops it is told how far it came. */
async function endOf(io: Io, kept: number, exitCode: number): Promise<number> {
  if (!io.signal.aborted) return exitCode
  await writeLine(io.stderr, `Stopped: ${kept} of the input are stored.`)
  return EXIT.stopped
}

async function* draftsOf({ stdin, signal }: Io, { fetch }: App, inputs: readonly string[]) {
  for (const input of inputs) yield* readInputs(input, { fetch, stdin, signal })
}

async function* stored(
  io: Io,
  app: App,
  drafts: AsyncIterable<Draft | InputError>,
  progress: Progress,
): AsyncGenerator<Result, void> {
  for await (const result of ingest(app, untilStopped(drafts, io.signal))) {
    progress.step()
    yield result
  }
}

/** What was read before the signal is stored and answered to the end; an input that breaks off then is no error. */
async function* untilStopped<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void> {
  try {
    for await (const one of source) {
      if (signal.aborted) return
      yield one
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

function isFailure(result: Result): boolean {
  return 'error' in result || result.status === 'rejected'
}

/** What could not be read is `rejected` too, so that every input has its entry; the line it stood on is named. */
function resultJson(result: Result, placed: ReadonlyMap<string, string>) {
  if ('error' in result) {
    const { input, id, line, error } = result
    return {
      input,
      status: 'rejected' as const,
      reason: error,
      ...(id !== undefined && { externalId: id }),
      ...(line !== undefined && { line }),
    }
  }
  const storyId = placed.get(result.id ?? '') ?? result.storyId
  return { ...result, ...(storyId !== undefined && { storyId }) }
}

/** How many became what, and why some did not become articles; what could not be read is said on standard error. */
function summary(results: readonly Result[]): string {
  const statuses = results.map((result) => ('error' in result ? 'rejected' : result.status))
  const counted = (['stored', 'updated', 'duplicate', 'rejected'] as const)
    .map((status) => [status, statuses.filter((one) => one === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
  const lines = results.flatMap((result) =>
    'error' in result || result.reason === undefined
      ? []
      : [`  ${result.input}: ${result.kind === 'snippet' ? 'kept as a snippet. ' : ''}${result.reason}`],
  )
  return [
    counted.length > 0 ? `Articles: ${counted.join(', ')}.` : 'There was nothing to store.',
    ...lines,
  ].join('\n')
}
