// What each prompt is given. `values` are words of ours and stand in a line; `data` is text from outside and stands in a fence.
// A prompt's file must use each of them, and nothing else.

import type { ModelPurpose } from '../src/domain.ts'

export const promptInputs = {
  /** `mode`: compress or paraphrase; `anchors`: yes or no; `sentences`: `S1 (source, date) text`, one a line. */
  brief: { values: ['language', 'mode', 'points', 'words', 'anchors'], data: ['sentences', 'differences'] },
  /** `claims`: numbered points, each with the sentences that it cites. */
  judge: { values: [], data: ['claims'] },
  /** `points`: numbered points that failed, each with what was found and its sentences. */
  repair: { values: ['language', 'mode'], data: ['points'] },
  query: { values: ['language'], data: ['turns', 'names', 'question'] },
  answer: { values: ['language', 'mode', 'points', 'anchors', 'today'], data: ['sentences', 'question'] },
  /** `points`: numbered sentences to be said in `language`. */
  translation: { values: ['language'], data: ['points'] },
} as const satisfies Record<
  ModelPurpose,
  { readonly values: readonly string[]; readonly data: readonly string[] }
>

type Inputs = typeof promptInputs

/** By name, what a prompt must be given: no more and no less. */
export type PromptValues<P extends ModelPurpose> = Readonly<
  Record<Inputs[P]['values'][number] | Inputs[P]['data'][number], string>
>
