import type { Command } from 'commander'
import type { Draft, InputError } from '../articles/draft.ts'
import { extract } from '../articles/extract.ts'
import type { Extraction } from '../articles/extraction.ts'
import { readArticleLines } from '../articles/input-lines.ts'
import { readInputs } from '../articles/inputs.ts'
import { withoutDateAhead } from '../articles/publication-date.ts'
import { isoTime, systemClock } from '../clock.ts'
import { composeFetch } from '../compose.ts'
import { readSettings } from '../config.ts'
import { ConfigError } from '../errors.ts'
import { type Action, EXIT, type Io, writeJson, writeJsonLine, writeLine } from './io.ts'
import { refuseOperands } from './options.ts'

interface Options {
  readonly json?: boolean
  readonly jsonl?: boolean
}

export function addExtract(program: Command, io: Io, action: Action): void {
  program
    .command('extract [input]')
    .description('Clean a page and print its story, without storing it.')
    .option('--json', 'print JSON')
    .option('--jsonl', 'pages as JSON lines {id,html,text,url} from standard input')
    .addHelpText('after', '\nThe input is a file, an address, or - for standard input.')
    .action(
      action((input: string | undefined, options: Options) =>
        options.jsonl ? extractLines(io, input) : extractOne(io, input, options),
      ),
    )
}

async function extractOne(io: Io, input: string | undefined, options: Options) {
  if (input === undefined) {
    throw new ConfigError('Name a page: brevier extract page.html, or - for standard input.')
  }
  const fetch = composeFetch(readSettings(io.env))
  const drafts = readInputs(input, { fetch, stdin: io.stdin, signal: io.signal, lineText: 'page' })
  const found = []
  for await (const draft of drafts) found.push(await extracted(draft))
  const [only] = found
  if (options.json) await writeJson(io.stdout, found.length === 1 ? only : found)
  for (const one of found) {
    if ('error' in one) await writeLine(io.stderr, one.error)
    else if (!options.json) await writeLine(io.stdout, pageText(one))
  }
  return found.some((one) => 'error' in one) ? EXIT.failed : EXIT.done
}

async function extractLines(io: Io, operand: string | undefined) {
  refuseOperands([operand])
  let exitCode: number = EXIT.done
  const drafts = readArticleLines(io.stdin, { input: '-', name: 'Standard input', lineText: 'page' })
  for await (const draft of drafts) {
    if (io.signal.aborted) break
    const out = await extracted(draft)
    if ('error' in out) exitCode = EXIT.failed
    await writeJsonLine(io.stdout, out)
  }
  return exitCode
}

/** What is known beside the page, such as a feed item's date, fills what the page does not say. */
async function extracted(draft: Draft | InputError) {
  if ('error' in draft) {
    const { id, line, error } = draft
    return { ...(id !== undefined && { id }), ...(line !== undefined && { line }), error }
  }
  const page =
    'page' in draft.content ? draft.content.page : { format: 'text' as const, body: draft.content.text }
  const now = systemClock.now()
  const { externalId, ...known } = withoutDateAhead(draft.known, now)
  return extractionJson(externalId, { ...known, ...(await extract(page, { now })) })
}

function extractionJson(id: string | undefined, extraction: Extraction) {
  const {
    title,
    byline,
    publisher,
    site,
    publishedAt,
    publishedOffset,
    publishedAtInferred,
    language,
    kind,
    status,
    reason,
    canonicalUrl,
  } = extraction
  return {
    ...(id !== undefined && { id }),
    title,
    byline,
    publisher,
    site,
    publishedAt: isoTime(publishedAt, publishedOffset),
    publishedAtInferred,
    language,
    kind,
    status,
    reason,
    canonicalUrl,
    paragraphs: extraction.paragraphs,
    text: extraction.text,
  }
}

/** Title, what is known of it, the story; and above all why it is none, if it is none. */
function pageText(page: ReturnType<typeof extractionJson>): string {
  const about = [
    page.byline,
    page.publisher,
    page.site,
    page.publishedAt?.slice(0, 10),
    page.language,
  ].filter(Boolean)
  const judged = page.status === 'article' ? [] : [`(${page.status}: ${page.reason ?? ''})`]
  return [...judged, page.title ?? '', about.join(' · '), '', page.text].join('\n')
}
