// What the bot has not yet heard of. Ids rise by one; what nobody fetches is kept for a day, a press of a button for 150 seconds.

import type { Clock } from '../../../src/ports.ts'
import type { UpdateBody, WireUpdate } from './wire.ts'

const KEPT_MS = 24 * 3_600_000
const QUERY_KEPT_MS = 150_000
/** Ids that much beyond the next are from the future. */
const FUTURE = 10
/** Kinds that come only when they are asked for by name. */
const NOT_BY_DEFAULT: ReadonlySet<string> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
])

export interface UpdateQueue {
  /** The id, or undefined when the bot did not ask for this kind. */
  push(body: UpdateBody): number | undefined
  pending(): readonly WireUpdate[]
  /** Everything before that id is done with. An id from the future says nothing, and confirms nothing. */
  confirm(before: number): void
  /** Only the last so many remain. */
  keepLast(count: number): void
  remove(id: number): void
  /** It comes once more, under its old id, though it was confirmed. */
  repeat(id: number): void
  /** Stays in force until it is changed; an empty list is the default one. */
  allow(kinds: readonly string[] | undefined): void
  allowed(): readonly string[] | undefined
  /** The server forgets how far it had counted, as it does after a week without updates. */
  continueAt(id: number): void
  /** Calls back whenever something arrives; gives the way to end that. */
  onArrival(listener: (update: WireUpdate) => void): () => void
}

interface Kept {
  readonly update: WireUpdate
  readonly expiresAt: number
}

export function createUpdateQueue(clock: Clock, firstId = 500_001): UpdateQueue {
  let nextId = firstId
  let kept: Kept[] = []
  let allowed: readonly string[] | undefined
  const pushed = new Map<number, WireUpdate>()
  const listeners = new Set<(update: WireUpdate) => void>()

  const isWanted = (kind: string) => (allowed ? allowed.includes(kind) : !NOT_BY_DEFAULT.has(kind))
  const drop = (isDone: (id: number) => boolean) => {
    kept = kept.filter(({ update }) => !isDone(update.update_id))
  }

  function keep(update: WireUpdate): void {
    kept.push({ update, expiresAt: clock.now() + (update.callback_query ? QUERY_KEPT_MS : KEPT_MS) })
    for (const listener of [...listeners]) listener(update)
  }

  return {
    push(body) {
      const kind = Object.keys(body)[0] ?? ''
      if (!isWanted(kind)) return undefined
      const update = { update_id: nextId, ...body }
      nextId += 1
      pushed.set(update.update_id, update)
      keep(update)
      return update.update_id
    },
    pending() {
      kept = kept.filter(({ expiresAt }) => expiresAt > clock.now())
      return kept.map(({ update }) => update)
    },
    confirm: (before) => drop((id) => id < before && before <= nextId + FUTURE),
    repeat(id) {
      const update = pushed.get(id)
      if (!update) throw new Error(`there was no update ${id}`)
      keep(update)
    },
    keepLast(count) {
      kept = count > 0 ? kept.slice(-count) : []
    },
    remove: (gone) => drop((id) => id === gone),
    allow(kinds) {
      if (kinds) allowed = kinds.length > 0 ? kinds : undefined
    },
    allowed: () => allowed,
    continueAt(id) {
      nextId = id
    },
    onArrival(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
