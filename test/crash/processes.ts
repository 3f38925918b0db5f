// Starts processes of the harness and hears how they end.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { deskBundle } from './bundle.ts'
import type { Order, Said } from './desk-process.ts'

/** What a kill from outside hit nobody knows. */
export const ANY_MOMENT = 'any moment'

export type End = Extract<Said, { kind: 'killed' | 'quiet' }>

/** Runs one process to its end, or kills it so many milliseconds after it has opened its store. Rejects when it fails. */
export async function runProcess(order: Order, killAfterMs?: number): Promise<End> {
  const { script, compileCache } = await deskBundle()
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compileCache },
  })
  const complaints = text(child.stderr)
  let [at, timer]: [number, NodeJS.Timeout | undefined] = [order.startAt, undefined]
  let end: End | undefined
  createInterface(child.stdout).on('line', (line) => {
    const said = JSON.parse(line) as Said
    at = said.at
    if (said.kind !== 'time') end = said
    if (killAfterMs !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  clearTimeout(timer)
  if (signal === 'SIGKILL') return end ?? { kind: 'killed', at, boundary: ANY_MOMENT }
  if (code !== 0 || !end) throw new Error(`a desk ended with ${code ?? signal}: ${await complaints}`)
  return end
}
