// npm run bench -- grounding [--data <folder of frank, summedits or qags>]: what the checks catch of points that were made
// false in a known way, and how often they accuse a faithful one. Deterministic: the same seed, the same figures.

import { basename, dirname, resolve } from 'node:path'
import { type CheckedDraft, checkDraft } from '../../src/summarizer/check-draft.ts'
import type { BenchOptions, Measurement } from './bench.ts'
import { type Corrupted, corruptions } from './corrupt.ts'
import { type FaithfulPoint, ownPoints, pointsFrom } from './faithful-points.ts'
import { randomFrom } from './random.ts'

/** What must be caught, by kind of corruption: failed for certain, or noticed at all (grounding 13.2). */
const GOALS: Readonly<Record<string, { readonly fail?: number; readonly any?: number }>> = {
  'figure absent from the evidence': { fail: 0.995 },
  'figure changed at random': { fail: 0.95, any: 0.97 },
  'figure of another fact of the article': { any: 0.8 },
  'magnitude, percent or currency': { fail: 0.98 },
  'name absent from the evidence': { fail: 0.97, any: 0.995 },
  'name of another in the article': { any: 0.7 },
  date: { fail: 0.95 },
  'quote altered': { fail: 1 },
  'citation missing or out of range': { fail: 1 },
  'negation put in or taken out': { any: 0.55 },
  'direction turned': { any: 0.6 },
}
const MOST_FALSE_ALARMS = 0.02
const MOST_FALSE_FIGURES = 0.005
const SEED = 20_260_303

export async function run({ data }: BenchOptions): Promise<readonly Measurement[]> {
  const sets = data === undefined ? ownSets() : [{ name: setName(data), points: pointsFrom(data) }]
  return sets.flatMap(({ name, points }) => [...falseAlarms(name, points), ...recall(name, points)])
}

function ownSets() {
  const all = ownPoints()
  const languages = [...new Set(all.map(({ language }) => language))]
  return [
    ...languages.map((language) => ({
      name: language,
      points: all.filter((point) => point.language === language),
    })),
    { name: 'all', points: all },
  ]
}

function setName(data: string): string {
  return basename(dirname(resolve(data)))
}

function checked(point: FaithfulPoint, { text, cites }: Corrupted, mode: 'paraphrase' | 'compress') {
  return checkDraft({ text, cites }, point.evidence, { mode, language: point.language })
}

function falseAlarms(name: string, points: readonly FaithfulPoint[]): readonly Measurement[] {
  const found = points.map((point) => checked(point, point, 'paraphrase'))
  const close = points.map((point) => checked(point, point, 'compress'))
  const share = (of: readonly CheckedDraft[], is: (one: CheckedDraft) => boolean) =>
    of.filter(is).length / of.length
  const failsFigure = ({ findings }: CheckedDraft) =>
    findings.some(({ kind, level }) => kind === 'number' && level === 'fail')
  return [
    { metric: `${name}: faithful points`, value: points.length },
    {
      metric: `${name}: false alarms that fail`,
      value: share(found, failsInContent),
      reference: MOST_FALSE_ALARMS,
      referenceName: 'at most',
    },
    {
      metric: `${name}: false alarms of figures`,
      value: share(found, failsFigure),
      reference: MOST_FALSE_FIGURES,
      referenceName: 'at most',
    },
    {
      metric: `${name}: faithful and doubtful`,
      value: share(found, ({ verdict }) => verdict === 'doubtful'),
    },
    {
      metric: `${name}: faithful and not close to the source`,
      value: share(close, ({ verdict }) => verdict === 'fail'),
    },
  ]
}

/** Sets that were cut into words by tools have marks and halves of sentences that no fault of the claim are. */
function failsInContent({ findings }: CheckedDraft): boolean {
  return findings.some(({ kind, level }) => level === 'fail' && kind !== 'markup' && kind !== 'form')
}

function recall(name: string, points: readonly FaithfulPoint[]): readonly Measurement[] {
  return corruptions.flatMap(({ kind, of }) => {
    const random = randomFrom(SEED)
    const found = points.flatMap((point) =>
      of(point, random).map((corrupted) => ({
        free: checked(point, corrupted, 'paraphrase'),
        close: checked(point, corrupted, 'compress'),
      })),
    )
    if (found.length === 0) return []
    const share = (is: (one: (typeof found)[number]) => boolean) => found.filter(is).length / found.length
    const goal = GOALS[kind]
    const label = `${name}: ${kind} (${found.length})`
    return [
      {
        metric: `${label}, failed`,
        value: share(({ free }) => free.verdict === 'fail'),
        ...(goal?.fail !== undefined && { reference: goal.fail, referenceName: 'at least' }),
      },
      {
        metric: `${label}, noticed`,
        value: share(({ free }) => free.findings.length > 0),
        ...(goal?.any !== undefined && { reference: goal.any, referenceName: 'at least' }),
      },
      {
        metric: `${label}, not sent where no judge is`,
        value: share(({ close }) => close.verdict !== 'pass'),
      },
    ]
  })
}
