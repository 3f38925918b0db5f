// The stories stage alone over a long stream: what it takes to place an article when few are indexed, and when very many are.

import { toArticle } from '../../src/articles/to-article.ts'
import { timeOf } from '../../src/stories/article-time.ts'
import { featuresOf } from '../../src/stories/features.ts'
import { StoryIndex } from '../../src/stories/story-index.ts'
import { backgroundByHash } from '../../src/text/frequencies.ts'
import type { Bench } from './bench.ts'
import { generator } from './generated-articles.ts'

const ARTICLES = 100_000
const BLOCK = 10_000
/** As many as are read of an article. */
const WORDS = 350
/** 50,000 a day (design section 9). */
const EVERY_MS = 1_728

export const run: Bench = async () => {
  const generate = generator({ words: WORDS })
  const index = new StoryIndex(backgroundByHash)
  const perArticleMs: number[] = []
  for (let from = 0; from < ARTICLES; from += BLOCK) {
    let ms = 0
    for (let number = from; number < from + BLOCK; number++) {
      const article = await dueArticle(generate.article(number), number)
      const startedAt = performance.now()
      place(index, article)
      ms += performance.now() - startedAt
    }
    perArticleMs.push(ms / BLOCK)
  }
  const [first = Number.NaN] = perArticleMs
  const last = perArticleMs.at(-1) ?? Number.NaN
  return [
    {
      metric: `placing, the last ${BLOCK} of ${ARTICLES} articles`,
      value: last,
      unit: 'ms',
      reference: first,
      referenceName: `the first ${BLOCK} of them`,
    },
    { metric: 'resident memory at the end', value: process.memoryUsage.rss() / 1_000_000, unit: 'MB' },
  ]
}

type Generated = ReturnType<ReturnType<typeof generator>['article']>

async function dueArticle({ id, title, text = '', language }: Generated, number: number) {
  const publishedAt = Date.UTC(2026, 0, 1) + number * EVERY_MS
  const { article, searchText } = await toArticle({ externalId: id, title, text, language, publishedAt })
  const own = { id: `a${number}`, revision: 1, storedAt: publishedAt, updatedAt: publishedAt }
  return { ...article, ...own, duplicateGroup: own.id, stemHashes: searchText.stemHashes }
}

function place(index: StoryIndex, article: Awaited<ReturnType<typeof dueArticle>>): void {
  const { id, duplicateGroup } = article
  const features = featuresOf(article, index.frequencies)
  const member = { articleId: id, duplicateGroup, at: timeOf(article), features }
  index.add(member, index.find(member))
}
