// How near the briefs of the extractive engine come to those of people, by ROUGE F without stemming.
//
//   npm run bench -- summaries --data ../shared/bench/frank/dev
//
// A folder with `docs.jsonl.gz` holds single articles and their references, one with `stories.jsonl.gz` stories. Without
// a folder, the sets beside the repository are measured that are there.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/domain.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { backgroundFrequencies } from '../../src/text/frequencies.ts'
import type { BenchOptions, Measurement } from './bench.ts'
import { benchArticle, paragraphs } from './bench-article.ts'
import { lexRank } from './lexrank.ts'
import { rouge } from './rouge.ts'
import { readRows } from './rows.ts'

const SETS = ['frank', 'realsumm', 'allsides-stream', 'neus-stories'].map(
  (set) => `../shared/bench/${set}/dev`,
)
const STORY_WORDS = 100
const MANY_POINTS = 20

export async function run({ data }: BenchOptions): Promise<readonly Measurement[]> {
  const folders = data === undefined ? SETS.filter((folder) => existsSync(folder)) : [data]
  const measured: Measurement[] = []
  for (const folder of folders) {
    const name = folder.split('/').at(-2) ?? folder
    measured.push(
      ...(existsSync(join(folder, 'stories.jsonl.gz'))
        ? await stories(folder, name)
        : await articles(folder, name)),
    )
  }
  return measured
}

interface Document {
  readonly doc_id: string
  readonly source?: string
  readonly text: string
  readonly reference: string
}

/** One summary and what it is compared with. */
interface Pair {
  readonly text: string
  readonly reference: string
}

async function articles(folder: string, name: string): Promise<readonly Measurement[]> {
  const documents = readRows<Document>(join(folder, 'docs.jsonl.gz')).filter(
    ({ source }) => source !== 'xsum',
  )
  const rows: Measurement[] = []
  for (const polluting of [0, 2, 3]) {
    const ours: Pair[] = []
    const leads: Pair[] = []
    for (const [index, { doc_id, text, reference }] of documents.entries()) {
      // Sentences of another article of the set, put in front of this one.
      const other = documents[(index + 7) % documents.length]?.text.split('\n') ?? []
      const polluted = paragraphs([...other.slice(0, polluting), text].join('\n'))
      ours.push({ text: await briefOf([benchArticle(doc_id, polluted)], 3), reference })
      leads.push({ text: polluted.split('\n\n').slice(0, 3).join(' '), reference })
    }
    rows.push(
      ...compared(
        `${name}${polluting > 0 ? `, ${polluting} foreign sentences first` : ''}`,
        ours,
        leads,
        'Lead-3',
      ),
    )
  }
  return rows
}

async function briefOf(given: readonly Article[], points: number, maxWords?: number): Promise<string> {
  const length = { points, ...(maxWords !== undefined && { maxWords }) }
  const brief = await createExtractiveEngine().brief({ articles: given }, { ...length, now: 0 })
  return brief.points.map((point) => point.text).join('\n')
}

interface StoryRow {
  readonly story_id: string
  readonly brief: string
  readonly docs: readonly string[]
}

interface StoryDocument {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly source?: string
  readonly time?: string
}

async function stories(folder: string, name: string): Promise<readonly Measurement[]> {
  const documents = new Map(
    readRows<StoryDocument>(join(folder, 'docs.jsonl.gz')).map((one) => [one.id, one]),
  )
  const frequencies = backgroundFrequencies('en')
  const ours: Pair[] = []
  const ranked: Pair[] = []
  for (const story of readRows<StoryRow>(join(folder, 'stories.jsonl.gz'))) {
    const given = story.docs.flatMap((id) => documents.get(id) ?? []).map(storyArticle)
    ours.push({ text: await briefOf(given, MANY_POINTS, STORY_WORDS), reference: story.brief })
    const sentences = given.flatMap(({ text, sentences }) =>
      sentences.map(({ start, end }) => text.slice(start, end)),
    )
    ranked.push({ text: lexRank(sentences, STORY_WORDS, frequencies).join('\n'), reference: story.brief })
  }
  return compared(`${name}, ${STORY_WORDS} words`, ours, ranked, 'LexRank')
}

function storyArticle({ id, title, text, source, time }: StoryDocument): Article {
  return benchArticle(id, paragraphs(text), {
    title,
    publisher: source ?? id,
    ...(time !== undefined && { publishedAt: Date.parse(time) }),
  })
}

function compared(
  name: string,
  ours: readonly Pair[],
  theirs: readonly Pair[],
  referenceName: string,
): readonly Measurement[] {
  const a = means(ours)
  const b = means(theirs)
  return [
    { metric: `${name}: ROUGE-1`, value: a.rouge1, reference: b.rouge1, referenceName },
    { metric: `${name}: ROUGE-2`, value: a.rouge2, reference: b.rouge2, referenceName },
    { metric: `${name}: words`, value: a.words, reference: b.words, referenceName },
  ]
}

function means(pairs: readonly Pair[]): {
  readonly rouge1: number
  readonly rouge2: number
  readonly words: number
} {
  const scores = pairs.map(({ text, reference }) => ({
    ...rouge(text, reference),
    words: text.split(/\s+/).length,
  }))
  const mean = (key: 'rouge1' | 'rouge2' | 'words') =>
    scores.reduce((sum, score) => sum + score[key], 0) / scores.length
  return { rouge1: mean('rouge1'), rouge2: mean('rouge2'), words: mean('words') }
}
