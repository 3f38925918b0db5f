// What a test wants to go wrong. Each happens once, to the first call it fits; `ok` lets one pass.

export type Fault =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: number; readonly message?: string }
  | {
      readonly kind: 'too-many'
      /** Seconds. */
      readonly retryAfter: number
      readonly scope?: 'user' | 'global' | 'shared'
    }
  /** The server breaks, after it did what was asked or before. */
  | { readonly kind: 'broken'; readonly isAccepted: boolean }
  /** The connection ends without an answer. */
  | { readonly kind: 'dropped'; readonly isAccepted: boolean }
  /** There is never an answer. */
  | { readonly kind: 'silent'; readonly isAccepted: boolean }
  /** What was asked is done at once, its answer takes so long. */
  | { readonly kind: 'slow'; readonly ms: number }

/** `route` as the server names it: `POST /channels/:channel/messages`; of one channel if it is named. */
export interface FaultPlace {
  readonly route: string
  readonly channel?: string
}

export interface Faults {
  add(where: FaultPlace, faults: readonly Fault[]): void
  take(route: string, channel: string | undefined): Fault
  /** Those that never happened, in words. */
  left(): readonly string[]
}

export function createFaults(): Faults {
  const scripted: { readonly place: FaultPlace; readonly fault: Fault }[] = []
  return {
    add: (place, faults) => void scripted.push(...faults.map((fault) => ({ place, fault }))),
    take(route, channel) {
      const at = scripted.findIndex(
        ({ place }) => place.route === route && (place.channel === undefined || place.channel === channel),
      )
      return (at < 0 ? undefined : scripted.splice(at, 1)[0]?.fault) ?? { kind: 'ok' }
    },
    left: () => scripted.map(({ place, fault }) => `${place.route}: ${fault.kind}`),
  }
}
