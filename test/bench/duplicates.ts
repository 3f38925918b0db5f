// npm run bench -- duplicates [--data <allsides-stream, wikinews-stories, neus-stories or ecbplus-docs>]: which articles the desk takes for
// copies of one another. Each article comes once, and once more as other papers print what an agency sent them; a last kind
// is no copy, since it takes over only the background. Without data it is the articles of the sample desk.

import { join } from 'node:path'
import { openSqlite } from '../../db/sqlite.ts'
import type { Draft } from '../../src/articles/draft.ts'
import { ingest } from '../../src/articles/ingest.ts'
import { HOUR_MS, systemClock } from '../../src/clock.ts'
import { runsOf } from '../../src/stories/near-duplicates.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import { sampleArticles } from '../summarizer/articles.ts'
import type { Bench } from './bench.ts'
import { pick, type Random, randomFrom } from './random.ts'
import { readRows } from './rows.ts'

interface Row {
  readonly id: string
  readonly story_id: string
  readonly time?: string
  readonly title?: string
  readonly text: string
}

/** An article, and the one that it was made of. */
interface Told {
  readonly id: string
  readonly of: string
  readonly kind: string
  readonly isCopy: boolean
  readonly story: string
  readonly title: string
  readonly text: string
  readonly publishedAt: number
}

const NOW = Date.UTC(2026, 0, 10)
/** Of shorter texts no part is a text of its own. */
const LEAST_SENTENCES = 4

type Change = (sentences: readonly string[], others: readonly string[], random: Random) => readonly string[]

const copies: Readonly<Record<string, Change>> = {
  'the same words': (sentences) => sentences,
  'a dateline and credits': ([first = '', ...rest]) => [
    `MARROW (Meridian) - ${first}`,
    ...rest,
    '(Reporting by Ada Brook; Editing by Sam Pike)',
  ],
  'the first two thirds': (sentences) => sentences.slice(0, Math.ceil((sentences.length * 2) / 3)),
  'two new sentences on top': (sentences, others) => [...others.slice(0, 2), ...sentences],
  'a part moved': (sentences) => {
    const third = Math.floor(sentences.length / 3)
    return [...sentences.slice(third, 2 * third), ...sentences.slice(0, third), ...sentences.slice(2 * third)]
  },
  'one word in thirty changed': (sentences, others, random) => reworded(sentences, others, random, 30),
  'one word in twelve changed': (sentences, others, random) => reworded(sentences, others, random, 12),
}

const BACKGROUND = 'no copy: a quarter taken over'

/** The last quarter of an article below three times as many sentences, each of another article. */
const background: Change = (sentences, others, random) => {
  const taken = sentences.slice(-Math.max(1, Math.floor(sentences.length / 4)))
  const own = Array.from({ length: 3 * taken.length }, () => pick(random, others) ?? '')
  return [...own, ...taken]
}

function reworded(sentences: readonly string[], others: readonly string[], random: Random, every: number) {
  const words = others.join(' ').split(' ')
  return sentences.map((sentence) =>
    sentence
      .split(' ')
      .map((word) => (random() < 1 / every ? (pick(random, words) ?? word) : word))
      .join(' '),
  )
}

export const run: Bench = async ({ data }) => {
  const told = toldOf(data === undefined ? await sampleRows() : readRows<Row>(join(data, 'docs.jsonl.gz')))
  const groups = await groupsOf(told)
  const originals = new Map(told.filter(({ kind }) => kind === '').map((one) => [one.of, one]))
  const isFound = (one: Told) => groups.get(one.id) === groups.get(originals.get(one.of)?.id ?? '')
  const isFoundPlainly = (one: Told) => jaccard(one.text, originals.get(one.of)?.text ?? '') >= 0.8
  const made = told.filter(({ kind }) => kind !== '')
  const share = (of: readonly Told[], is: (one: Told) => boolean) => of.filter(is).length / of.length
  const all = made.filter(({ isCopy }) => isCopy)
  const wrong = wrongPairs(told, groups)
  const right = all.filter(isFound).length
  return [
    { metric: 'articles', value: told.length },
    ...[...Map.groupBy(made, ({ kind }) => kind)].map(([kind, ones]) => ({
      metric: kind,
      value: share(ones, isFound),
      reference: share(ones, isFoundPlainly),
      referenceName: 'runs of five words, Jaccard .8',
    })),
    {
      metric: 'recall',
      value: share(all, isFound),
      reference: share(all, isFoundPlainly),
      referenceName: 'the same',
    },
    { metric: 'precision', value: right / (right + wrong) },
  ]
}

/** Each article, one of its copies, every kind in turn, and of every fourth a text that takes over its background. */
function toldOf(rows: readonly Row[]): readonly Told[] {
  const random = randomFrom(7)
  const long = rows
    .map((row) => ({ row, sentences: sentencesOf(row.text) }))
    .filter(({ sentences }) => sentences.length >= LEAST_SENTENCES)
  const pool = long.flatMap(({ sentences }) => sentences)
  const kinds = Object.entries(copies)
  return long.flatMap(({ row, sentences }, at) => {
    const others = long[(at + Math.ceil(long.length / 2)) % long.length]?.sentences ?? []
    const publishedAt = row.time === undefined ? NOW : Date.parse(row.time)
    const one = { of: row.id, story: row.story_id, title: row.title ?? sentences[0] ?? '', isCopy: true }
    const [kind, change] = kinds[at % kinds.length] ?? ['', (same: readonly string[]) => same]
    const title = sentences[1] ?? one.title
    const made = (change: Change, from = others) => change(sentences, from, random).join(' ')
    return [
      { ...one, id: `${row.id}`, kind: '', text: sentences.join(' '), publishedAt },
      { ...one, id: `${row.id}+`, kind, title, text: made(change), publishedAt: publishedAt + 3 * HOUR_MS },
      ...(at % 4 === 0
        ? [
            {
              ...one,
              id: `${row.id}-`,
              kind: BACKGROUND,
              isCopy: false,
              title,
              text: made(background, pool),
              publishedAt: publishedAt + HOUR_MS,
            },
          ]
        : []),
    ]
  })
}

function sentencesOf(text: string): readonly string[] {
  return splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))
}

/** One of them is a copy already. */
async function sampleRows(): Promise<readonly Row[]> {
  const rows = (await sampleArticles()).map(({ id, title, text }) => ({ id, story_id: id, title, text }))
  return rows.filter(({ text }, at) => !rows.slice(0, at).some((before) => jaccard(before.text, text) > 0.5))
}

/** The duplicate group of each, as the desk has it once all are placed. */
async function groupsOf(told: readonly Told[]): Promise<ReadonlyMap<string, string>> {
  const store = await openSqlite({ file: ':memory:' })
  const drafts: readonly Draft[] = told.map(({ id, title, text, publishedAt }) => ({
    input: id,
    content: { text },
    known: { externalId: id, title, publishedAt, publisher: `Paper of ${id}`, language: 'en' },
  }))
  const ids = new Map<string, string>()
  for await (const result of ingest({ store, clock: systemClock }, drafts)) {
    if ('id' in result && result.id !== undefined) ids.set(result.input, result.id)
  }
  await createPlaceArticles({ store, clock: systemClock })()
  const articles = await store.articles([...ids.values()])
  const groupOf = new Map(articles.map(({ id, duplicateGroup }) => [id, duplicateGroup]))
  await store.close()
  return new Map([...ids].map(([input, id]) => [input, groupOf.get(id) ?? id]))
}

/**
 * Pairs in one group that are made of different articles, or of one of which the other is no copy. Two articles of one
 * story may be copies as they came, so they count neither way.
 */
function wrongPairs(told: readonly Told[], groups: ReadonlyMap<string, string>): number {
  const byGroup = Map.groupBy(told, ({ id }) => groups.get(id))
  let wrong = 0
  for (const group of byGroup.values()) {
    for (const [at, a] of group.entries()) {
      for (const b of group.slice(at + 1)) {
        if (a.of === b.of ? !(a.isCopy && b.isCopy) : a.story !== b.story) wrong++
      }
    }
  }
  return wrong
}

function jaccard(a: string, b: string): number {
  const [one, other] = [runsOf(a).hashes, runsOf(b).hashes]
  let shared = 0
  for (const run of one) if (other.has(run)) shared++
  return shared / (one.size + other.size - shared)
}
