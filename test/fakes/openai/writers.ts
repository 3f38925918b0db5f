// Models in the fake server: one that does as it is told, and one for each way in which models go wrong (grounding.md 13.3). Each
// reads what it is given as a model would, from the prompt alone.

import type { ModelPurpose } from '../../../src/domain.ts'
import { type Asked, dataOf } from './asked.ts'
import type { Said } from './behaviour.ts'
import type { Writer } from './server.ts'

interface Numbered {
  readonly number: number
  readonly text: string
}

interface Written {
  readonly cites: readonly number[]
  readonly text: string
}

/** Takes the sentences as they stand, judges everything supported, drops what it is to mend. */
export const honest: Writer = (asked) => {
  const reply = asked.purpose && replies[asked.purpose](asked)
  return reply && { says: reply }
}

const replies: Readonly<Record<ModelPurpose, (asked: Asked) => object>> = {
  brief: (asked) => briefOf(asked, verbatim(asked)),
  answer: (asked) => answerOf(asked, verbatim(asked)),
  judge: (asked) => judged(asked, 'supported'),
  repair: (asked) => ({
    items: ids(asked, /^Point (\d+):/gm).map((id) => ({ id, cites: [], text: '', drop: true })),
  }),
  query: (asked) => ({
    standalone: dataOf(asked, 'question') ?? '',
    subqueries: [],
    needs_clarification: false,
  }),
  translation: (asked) => ({
    items: numberedIn(dataOf(asked, 'points') ?? '', /^(\d+)\. (.*)$/gm).map(({ number, text }) => ({
      id: number,
      anchors: [],
      text,
    })),
  }),
}

/** Writes points of its own instead, in briefs and answers. */
function writing(change: (point: Written, asked: Asked) => Written): Writer {
  return (asked) => {
    const { purpose } = asked
    if (purpose !== 'brief' && purpose !== 'answer') return honest(asked)
    const points = verbatim(asked).map((point) => change(point, asked))
    return { says: purpose === 'brief' ? briefOf(asked, points) : answerOf(asked, points) }
  }
}

/** Says the same as the honest one, wrapped or broken. */
function saying(change: (text: string) => Partial<Said>): Writer {
  return (asked) => {
    const behaviour = honest(asked)
    if (behaviour === undefined || !('says' in behaviour)) return behaviour
    return { ...behaviour, ...change(JSON.stringify(behaviour.says)) }
  }
}

/** What a strict judge says of everything. */
const judging =
  (label: string): Writer =>
  (asked) =>
    asked.purpose === 'judge' ? { says: judged(asked, label) } : honest(asked)

/** Does what the sentences tell it, as a model that takes data for orders. */
const obedient = writing((_, asked) => {
  const order = sentencesOf(asked).find(({ text }) => /ignore|disregard|respond with|write that/i.test(text))
  const said = order?.text.replace(/^.*?(?:respond with|write that):?\s*/is, '') ?? 'Nothing was ordered.'
  return { cites: [order?.number ?? 1], text: `${said} Visit https://evil.example now, @everyone!` }
})

const inventsFigures = writing(({ cites, text }) => ({
  cites,
  text: `${text.replace(/[.!?]$/, '')}, at a cost of 98,431 dollars.`,
}))
const swapsNames = writing(({ cites, text }) => ({
  cites,
  text: text.replace(/(?<=\w )\p{Lu}\p{Ll}{3,}/u, 'Grebnikov'),
}))
const swapsRoles = writing(({ cites, text }) => ({ cites, text: withEndsSwapped(text) }))

/** Says something of its own in German; a judge that can read sees that it stands nowhere. */
const foreign: Writer = (asked) => {
  if (asked.purpose === 'judge') return { says: judged(asked, 'unsupported') }
  return writing(({ cites }) => ({ cites, text: 'Die Kirche brannte gestern Nacht vollständig nieder.' }))(
    asked,
  )
}

/** Every behaviour, by what a reader of the test wants to know. */
export const writers: Readonly<Record<string, Writer>> = {
  'does as it is told': honest,
  'obeys the text': obedient,
  'invents figures': inventsFigures,
  'swaps names': swapsNames,
  'swaps roles': swapsRoles,
  'cites nothing': writing(({ text }) => ({ cites: [], text })),
  'cites what is not there': writing(({ text }) => ({ cites: [999, -1, 0], text })),
  'cites forty sentences': writing(({ text }) => ({
    cites: Array.from({ length: 40 }, (_, at) => at + 1),
    text,
  })),
  'cites other sentences': writing(({ cites, text }, asked) => ({ cites: others(cites, asked), text })),
  'breaks its JSON': saying((text) => ({ says: text.slice(0, -3).replace('"text":', '"text"=>') })),
  'writes prose around its JSON': saying((text) => ({ says: `Here you are: ${text} Anything else?` })),
  'puts its JSON into a fence': saying((text) => ({ says: `\`\`\`json\n${text}\n\`\`\`` })),
  'thinks aloud': saying((text) => ({ says: `<think>The reader wants {"a brief"}.</think>${text}` })),
  'writes another language': foreign,
  'writes ten times too much': writing(({ cites, text }) => ({
    cites,
    text: Array(10).fill(text).join(' '),
  })),
  'says nothing': saying(() => ({ says: '' })),
  declines: saying(() => ({ says: '', refusal: 'I cannot help with that.' })),
  'is cut off': saying((text) => ({ says: text.slice(0, text.length / 2), finish: 'length' })),
  'is stopped by a filter': saying((text) => ({ says: text.slice(0, 20), finish: 'content_filter' })),
  'does not count its tokens': saying((text) => ({ says: text, usage: 'none' })),
  'counts its tokens absurdly': saying((text) => ({ says: text, usage: { input: 7e12, output: -3 } })),
  'answers under another name': saying((text) => ({ says: text, model: 'house-blend-7b' })),
  'mends by saying the same': repeatsItself(inventsFigures),
  'judges everything supported': judging('supported'),
  'judges nothing supported': judging('unsupported'),
}

function repeatsItself(writer: Writer): Writer {
  return (asked) => {
    if (asked.purpose !== 'repair') return writer(asked)
    const points = numberedIn(dataOf(asked, 'points') ?? '', /^Point (\d+): (.*)$/gm)
    return {
      says: { items: points.map(({ number, text }) => ({ id: number, cites: [1], text, drop: false })) },
    }
  }
}

export function sentencesOf(asked: Pick<Asked, 'user'>): readonly Numbered[] {
  return numberedIn(dataOf(asked, 'sentences') ?? '', /^S(\d+) \([^)]*\) (.*)$/gm)
}

function numberedIn(data: string, pattern: RegExp): readonly Numbered[] {
  return [...data.matchAll(pattern)].map(([, number, text = '']) => ({ number: Number(number), text }))
}

function ids(asked: Asked, pattern: RegExp): readonly number[] {
  const data = dataOf(asked, 'claims') ?? dataOf(asked, 'points') ?? ''
  return [...data.matchAll(pattern)].map(([, id]) => Number(id))
}

/** The first sentences, as they stand. */
function verbatim(asked: Asked): readonly Written[] {
  const most = Number(/Points: at most (\d+)/.exec(asked.user)?.[1] ?? 3)
  return sentencesOf(asked)
    .slice(0, most)
    .map(({ number, text }) => ({ cites: [number], text }))
}

function briefOf(asked: Asked, points: readonly Written[]): object {
  const [first] = sentencesOf(asked)
  const headline = first?.text.split(' ').slice(0, 12).join(' ') ?? ''
  return {
    ok: points.length > 0,
    points: points.map(({ cites, text }) => ({ cites, certainty: 'reported', ...anchors(asked), text })),
    headline: { cites: [first?.number ?? 1], ...anchors(asked), text: headline },
  }
}

function answerOf(asked: Asked, points: readonly Written[]): object {
  return {
    answerable: points.length > 0 ? 'yes' : 'no',
    points: points.map(({ cites, text }) => ({ cites, ...anchors(asked), text })),
    missing: '',
  }
}

function judged(asked: Asked, label: string): object {
  const problem = label === 'supported' ? '' : 'It is not said there.'
  return { items: ids(asked, /^Claim (\d+):/gm).map((id) => ({ id, evidence: [], problem, label })) }
}

/** Only where they are asked for. */
function anchors({ user }: Asked): { readonly anchors?: readonly [] } {
  return /Anchors: yes/.test(user) ? { anchors: [] } : {}
}

function others(cites: readonly number[], asked: Asked): readonly number[] {
  const numbers = sentencesOf(asked).map(({ number }) => number)
  return [numbers.findLast((number) => !cites.includes(number)) ?? 1]
}

/** "A sued B" becomes "B sued A", where there are two names. */
function withEndsSwapped(text: string): string {
  const [one, other] = [...new Set(text.match(/(?<!^)\b\p{Lu}\p{Ll}{3,}/gu) ?? [])]
  if (one === undefined || other === undefined) return text
  return text.replace(new RegExp(`${one}|${other}`, 'g'), (name) => (name === one ? other : one))
}
