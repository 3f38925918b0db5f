// One kind of due row: claims no more than there is room for, handles rows side by side, and knows when it last moved. A
// row that fails is logged and comes back when its lease ends; the others never notice.

import { reasonOf } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'

export interface StageParts<Row> {
  readonly name: string
  readonly atOnce: number
  /** Rows under way and none ended for so long: the stage is stuck. */
  readonly stuckAfterMs: number
  claim(now: number, limit: number): Promise<readonly Row[]>
  idOf(row: Row): string
  handle(row: Row, signal: AbortSignal): Promise<void>
}

export interface Stage {
  readonly name: string
  /** Claims what is due and begins it; resolves to how many rows, without waiting for them. */
  claim(signal: AbortSignal): Promise<number>
  /** Resolves when nothing is under way. */
  ended(): Promise<void>
  state(now: number): StageState
}

export interface StageState {
  readonly name: string
  readonly underWay: number
  /** For how long nothing has moved that should have. */
  readonly stuckMs?: number
  /** Why rows could not be claimed last time. */
  readonly problem?: string
}

export function createStage<Row>(
  { clock, log, onEnd }: { readonly clock: Clock; readonly log: Log; readonly onEnd: () => void },
  { name, atOnce, stuckAfterMs, claim, idOf, handle }: StageParts<Row>,
): Stage {
  const underWay = new Map<string, Promise<void>>()
  let movedAt = clock.now()
  let problem: string | undefined

  /** A row whose lease ended while it is still handled here goes on; it is not handled a second time. */
  function begin(row: Row, signal: AbortSignal): void {
    const id = idOf(row)
    if (underWay.has(id)) return
    if (underWay.size === 0) movedAt = clock.now()
    const handling = handle(row, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) log.error(`${name}: a row stays due`, { row: id, error: reasonOf(error) })
      })
      .finally(() => {
        movedAt = clock.now()
        underWay.delete(id)
        onEnd()
      })
    underWay.set(id, handling)
  }

  return {
    name,

    async claim(signal) {
      const room = atOnce - underWay.size
      if (room <= 0) return 0
      try {
        const rows = await claim(clock.now(), room)
        for (const row of rows) begin(row, signal)
        problem = undefined
        return rows.length
      } catch (error) {
        if (problem === undefined) log.error(`${name}: nothing can be claimed`, { error: reasonOf(error) })
        problem = reasonOf(error)
        return 0
      }
    },

    async ended() {
      while (underWay.size > 0) await Promise.all(underWay.values())
    },

    state(now) {
      const stillMs = underWay.size > 0 ? now - movedAt : 0
      return {
        name,
        underWay: underWay.size,
        ...(stillMs > stuckAfterMs && { stuckMs: stillMs }),
        ...(problem !== undefined && { problem }),
      }
    },
  }
}
