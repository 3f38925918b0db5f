// Fifteen invented articles of six stories, for a first look. They live in memory and never reach a stored database.

import { readFile } from 'node:fs/promises'
import { articleLineSchema } from '../articles/article-line.ts'
import { toArticle } from '../articles/to-article.ts'
import type { App } from '../compose.ts'
import type { Clock } from '../ports.ts'

const SAMPLE_FILE = new URL('./sample-desk.jsonl', import.meta.url)

/** The hour at which the sample desk stands: shortly after its last article. */
const SAMPLE_TIME = Date.UTC(2026, 2, 3, 13, 0)

/** One question that the sample articles answer, and one that they do not. */
export const SAMPLE_QUESTIONS = [
  'How many people were injured in the Vessen valley?',
  'Who won the World Cup?',
] as const

/** A clock that starts at the sample desk's hour, so that its news is fresh on every day. */
export function sampleClock(clock: Clock): Clock {
  const offsetMs = SAMPLE_TIME - clock.now()
  return { now: () => clock.now() + offsetMs, sleep: (ms, signal) => clock.sleep(ms, signal) }
}

/** Stores the samples in the app's store, which should be one in memory. */
export async function ingestSampleDesk(app: App): Promise<void> {
  const lines = (await readFile(SAMPLE_FILE, 'utf8')).trim().split('\n')
  const articles = await Promise.all(
    lines.map((line) => {
      const { id, text = '', ...known } = articleLineSchema.parse(JSON.parse(line))
      return toArticle({ ...known, text, externalId: id })
    }),
  )
  await app.store.saveArticles(articles, app.clock.now())
  await app.placeArticles()
}
