// What Linux knows of a running process; elsewhere nothing is measured, and zero is said.

import { readFileSync } from 'node:fs'

/** The most resident memory it has had. */
export function peakMemoryMb(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

/** What it has kept the processors busy for, in seconds: fields 14 and 15 of proc(5), in hundredths. */
export function processorSeconds(pid: number | undefined): number {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

/** The first process that it started. */
export function childOf(pid: number | undefined): number | undefined {
  const [child] = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return child === undefined ? undefined : Number(child)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
