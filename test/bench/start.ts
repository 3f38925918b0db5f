// A cold process to the printed edition of the sample desk, and the memory it holds, against an empty program on the
// same Node.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Bench, quantile } from './bench.ts'
import { peakMemoryMb } from './processes.ts'

const RUNS = 7
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

interface Run {
  readonly firstBriefMs: number
  readonly wholeMs: number
  readonly residentMb: number
}

export const run: Bench = async () => {
  const ours: Run[] = []
  const empty: Run[] = []
  for (let at = 0; at < RUNS; at++) {
    ours.push(await watched([MAIN, 'start', '--db', 'sqlite:/nowhere/brevier.db']))
    empty.push(await watched(['-e', 'console.log("\\n[1] ready")']))
  }
  const row = (metric: string, unit: string, of: (run: Run) => number) => ({
    metric,
    unit,
    value: quantile(ours.map(of), 0.5),
    reference: quantile(empty.map(of), 0.5),
    referenceName: 'an empty program',
  })
  return [
    row('cold process to the first brief, median', 'ms', (one) => one.firstBriefMs),
    row('whole run, median', 'ms', (one) => one.wholeMs),
    row('resident memory, largest seen', 'MB', (one) => one.residentMb),
  ]
}

/** Runs a program to its end; the first brief is there when its first mark is printed. */
function watched(args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let [firstBriefMs, residentMb] = [0, 0]
    const sample = setInterval(() => {
      residentMb = Math.max(residentMb, peakMemoryMb(child.pid))
    }, 5)
    child.stdout.on('data', (chunk: Buffer) => {
      if (firstBriefMs === 0 && chunk.includes('[1]')) firstBriefMs = performance.now() - startedAt
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(sample)
      if (code === 0) resolve({ firstBriefMs, wholeMs: performance.now() - startedAt, residentMb })
      else reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}
