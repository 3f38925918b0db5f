// What a bench is: it measures, and gives rows; the runner prints them.

export interface Measurement {
  readonly metric: string
  readonly value: number
  readonly unit?: string
  /** The same work done by the reference, in the same run. */
  readonly reference?: number
  readonly referenceName?: string
}

export interface BenchOptions {
  /** A folder with the data to measure on, where a bench takes one. */
  readonly data?: string
  /** Where to write what was predicted, for other scorers, where a bench does. */
  readonly out?: string
}

export type Bench = (options: BenchOptions) => Promise<readonly Measurement[]>

/** The p-quantile (0 to 1) of some times, by the nearest rank. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN
}
