// What a test wants to go wrong. Each happens once, to the first call it fits; `ok` lets one pass.

import type { ErrorParameters } from './api-error.ts'

export type Fault =
  | { readonly kind: 'ok' }
  /** Refused in these words; the prefix by code is put before them. Nothing happens. */
  | {
      readonly kind: 'refused'
      readonly code: number
      readonly text: string
      readonly parameters?: ErrorParameters
    }
  | { readonly kind: 'too-many'; readonly retryAfter: number }
  /** The server breaks, after it did what was asked or before. */
  | { readonly kind: 'broken'; readonly as: 'json' | 'html' | 'nonsense'; readonly isAccepted: boolean }
  /** The connection ends without an answer. */
  | { readonly kind: 'dropped'; readonly isAccepted: boolean }
  /** There is never an answer. */
  | { readonly kind: 'silent'; readonly isAccepted: boolean }
  /** What was asked is done at once, its answer takes so long. */
  | { readonly kind: 'slow'; readonly ms: number }

export interface Faults {
  /** For a method, of one chat if it is named. */
  add(where: FaultPlace, faults: readonly Fault[]): void
  take(method: string, chatId: unknown): Fault
  /** Those that never happened, in words. */
  left(): readonly string[]
}

export interface FaultPlace {
  readonly method: string
  readonly chat?: number | string
}

export function createFaults(): Faults {
  const scripted: { readonly place: FaultPlace; readonly fault: Fault }[] = []
  return {
    add: (place, faults) => void scripted.push(...faults.map((fault) => ({ place, fault }))),
    take(method, chatId) {
      const at = scripted.findIndex(({ place }) => fits(place, method, chatId))
      return (at < 0 ? undefined : scripted.splice(at, 1)[0]?.fault) ?? { kind: 'ok' }
    },
    left: () => scripted.map(({ place, fault }) => `${place.method}: ${fault.kind}`),
  }
}

function fits({ method, chat }: FaultPlace, called: string, chatId: unknown): boolean {
  if (method.toLowerCase() !== called.toLowerCase()) return false
  return chat === undefined || String(chat) === String(chatId)
}
