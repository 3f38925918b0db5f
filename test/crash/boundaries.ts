// The places at which a process may die: before and after everything that writes, and on the way of a send.

import { writeSync } from 'node:fs'
import type { Store } from '../../src/ports.ts'

/** Passes the boundary of that name; or does not. */
export type Pass = (name: string) => void

/** When a process dies: at its so many-th boundary, or at the first with one of the names. */
export interface Death {
  readonly at?: number
  readonly names?: readonly string[]
}

/** Lines to the parent, written before anything else can happen. */
export function tellParent(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

/** Ends this process with SIGKILL at its death, as a power cut or the kernel would. */
export function createPass(death: Death, now: () => number): Pass & { readonly passed: () => object } {
  const counts = new Map<string, number>()
  let count = 0
  const pass = (name: string) => {
    count += 1
    counts.set(name, (counts.get(name) ?? 0) + 1)
    if (count !== death.at && !death.names?.includes(name)) return
    tellParent({ kind: 'killed', boundary: name, at: now() })
    process.kill(process.pid, 'SIGKILL')
  }
  return Object.assign(pass, { passed: () => Object.fromEntries(counts) })
}

/** Mostly they find nothing and then write nothing: a boundary is only behind those that took something. */
const CLAIMS: ReadonlySet<string> = new Set<keyof Store>([
  'claimEvents',
  'claimDeliveries',
  'claimUnknown',
  'claimSubscriptions',
  'claimFeeds',
  'expireDeliveries',
])

const WRITES: ReadonlySet<string> = new Set<keyof Store>([
  'endLeases',
  'saveArticles',
  'placeArticles',
  'saveBrief',
  'conversationOf',
  'openConversation',
  'saveAnswer',
  'setShown',
  'settleFeed',
  'acceptEvent',
  'settleEvent',
  'openEdition',
  'completeEdition',
  'enqueue',
  'startSending',
  'settleDelivery',
  'pauseChat',
  'resumeChat',
  'moveChat',
])

/** The store, with a boundary before and after each of its writes. */
export function withBoundaries(store: Store, pass: Pass): Store {
  return new Proxy(store, {
    get(target, name: string, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function' || !(WRITES.has(name) || CLAIMS.has(name))) return method
      return async (...given: readonly unknown[]) => {
        if (WRITES.has(name)) pass(`${name}: before`)
        const result: unknown = await method.apply(target, given)
        if (WRITES.has(name) || hasTaken(result)) pass(`${name}: after`)
        return result
      }
    },
  })
}

function hasTaken(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : result !== 0
}
