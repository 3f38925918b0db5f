export type NumberKind = 'num' | 'pct' | 'money' | 'ord' | 'frac' | 'decade' | 'year' | 'code' | 'score'

export interface NumberMention {
  readonly kind: NumberKind
  readonly value: number
  /** The other side's score. */
  readonly value2?: number
  readonly currency?: string
  /** Size of the last significant digit: 100,000 of "1.2 million", 100 of "3,800", 1 of "37". */
  readonly lastUnit: number
  readonly marker: 'about' | 'more-than' | 'less-than' | ''
  readonly isWord: boolean
  /** Too vague or too common a word to accuse anybody of: "one", "second", "a dozen". */
  readonly isSoft: boolean
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A mention with offsets into the normalised text. */
export interface NumberDraft extends Omit<NumberMention, 'text' | 'marker'> {
  /** What the printed figure was multiplied by: a million of "1.2 million". */
  readonly scale: number
}

/** A draft of which only kind, value and place are particular. */
export function plainDraft(
  own: Pick<NumberDraft, 'kind' | 'value' | 'start' | 'end'> & Partial<NumberDraft>,
): NumberDraft {
  return { lastUnit: 1, scale: 1, isWord: false, isSoft: false, ...own }
}

/** 100 of 3800, 1 of 37, 0.1 of 2.5. */
export function lastUnitOf(value: number): number {
  if (value === 0) return 1
  if (!Number.isInteger(value)) return 0.1
  return 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0)
}
