// npm run bench -- refusal [--data <folder of realtimeqa, multihop-rag-lite or squad2>]: are questions refused that the
// store does not answer, and those answered that it does? `closest` asserts nothing and counts as refused.

import { answerQuestion } from '../../src/answers/answer.ts'
import { type AnswerableSet, answerableSets } from './answerable-sets.ts'
import type { Measurement } from './bench.ts'

export async function run({ data }: { data?: string }): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = []
  for await (const set of answerableSets(data)) measurements.push(...(await ofSet(set)))
  return measurements
}

async function ofSet({ name, store, asked }: AnswerableSet): Promise<readonly Measurement[]> {
  const clock = { now: () => 0, sleep: async () => {} }
  const refused: {
    readonly isAnswerable: boolean
    readonly isRefused: boolean
    readonly isOutright: boolean
  }[] = []
  for (const { question, now, isAnswerable } of asked) {
    const conversation = { id: 'c1', key: 'c1', turns: [] }
    const { answer } = await answerQuestion({ store, clock }, { question, conversation, now })
    refused.push({
      isAnswerable,
      isRefused: answer.kind !== 'answered',
      isOutright: answer.kind === 'refused',
    })
  }
  const without = refused.filter(({ isAnswerable }) => !isAnswerable)
  const withAnswer = refused.filter(({ isAnswerable }) => isAnswerable)
  const nullRefused = shareOf(without, ({ isRefused }) => isRefused)
  const falseRefusals = shareOf(withAnswer, ({ isRefused }) => isRefused)
  return [
    { metric: `${name}: null refused`, value: nullRefused },
    { metric: `${name}: null refused outright`, value: shareOf(without, ({ isOutright }) => isOutright) },
    { metric: `${name}: false refusals`, value: falseRefusals },
    {
      metric: `${name}: balanced accuracy`,
      value: (nullRefused + 1 - falseRefusals) / 2,
      reference: 0.5,
      referenceName: 'always answer',
    },
  ]
}

function shareOf<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(is).length / items.length
}
