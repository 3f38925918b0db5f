import { type Command, Option } from 'commander'
import { z } from 'zod'
import { articleLineSchema } from '../articles/article-line.ts'
import { systemClock } from '../clock.ts'
import { type App, composeEngine } from '../compose.ts'
import type { Brief } from '../domain.ts'
import { composeEdition } from '../editions/compose-edition.ts'
import { parseTopics } from '../editions/topics.ts'
import { UserError } from '../errors.ts'
import { messageFromBrief } from '../message/from-brief.ts'
import { messageFromEdition } from '../message/from-edition.ts'
import { type BriefLength, DEFAULT_LENGTH, type Engine } from '../summarizer/engine.ts'
import { writeArticleBrief, writeStoryBrief } from '../summarizer/write-brief.ts'
import { type Action, EXIT, type Io, writeJson, writeJsonLine } from './io.ts'
import { briefJson } from './json.ts'
import { idField, idOf, readJsonLines } from './json-lines.ts'
import { openApp } from './open-app.ts'
import { countOption, sinceOption } from './options.ts'
import { show } from './show.ts'
import { unstoredArticles } from './unstored-articles.ts'

const MOST_BRIEFS = 10

interface Options {
  readonly article?: string
  readonly story?: string
  readonly topic?: string
  readonly since: number
  readonly limit: number
  readonly points?: number
  readonly words?: number
  readonly db?: string
  readonly json?: boolean
  readonly jsonl?: boolean
}

export function addBrief(program: Command, io: Io, action: Action): void {
  program
    .command('brief')
    .description('Write the brief of an article or a story, or the briefs of a period.')
    .addOption(new Option('--article <id>', 'the brief of this article').conflicts(['story', 'topic']))
    .addOption(new Option('--story <id>', 'the brief of this story').conflicts('topic'))
    .option('--topic <topics>', 'only stories about these topics, written as those of a subscription')
    .addOption(sinceOption())
    .option('--limit <n>', 'at most so many briefs of a period', countOption, MOST_BRIEFS)
    .option('--points <n>', 'points of a brief', countOption)
    .option('--words <n>', 'words of all points together', countOption)
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .option('--jsonl', 'briefs of JSON lines from standard input: not stored, and never by a model')
    .action(action((options: Options) => (options.jsonl ? briefLines(io, options) : brief(io, options))))
}

async function brief(io: Io, options: Options) {
  await using app = await openApp(io, options.db)
  await app.placeArticles()
  if (options.article === undefined && options.story === undefined)
    return await periodBriefs(io, app, options)
  const written = await targetBrief(app, options)
  if (options.json) await writeJson(io.stdout, briefJson(written))
  else await show(io, messageFromBrief(written, 'en'))
  return undefined
}

async function periodBriefs(io: Io, app: App, options: Options) {
  const edition = await composeEdition(app, {
    since: app.clock.now() - options.since,
    limit: options.limit,
    length: lengthOf(options),
    signal: io.signal,
    topics: parseTopics(options.topic ?? ''),
  })
  if (options.json)
    await writeJson(
      io.stdout,
      edition.entries.map(({ brief }) => briefJson(brief)),
    )
  else await show(io, messageFromEdition(edition, 'en'))
  return undefined
}

async function targetBrief(app: App, options: Options): Promise<Brief> {
  const length = lengthOf(options)
  if (options.article !== undefined) {
    const written = await writeArticleBrief(app, options.article, { length })
    if (written) return written
    throw new UserError(
      `There is no article ${options.article}. brevier search finds articles and shows their ids.`,
    )
  }
  const written = await writeStoryBrief(app, options.story ?? '', { length })
  if (written) return written
  throw new UserError(`There is no story ${options.story}. brevier stories lists them with their ids.`)
}

/** With `--points` alone there is no limit of words; with neither, three points within 60 words or 420 characters. */
function lengthOf({ points, words }: Options): BriefLength {
  if (points === undefined && words === undefined) return DEFAULT_LENGTH
  return { points: points ?? DEFAULT_LENGTH.points, ...(words !== undefined && { maxWords: words }) }
}

/** One article, or the articles of one story. */
const lineSchema = articleLineSchema.extend({
  id: idField,
  articles: z.array(articleLineSchema, 'must be a list of articles').min(1, 'must not be empty').optional(),
})

async function briefLines(io: Io, options: Options) {
  const engine = composeEngine()
  let exitCode: number = EXIT.done
  for await (const read of readJsonLines(io.stdin, lineSchema)) {
    if (io.signal.aborted) break
    const out = 'error' in read ? read : await lineJson(engine, read.line, read.value, lengthOf(options))
    if ('error' in out) exitCode = EXIT.failed
    await writeJsonLine(io.stdout, out)
  }
  return exitCode
}

async function lineJson(
  engine: Engine,
  line: number,
  value: z.infer<typeof lineSchema>,
  length: BriefLength,
) {
  const now = systemClock.now()
  const lines = value.articles ?? [{ ...value, id: value.id?.toString() }]
  try {
    const articles = await unstoredArticles(lines, now)
    return { ...idOf(value), ...briefJson(await engine.brief({ articles }, { ...length, now })) }
  } catch (error) {
    if (error instanceof UserError) return { ...idOf(value), line, error: error.message }
    throw error
  }
}
