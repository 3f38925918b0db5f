// npm run bench -- page --data <folder>: the first real page, pasted text of a news site, through the command line.
// Whatever can be told from the file itself is: nothing of the page stands here but which of its paragraphs answers what.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/errors.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import { jsonLines, run as runCli, temporaryFolder } from '../cli/run.ts'
import type { BenchOptions, Measurement } from './bench.ts'

const PARAGRAPHS = 19

/** The question, and the paragraphs of which one must be cited by the first two points. */
type Asked = readonly [question: string, paragraphs: readonly number[]]

const REQUIRED: readonly Asked[] = [
  ["How much of China's exports does Japan buy?", [8]],
  ["What part of China's imports comes from Japan?", [9]],
  ['Who controls most of the photoresist market?', [10]],
  ['What did Takaichi say about the call with Trump?', [4, 7]],
  ['Which company did Japan back after 2010?', [15]],
]
const REQUIRED_REFUSALS: readonly string[] = [
  'What is the price of Bitcoin?',
  'Who won the World Cup?',
  "What did Germany's chancellor say about the curbs?",
]
const MORE: readonly Asked[] = [
  ['What share of the photoresist market does Japan control?', [10]],
  ['When will Takaichi visit Washington?', [6]],
  ["Who is China's second-largest market?", [8]],
  ["Why is Japan's response likely to be cautious?", [1]],
  ['What did Trump offer Takaichi?', [4]],
  ['Which forums will Japan use?', [17, 18]],
  ['What did Beijing ban?', [2]],
  ['What percentage of the shipments is machinery?', [9]],
  ['Has Japan reduced its dependence on Chinese rare earths?', [14]],
  ['Who did Trump call in November?', [6]],
  ['According to Bloomberg, how important is Japan for the exports of China?', [8]],
  ['japan rare earths lynas', [15]],
  ['Why would restricting photoresist hurt China?', [10, 11]],
  ['Welche Firma hat Japan nach 2010 unterstützt?', [15]],
]
/** The page names their subjects, and does not say it: the hard kind. */
const NOT_THERE: readonly string[] = [
  "How much of China's exports does South Korea buy?",
  'How many electric vehicles did Japan sell last year?',
  'What is the population of Tokyo?',
  'What is the share price of Lynas?',
  'Who is the foreign minister of Japan?',
  'Did Putin comment on the curbs?',
  'What did the Financial Times report about the curbs?',
  "What is Takaichi's husband called?",
  'When did Japan join the United Nations?',
  'Was sagte der deutsche Kanzler zu den Beschränkungen?',
]
const OUT_OF_SCOPE: readonly string[] = [
  'Should I buy shares of Lynas?',
  'Will the yen fall?',
  'Who is right, China or Japan?',
  'Is Takaichi a good leader?',
]
/** Asked one after the other in one conversation. */
const TALKS: readonly (readonly Asked[])[] = [
  [
    ["How much of China's exports does Japan buy?", [8]],
    ['what about imports?', [9]],
    ['and photoresist?', [10]],
    ['who controls it?', [10]],
  ],
  [
    ['What did Takaichi say about the call with Trump?', [4, 7]],
    ['When will she visit Washington?', [6]],
  ],
]

interface Answer {
  readonly kind: string
  readonly reason?: string
  readonly conversation: string
  readonly points: readonly {
    readonly text: string
    readonly citations: readonly { readonly sentence: number; readonly quote: string }[]
  }[]
}

interface Extract {
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  readonly site?: string
  readonly publishedAt?: string
  readonly publishedAtInferred?: boolean
  readonly paragraphs: readonly string[]
}

export async function run({ data = '../shared/samples' }: BenchOptions): Promise<readonly Measurement[]> {
  const name = existsSync(data) && readdirSync(data).find((file) => file.endsWith('.txt'))
  if (!name) throw new UserError(`${data} holds no pasted page. Name the folder of one with --data.`)
  const file = join(data, name)
  const database = join(temporaryFolder(), 'page.db')
  const page = JSON.parse((await runCli(['extract', file, '--json'])).out) as Extract
  await runCli(['ingest', file, '--db', database])
  const turns: Turn[] = []
  for (const talk of TALKS) turns.push(...(await turnsOf(database, talk)))
  const rightIn = async (asked: readonly Asked[]) => {
    const answers = await ask(
      database,
      asked.map(([question]) => question),
    )
    return asked.filter(([, paragraphs], at) => isRight(page, answers[at], paragraphs)).length
  }
  const countOf = async (questions: readonly string[], is: (answer: Answer) => boolean) =>
    (await ask(database, questions)).filter(is).length
  const all = [...REQUIRED, ...MORE].map(([question]) => question)
  return [
    ...extraction(page, readFileSync(file, 'utf8')),
    row('required questions, right among the first two points', await rightIn(REQUIRED), REQUIRED.length),
    row(
      'required refusals',
      await countOf(REQUIRED_REFUSALS, ({ kind }) => kind === 'refused'),
      REQUIRED_REFUSALS.length,
    ),
    row('more questions, right among the first two points', await rightIn(MORE), MORE.length),
    row(
      'questions it does not answer, not answered',
      await countOf(NOT_THERE, isUnanswered),
      NOT_THERE.length,
    ),
    row(
      'advice, predictions and opinions refused as that',
      await countOf(OUT_OF_SCOPE, ({ reason }) => reason === 'out-of-scope'),
      OUT_OF_SCOPE.length,
    ),
    row(
      'turns of conversations, right among the first two points',
      turns.filter(({ answer, paragraphs }) => isRight(page, answer, paragraphs)).length,
      turns.length,
    ),
    ...citations(page, await ask(database, all)),
  ]
}

function row(metric: string, value: number, reference: number): Measurement {
  return { metric, value, reference, referenceName: 'all' }
}

/** The same told from the lines of the file: a headline stands twice, "name / agency" is the by-line, and so on. */
function extraction(page: Extract, text: string): readonly Measurement[] {
  const lines = text.split('\n').map((line) => line.trim())
  const [byline, publisher] = lines.find((line) => / \/ [^•]+$/.test(line))?.split(' / ') ?? []
  const headline = lines.find((line, at) => line.length > 40 && lines.indexOf(line, at + 1) > at)
  const site = lines[lines.indexOf('×') + 1]
  const year = /© (\d{4})/.exec(text)?.[1]
  const dayOfMonth = /^\((\w{3} \d+)\)/m.exec(text)?.[1]
  const spaced = text.replace(/\s+/g, ' ')
  const places = page.paragraphs.map((paragraph) => spaced.indexOf(paragraph.replace(/\s+/g, ' ')))
  const isInOrder = places.every((place, at) => place > (places[at - 1] ?? -1))
  const is = (metric: string, value: boolean) => row(metric, Number(value), 1)
  return [
    is('headline', headline !== undefined && page.title === headline),
    is('by-line', byline !== undefined && page.byline === byline),
    is('publisher and site', page.publisher === publisher && page.site === site),
    is(
      'date, its year marked as inferred',
      page.publishedAtInferred === true &&
        Date.parse(page.publishedAt ?? '') === Date.parse(`${dayOfMonth} ${year} UTC`),
    ),
    row('paragraphs', page.paragraphs.length, PARAGRAPHS),
    is('paragraphs word for word and in order', isInOrder),
    {
      metric: 'lines of chrome among them',
      value: page.paragraphs.filter((paragraph) => CHROME.test(paragraph)).length,
    },
  ]
}

const CHROME = /see also|share to|follow us|click here|font resizer|min read|uploaded by|download|©/i

async function ask(
  database: string,
  questions: readonly string[],
  conversation?: string,
): Promise<readonly Answer[]> {
  const stdin = questions.map((question) => JSON.stringify({ question, conversation })).join('\n')
  const { out } = await runCli(['ask', '--jsonl', '--db', database], { stdin })
  return jsonLines(out) as unknown as readonly Answer[]
}

interface Turn {
  readonly answer: Answer | undefined
  readonly paragraphs: readonly number[]
}

async function turnsOf(database: string, talk: readonly Asked[]): Promise<readonly Turn[]> {
  const turns: Turn[] = []
  for (const [question, paragraphs] of talk) {
    const [answer] = await ask(database, [question], turns[0]?.answer?.conversation)
    turns.push({ answer, paragraphs })
  }
  return turns
}

function isUnanswered({ kind }: Answer): boolean {
  return kind !== 'answered'
}

/** Answered, and one of its first two points cites one of the paragraphs. */
function isRight({ paragraphs }: Extract, answer: Answer | undefined, wanted: readonly number[]): boolean {
  if (answer?.kind !== 'answered') return false
  const quotes = answer.points.slice(0, 2).flatMap(({ citations: cited }) => cited.map(({ quote }) => quote))
  return wanted.some((ordinal) => quotes.some((quote) => paragraphs[ordinal - 1]?.includes(quote)))
}

function citations({ paragraphs }: Extract, answers: readonly Answer[]): readonly Measurement[] {
  const text = paragraphs.join('\n\n')
  const sentences = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))
  const points = answers.flatMap((answer) => answer.points)
  const cited = points.flatMap((point) => point.citations)
  return [
    row('points word for word', points.filter((point) => text.includes(point.text)).length, points.length),
    row(
      'citations that open their sentence',
      cited.filter(({ sentence, quote }) => sentences[sentence - 1] === quote).length,
      cited.length,
    ),
  ]
}
