// Articles made of texts in a thread of their own, so that what was made before can be stored meanwhile. It pays where there are
// hundreds of them.

import { inWorker } from '../worker.ts'
import type { Made } from './article-worker.ts'
import type { ArticleSource, PreparedArticle, toArticle } from './to-article.ts'

/** What a hundred texts of the largest size take, many times over. */
const TIMEOUT_MS = 120_000

interface Asked extends PromiseWithResolvers<PreparedArticle> {
  readonly source: ArticleSource
}

const ask = inWorker<readonly ArticleSource[], readonly Made[]>(
  new URL('./article-worker.ts', import.meta.url),
)

/** `toArticle` for a group of texts, which go to the thread together. */
export function makerInWorker(): typeof toArticle {
  let asked: Asked[] = []
  return (source) => {
    if (asked.length === 0) {
      setImmediate(() => {
        void makeAll(asked)
        asked = []
      })
    }
    const one = { ...Promise.withResolvers<PreparedArticle>(), source }
    asked.push(one)
    return one.promise
  }
}

async function makeAll(asked: readonly Asked[]): Promise<void> {
  try {
    const sources = asked.map(({ source }) => source)
    const made = await ask(sources, TIMEOUT_MS)
    for (const [at, { resolve, reject }] of asked.entries()) {
      const one = made?.[at]
      if (one && 'article' in one) resolve(one)
      else reject(new Error(one?.error ?? 'it took too long'))
    }
  } catch (error) {
    for (const { reject } of asked) reject(error)
  }
}
