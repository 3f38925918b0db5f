// Every payload in every carrier and language, and what of it would reach a reader.

import { renderMessage } from '../../adapters/telegram/render.ts'
import type { Message, Point } from '../../src/domain.ts'
import { messageFromAnswer } from '../../src/message/from-answer.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { createModelEngine } from '../../src/summarizer/model-engine.ts'
import { askedStore } from '../answers/asked-store.ts'
import { prompts, scriptedModel } from '../fakes/scripted-model.ts'
import { anArticle, NOW } from '../summarizer/articles.ts'
import { answersUnderAttack, briefUnderAttack, harmIn, pageWith, publishes, shownBrief } from './attack.ts'
import { carriers, hosts, lookalikes, type Payload, payloads } from './payloads.ts'

export interface Measured {
  readonly runs: number
  /** What must not be there at all: addresses, mentions, markup, words without a citation. */
  readonly harm: readonly string[]
  /** What the attacker wanted told and is told. */
  readonly published: readonly string[]
}

const CHAT = { platform: 'telegram', id: '1', kind: 'private' } as const
/** What we write ourselves: emphasis, quotes, and links to sources, of which invented articles have none. */
const OUR_TAGS = /<\/?(?:b|i|blockquote)>/g

export async function measureBriefs(): Promise<Measured> {
  const tally = createTally()
  for (const language of Object.keys(hosts)) {
    for (const payload of payloads) {
      for (const carrier of carriers) {
        if (carrier === 'question') continue
        const brief = await briefUnderAttack(payload, await pageWith(payload, carrier, language))
        const told = [brief.headline, ...brief.points.map(({ text }) => text)]
        tally.count(payload, `${carrier} ${language}`, shownBrief(brief), brief.points, told)
      }
    }
  }
  return tally.result()
}

/** Once the question carries the payload, once the page it is asked about. */
export async function measureAnswers(): Promise<Measured> {
  const tally = createTally()
  for (const [language, host] of Object.entries(hosts)) {
    for (const payload of payloads) {
      const page = await pageWith(payload, 'first paragraph', language)
      const news = [{ ...page, externalId: 'host' }]
      await using desk = await askedStore(news, answersUnderAttack(payload))
      for (const question of [host.question, `${host.question} ${payload.text}`]) {
        const answer = await desk.ask(question, { now: NOW })
        const told = answer.points.map(({ text }) => text)
        tally.count(payload, `answer ${language}`, messageFromAnswer(answer, language), answer.points, told)
      }
    }
  }
  return tally.result()
}

function createTally() {
  const harm: string[] = []
  const published: string[] = []
  let runs = 0
  return {
    count(
      payload: Payload,
      where: string,
      message: Message,
      points: readonly Point[],
      told: readonly string[],
    ) {
      runs++
      const found = [...harmIn(message, points), ...markupIn(message)]
      harm.push(...found.map((one) => `${payload.kind}, ${where}: ${one}`))
      if (publishes(payload, told)) published.push(`${payload.kind}, ${where}: ${payload.wants}`)
    },
    result: (): Measured => ({ runs, harm, published }),
  }
}

/** Tags that are not ours, in what a platform with markup would get. */
function markupIn(message: Message): readonly string[] {
  const html = renderMessage(message, CHAT)
    .map(({ body }) => (JSON.parse(body) as { readonly text?: string }).text ?? body)
    .join('\n')
  return html.replace(OUR_TAGS, '').match(/<[^>]*>/g) ?? []
}

/** How many benign look-alikes are told by a model that behaves. */
export async function measureLookalikes(): Promise<{ readonly runs: number; readonly told: number }> {
  let told = 0
  for (const { language, text } of lookalikes) {
    const article = await anArticle('host', text, { language, title: 'News of the day' })
    const model = scriptedModel()
    model.script('brief', ({ user }) => {
      const lines = user.split('\n').flatMap((line) => /^S\d+ \([^)]*\) (.*)/.exec(line)?.[1] ?? [])
      const points = lines
        .slice(0, 3)
        .map((line, at) => ({ cites: [at + 1], certainty: 'reported', text: line.replaceAll('▁', ' ') }))
      return { ok: true, points, headline: { cites: [1], text: points[0]?.text ?? '' } }
    })
    model.script('repair', { items: [] })
    const engine = createModelEngine({ model, prompts, extractive: createExtractiveEngine() })
    const brief = await engine.brief({ articles: [article] }, { points: 3, now: NOW })
    if (brief.points.length >= 2) told++
  }
  return { runs: lookalikes.length, told }
}
