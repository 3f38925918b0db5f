import type { Block, Message } from '../domain.ts'
import type { Problem } from '../ports.ts'
import { texts } from './texts.ts'

/** What was looked at, and what is wrong with it. */
export interface Examined {
  /** `settings`, `database`, `desk`, `model`, `subscriptions`, or a platform. */
  readonly part: string
  readonly problems: readonly Problem[]
}

/** What is well in a line each, what is not with what mends it, worst first. */
export function messageFromProblems(all: readonly Examined[], language: string): Message {
  const say = texts(language).doctor
  const found = all.flatMap(({ part, problems }) => problems.map((problem) => ({ part, ...problem })))
  const inOrder = found.toSorted((one, other) => rank(one) - rank(other))
  const rows = inOrder.map(({ part, level, text, remedy }) => ({
    term: part,
    text: say.level[level](text),
    note: remedy,
  }))
  const well = all.filter(({ problems }) => problems.length === 0).map(({ part }) => part)
  const blocks: Block[] = [{ kind: 'title', text: say.title(found.length) }]
  if (rows.length > 0) blocks.push({ kind: 'rows', rows })
  if (well.length > 0) blocks.push({ kind: 'quiet', text: say.well(well.join(', ')) })
  return { language, blocks }
}

function rank({ level }: Problem): number {
  return level === 'error' ? 0 : 1
}
