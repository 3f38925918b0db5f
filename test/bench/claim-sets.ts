// Claims with a label, of ../shared/bench. Texts are read there and kept nowhere.

import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readRows } from './rows.ts'

const BENCH_FOLDER = new URL('../../../shared/bench', import.meta.url).pathname
const SETS = ['frank', 'summedits', 'faithbench', 'qags']

export interface LabelledClaim {
  readonly id: string
  readonly set: string
  /** Where in the set it comes from: a newspaper, a domain. */
  readonly part: string
  readonly claim: string
  readonly source: string
  readonly isSupported: boolean
  /** For edited claims, what was done to them; and whether they have a figure that they did not have before. */
  readonly edits: readonly string[]
  readonly hasNewFigure: boolean
}

/** What is told apart; a claim may belong to several. */
export const GROUPS: readonly { readonly name: string; has(claim: LabelledClaim): boolean }[] = [
  { name: 'frank', has: ({ set }) => set === 'frank' },
  { name: 'frank, cnndm', has: ({ set, part }) => set === 'frank' && part === 'cnndm' },
  { name: 'summedits', has: ({ set }) => set === 'summedits' },
  {
    name: 'summedits, number edits',
    has: ({ set, isSupported, hasNewFigure }) => set === 'summedits' && (isSupported || hasNewFigure),
  },
  {
    name: 'summedits, entity edits',
    has: ({ set, isSupported, edits }) =>
      set === 'summedits' && (isSupported || edits.join() === 'entity_modification'),
  },
  { name: 'summedits, news', has: ({ set, part }) => set === 'summedits' && part === 'news' },
  { name: 'faithbench', has: ({ set }) => set === 'faithbench' },
  { name: 'qags', has: ({ set }) => set === 'qags' },
  { name: 'qags, cnndm', has: ({ set, part }) => set === 'qags' && part === 'cnndm' },
  { name: 'qags, xsum', has: ({ set, part }) => set === 'qags' && part === 'xsum' },
]

interface ClaimRow {
  readonly id: string
  readonly doc_id: string
  readonly source?: string
  readonly domain?: string
  readonly claim: string
  readonly seed_claim?: string
  readonly label: 0 | 1
  readonly edit_types?: readonly string[]
}

/** The claims of one folder, or of the development half of every set in the folder of all sets. */
export function labelledClaims(data: string | undefined): readonly LabelledClaim[] {
  const root = resolve(data ?? BENCH_FOLDER)
  const isOne = existsSync(join(root, 'claims.jsonl.gz'))
  const folders = isOne ? [root] : SETS.map((set) => join(root, set, 'dev'))
  return folders.filter((folder) => existsSync(folder)).flatMap(claimsIn)
}

function claimsIn(folder: string): readonly LabelledClaim[] {
  const set = basename(dirname(folder))
  const sources = new Map(
    readRows<{ doc_id: string; text: string }>(join(folder, 'docs.jsonl.gz')).map((row) => [
      row.doc_id,
      row.text,
    ]),
  )
  return readRows<ClaimRow>(join(folder, 'claims.jsonl.gz')).map((row) => ({
    id: row.id,
    set,
    part: row.source ?? row.domain ?? '',
    claim: row.claim,
    source: sources.get(row.doc_id) ?? '',
    isSupported: row.label === 1,
    edits: row.edit_types ?? [],
    hasNewFigure: row.seed_claim !== undefined && hasNewFigure(row.claim, row.seed_claim),
  }))
}

function hasNewFigure(claim: string, seed: string): boolean {
  const before = figuresOf(seed)
  return [...figuresOf(claim)].some((figure) => !before.has(figure))
}

/** As the sets' own baselines read figures: digits, without the commas in them. */
function figuresOf(text: string): ReadonlySet<string> {
  return new Set((text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((figure) => figure.replaceAll(',', '')))
}
