import type { Traces } from './chain.ts'
import type { Comparison } from './compare.ts'

/** Kills by boundary, and what became of the work, of all chains with the same kind of far end together. */
export interface Table {
  add(traces: Traces, comparison: Comparison): void
  text(): string
}

const KINDS = ['knows keys', 'knows no keys'] as const
const COUNTS = ['kills', 'deliveries', 'lost', 'doubled', 'unknown'] as const

export function createTable(): Table {
  const boundaries = new Map<string, [number, number]>()
  const totals = COUNTS.map(() => [0, 0] as [number, number])

  return {
    add({ knowsKeys, deaths, deliveries }, { lost, doubled, unknown }) {
      const column = knowsKeys ? 0 : 1
      for (const boundary of deaths) {
        const times = boundaries.get(boundary) ?? [0, 0]
        times[column] += 1
        boundaries.set(boundary, times)
      }
      const counts = [deaths.length, deliveries.length, lost.length, doubled.length, unknown]
      for (const [at, total] of totals.entries()) total[column] += counts[at] ?? 0
    },

    text() {
      const rows = [...boundaries].toSorted(([one], [other]) => one.localeCompare(other))
      return [
        row('killed at (far end …)', KINDS),
        ...rows.map(([boundary, times]) => row(boundary, times)),
        '',
        ...COUNTS.map((count, at) => row(count, totals[at] ?? [])),
      ].join('\n')
    },
  }
}

function row(name: string, columns: readonly (string | number)[]): string {
  return [name.padEnd(34), ...columns.map((column) => String(column).padStart(14))].join('')
}
