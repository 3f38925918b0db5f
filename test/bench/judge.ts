// npm run bench -- judge [--out src/summarizer/judges.json]: can the configured model judge? It reads points that are faithful to their
// sentences, and the same points made false in a known way. With --out its score is recorded there, which is what lets it judge.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { openSqlite } from '../../db/sqlite.ts'
import type { Prompts } from '../../prompts/index.ts'
import { systemClock } from '../../src/clock.ts'
import { composeModel } from '../../src/compose/model.ts'
import { readSettings } from '../../src/config.ts'
import { UserError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import type { Model } from '../../src/ports.ts'
import { createCalls } from '../../src/summarizer/ask-model.ts'
import { isGoodEnough, type JudgeScore, judge } from '../../src/summarizer/judge.ts'
import type { Bench, Measurement } from './bench.ts'
import { type Corrupted, corruptions } from './corrupt.ts'
import { type FaithfulPoint, ownPoints } from './faithful-points.ts'
import { randomFrom } from './random.ts'

const SEED = 20_260_303
/** Claims in one request, as a brief has points. */
const TOGETHER = 4
const CALL_MS = 120_000
/** A judge is not asked whether there is a citation. */
const NOT_FOR_JUDGES = 'citation missing or out of range'

export interface JudgedClaim {
  readonly kind: string
  readonly language: string
  readonly text: string
  readonly isFaithful: boolean
  readonly isCalledSupported: boolean
}

export const run: Bench = async ({ out }) => {
  const store = await openSqlite({ file: ':memory:' })
  try {
    const parts = {
      store,
      clock: systemClock,
      log: createLog({ level: 'error', json: false, write: (line) => void process.stderr.write(line) }),
    }
    const composed = await composeModel(readSettings(process.env), parts)
    if (!composed)
      throw new UserError('No model is configured. Set OPENAI_API_KEY, or OPENAI_BASE_URL and a model.')
    const { model, prompts } = composed
    const judged = await judgeClaims(model, prompts)
    const score = scoreOf(judged)
    if (out !== undefined)
      record(out, model.nameFor('judge'), { ...score, prompt: prompts.versionOf('judge') })
    return measurementsOf(judged, score)
  } finally {
    await store.close()
  }
}

/** Every point, and one that was made of it, each kind of corruption in turn, in no telling order. Rejects with the first call that fails. */
export async function judgeClaims(
  model: Model,
  prompts: Prompts,
  points: readonly FaithfulPoint[] = ownPoints(),
): Promise<readonly JudgedClaim[]> {
  const random = randomFrom(SEED)
  const claims = points
    .flatMap((point, at) => {
      const faithful = { point, ...point, kind: 'faithful' }
      const made = corruptedFrom(point, at)
      return made ? [faithful, { point, ...made }] : [faithful]
    })
    .map((claim) => ({ claim, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ claim }) => claim)
  const judged: JudgedClaim[] = []
  for (let from = 0; from < claims.length; from += TOGETHER) {
    const together = claims.slice(from, from + TOGETHER)
    const calls = createCalls(model, {
      deadlineAt: Date.now() + CALL_MS,
      signal: AbortSignal.timeout(CALL_MS),
    })
    const drafts = together.map(({ point, text, cites }) => ({
      text,
      cited: point.evidence.sentences.filter(({ number }) => cites.includes(number)),
      verdict: 'doubtful' as const,
      findings: [],
    }))
    const verdicts = await judge(drafts, { calls, prompts })
    for (const [at, { kind, text, point }] of together.entries()) {
      const isFaithful = kind === 'faithful'
      judged.push({
        kind,
        language: point.language,
        text,
        isFaithful,
        isCalledSupported: verdicts[at] === undefined,
      })
    }
  }
  return judged
}

function corruptedFrom(
  point: FaithfulPoint,
  at: number,
): (Corrupted & { readonly kind: string }) | undefined {
  const kinds = corruptions.filter(({ kind }) => kind !== NOT_FOR_JUDGES)
  for (let next = 0; next < kinds.length; next++) {
    const one = kinds[(at + next) % kinds.length]
    const [made] = one?.of(point, randomFrom(SEED + at)) ?? []
    if (one && made) return { ...made, kind: one.kind }
  }
  return undefined
}

export function scoreOf(judged: readonly JudgedClaim[]): JudgeScore {
  const share = (of: readonly JudgedClaim[]) => of.filter((one) => one.isCalledSupported).length / of.length
  const kept = share(judged.filter(({ isFaithful }) => isFaithful))
  const passed = share(judged.filter(({ isFaithful }) => !isFaithful))
  return { balancedAccuracy: rounded((kept + 1 - passed) / 2), falseAlarms: rounded(1 - kept) }
}

function rounded(share: number): number {
  return Math.round(share * 1_000) / 1_000
}

/** Beside what is recorded of other models. */
function record(file: string, model: string, score: JudgeScore): void {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, JudgeScore>) : {}
  writeFileSync(file, `${JSON.stringify({ ...known, [model]: score }, undefined, 2)}\n`)
}

function measurementsOf(judged: readonly JudgedClaim[], score: JudgeScore): readonly Measurement[] {
  const languages = Map.groupBy(judged, ({ language }) => language)
  const kinds = Map.groupBy(
    judged.filter(({ isFaithful }) => !isFaithful),
    ({ kind }) => kind,
  )
  return [
    { metric: 'claims', value: judged.length },
    {
      metric: 'balanced accuracy',
      value: score.balancedAccuracy,
      reference: 0.75,
      referenceName: 'at least, to be asked',
    },
    { metric: 'false alarms', value: score.falseAlarms, reference: 0.1, referenceName: 'at most' },
    ...[...languages].map(([language, own]) => ({
      metric: `${language}: balanced accuracy`,
      value: scoreOf(own).balancedAccuracy,
    })),
    ...[...kinds].map(([kind, own]) => ({
      metric: `caught: ${kind} (${own.length})`,
      value: own.filter((one) => !one.isCalledSupported).length / own.length,
    })),
    { metric: 'good enough to judge', value: Number(isGoodEnough(score)) },
  ]
}
