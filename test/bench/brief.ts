// Milliseconds for the brief of one article and of one story, against the first sentences of the same article.

import { toArticle } from '../../src/articles/to-article.ts'
import type { Article } from '../../src/domain.ts'
import { DEFAULT_LENGTH } from '../../src/summarizer/engine.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import { type Bench, quantile } from './bench.ts'
import { generator } from './generated-articles.ts'

const WORDS = 700
const ARTICLES = 300
const STORY_SIZE = 8
const NOW = Date.UTC(2026, 0, 2)

export const run: Bench = async () => {
  const generate = generator({ words: WORDS })
  const articles = await Promise.all(
    Array.from({ length: ARTICLES }, (_, number) => stored(generate.article(number), number)),
  )
  const engine = createExtractiveEngine()
  const options = { ...DEFAULT_LENGTH, now: NOW }
  const single = await timed(articles, (article) => engine.brief({ articles: [article] }, options))
  const lead = await timed(articles, async ({ text, language }) => splitSentences(text, language).slice(0, 3))
  const stories = Array.from({ length: ARTICLES / STORY_SIZE }, (_, at) =>
    articles.slice(at * STORY_SIZE, (at + 1) * STORY_SIZE),
  )
  const story = await timed(stories, (some) => engine.brief({ articles: some }, options))
  const leadName = 'splitting the same article and taking three sentences'
  return [
    {
      metric: `brief of a ${WORDS}-word article, median`,
      value: quantile(single, 0.5),
      unit: 'ms',
      reference: quantile(lead, 0.5),
      referenceName: leadName,
    },
    {
      metric: `brief of a ${WORDS}-word article, p95`,
      value: quantile(single, 0.95),
      unit: 'ms',
      reference: quantile(lead, 0.95),
      referenceName: leadName,
    },
    { metric: `brief of a story of ${STORY_SIZE} articles, median`, value: quantile(story, 0.5), unit: 'ms' },
  ]
}

async function timed<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = []
  for (const item of items) {
    const startedAt = performance.now()
    await work(item)
    times.push(performance.now() - startedAt)
  }
  return times
}

async function stored(
  line: ReturnType<ReturnType<typeof generator>['article']>,
  number: number,
): Promise<Article> {
  const { id, text = '', ...known } = line
  const { article } = await toArticle({ ...known, text, externalId: id })
  return {
    ...article,
    id: `a${number}`,
    revision: 1,
    storedAt: NOW,
    updatedAt: NOW,
    duplicateGroup: `a${number}`,
  }
}
