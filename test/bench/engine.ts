// npm run bench -- engine: our share of a brief that a model writes, which is everything but the model's own time: evidence, prompt,
// checks, a repair and its checks. The model of this bench answers at once and gets one point of three wrong.

import { toArticle } from '../../src/articles/to-article.ts'
import type { Article } from '../../src/domain.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { createModelEngine } from '../../src/summarizer/model-engine.ts'
import { type Asked, prompts, scriptedModel } from '../fakes/scripted-model.ts'
import { type Bench, quantile } from './bench.ts'
import { generator } from './generated-articles.ts'

const WORDS = 700
const STORIES = 48
/** The first ones are compiled while they run, as those of a desk are once. */
const WARM_UP = 8
const STORY_SIZE = 6
const NOW = Date.UTC(2026, 0, 2)
const MOST_MS = 60

export const run: Bench = async () => {
  const generate = generator({ words: WORDS })
  const articles = await Promise.all(
    Array.from({ length: STORIES * STORY_SIZE }, (_, number) => stored(generate.article(number), number)),
  )
  const times: number[] = []
  const worked: number[] = []
  const plain: number[] = []
  const extractive = createExtractiveEngine()
  for (let at = 0; at < STORIES; at++) {
    const story = { articles: articles.slice(at * STORY_SIZE, (at + 1) * STORY_SIZE) }
    const model = scriptedModel()
    model.script('brief', written)
    model.script('repair', mended)
    const engine = createModelEngine({ model, prompts, extractive })
    const [startedAt, cpuAt] = [performance.now(), process.cpuUsage()]
    await engine.brief(story, { points: 3, now: NOW })
    times.push(performance.now() - startedAt)
    const { user, system } = process.cpuUsage(cpuAt)
    worked.push((user + system) / 1000)
    const plainAt = performance.now()
    await extractive.brief(story, { points: 3, now: NOW })
    plain.push(performance.now() - plainAt)
  }
  const metric = `our share of a story of ${STORY_SIZE} articles of ${WORDS} words`
  return [
    {
      metric: `${metric}, median`,
      value: quantile(times.slice(WARM_UP), 0.5),
      unit: 'ms',
      reference: quantile(plain.slice(WARM_UP), 0.5),
      referenceName: 'the extractive brief in it',
    },
    {
      metric: `${metric}, p95`,
      value: quantile(times.slice(WARM_UP), 0.95),
      unit: 'ms',
      reference: MOST_MS,
      referenceName: 'at most',
    },
    {
      metric: `${metric}, processor time of all threads, p95`,
      value: quantile(worked.slice(WARM_UP), 0.95),
      unit: 'ms',
    },
  ]
}

function sentencesIn({ user }: Asked): readonly string[] {
  return user.split('\n').flatMap((line) => /^S\d+ \([^)]*\) (.*)/.exec(line)?.[1] ?? [])
}

function written(asked: Asked): object {
  const points = sentencesIn(asked)
    .slice(0, 3)
    .map((text, at) => ({
      cites: [at + 1],
      certainty: 'reported',
      text: at === 1 ? text.replace(/ (\p{Ll}+)/u, ' 987654 $1') : text,
    }))
  return { ok: true, points, headline: { cites: [1], text: points[0]?.text ?? '' } }
}

function mended(asked: Asked): object {
  const [text = ''] = sentencesIn(asked)
  return { items: [{ id: 1, cites: [2], text, drop: false }] }
}

async function stored(
  line: ReturnType<ReturnType<typeof generator>['article']>,
  number: number,
): Promise<Article> {
  const { id, text = '', ...known } = line
  const { article } = await toArticle({ ...known, text, externalId: id })
  const own = { id: `a${number}`, duplicateGroup: `a${number}` }
  return { ...article, ...own, revision: 1, storedAt: NOW, updatedAt: NOW }
}
