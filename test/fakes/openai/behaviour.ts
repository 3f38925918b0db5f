// What the fake model server does with one request.

export interface WireUsage {
  readonly input: number
  readonly output: number
  readonly cached?: number
  readonly cacheWrite?: number
  readonly reasoning?: number
}

/** A reply of the model. */
export interface Said {
  /** A value is sent as its JSON. */
  readonly says: unknown
  readonly finish?: 'stop' | 'length' | 'content_filter'
  readonly refusal?: string
  /** The text comes as a list of parts, as some servers have it. */
  readonly isInParts?: true
  /** What the model thought, in the field that local servers have for it. */
  readonly reasoning?: string
  /** Counted by words when absent; `none` leaves it out of the reply. */
  readonly usage?: WireUsage | 'none'
  /** Another model than the one that was asked for. */
  readonly model?: string
  readonly tier?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Behaviour =
  | Said
  | {
      readonly status: number
      readonly error?: {
        readonly message?: string
        readonly code?: string
        readonly type?: string
        readonly param?: string
      }
      readonly headers?: Readonly<Record<string, string>>
    }
  /** A page where JSON should be, as a portal of a hotel gives. */
  | { readonly html: string }
  /** Says nothing, for ever. */
  | { readonly hang: true }
  /** Begins to answer and never ends. */
  | { readonly trickle: true }
  /** Cuts the connection, before or within the reply. */
  | { readonly cut: 'before' | 'within' }

export function isSaid(behaviour: Behaviour): behaviour is Said {
  return 'says' in behaviour
}

export function textOf({ says }: Said): string {
  return typeof says === 'string' ? says : JSON.stringify(says)
}

/** As good as any count: words of what was asked and said. */
export function usageOf(
  said: Said,
  asked: { readonly system: string; readonly user: string },
): Required<WireUsage> {
  const given = said.usage === 'none' || said.usage === undefined ? undefined : said.usage
  return {
    input: given?.input ?? wordsIn(asked.system) + wordsIn(asked.user),
    output: given?.output ?? Math.max(1, wordsIn(textOf(said))),
    cached: given?.cached ?? 0,
    cacheWrite: given?.cacheWrite ?? 0,
    reasoning: given?.reasoning ?? 0,
  }
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
