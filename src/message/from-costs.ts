// What models cost, for the operator: so far, and by what it went to.

import type { Block, Message, ModelCost } from '../domain.ts'
import { dollars } from './money.ts'
import { texts } from './texts.ts'

interface Spent {
  readonly nanoUsd: number
  readonly capNanoUsd?: number
}

export interface CostFacts {
  readonly by: 'chat' | 'model' | 'purpose'
  readonly rows: readonly ModelCost[]
  readonly day: Spent
  readonly month: Spent
}

export function messageFromCosts({ by, rows, day, month }: CostFacts, language: string): Message {
  const say = texts(language).costs
  const overview: Block = {
    kind: 'rows',
    rows: [
      { term: say.today, text: spentText(day, language) },
      { term: say.thisMonth, text: spentText(month, language) },
    ],
  }
  const title: Block = { kind: 'title', text: say.title }
  if (rows.length === 0) return { language, blocks: [title, overview, { kind: 'quiet', text: say.none }] }
  return {
    language,
    blocks: [
      title,
      overview,
      { kind: 'headline', text: say.by[by] },
      { kind: 'rows', rows: rows.map((cost) => costRow(cost, language)) },
    ],
  }
}

/** `$0.12 of $0.50` */
export function spentText({ nanoUsd, capNanoUsd }: Spent, language: string): string {
  const say = texts(language).costs
  return capNanoUsd === undefined
    ? say.noCap(dollars(nanoUsd))
    : say.of(dollars(nanoUsd), dollars(capNanoUsd))
}

function costRow({ key, calls, failed, input, output, nanoUsd, unpriced }: ModelCost, language: string) {
  const say = texts(language).costs
  const parts = [
    dollars(nanoUsd),
    say.calls(calls),
    say.tokens(input, output),
    ...(failed > 0 ? [say.failed(failed)] : []),
    ...(unpriced > 0 ? [say.unpriced(unpriced)] : []),
  ]
  return { term: key ?? say.nobody, text: parts.join(' · ') }
}
