import type { Selectable } from 'kysely'
import type { Delivery, DeliveryState, Payload, Reason } from '../src/domain.ts'
import { ADDRESS, type AddressRow, chatOf } from './chat-row.ts'
import type { Queries } from './database.ts'
import { idOf } from './ids.ts'
import { fromJson } from './json.ts'
import { present } from './present.ts'
import type { DeliveryTable } from './schema.ts'

export type DeliveryRow = Selectable<DeliveryTable> & AddressRow

/** Rows of deliveries as `deliveryOf` reads them, to be narrowed down. */
export function deliveryRows(queries: Queries) {
  return queries
    .selectFrom('deliveries')
    .innerJoin('chats', 'chats.number', 'deliveries.chat')
    .selectAll('deliveries')
    .select(ADDRESS)
}

export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    id: idOf('delivery', row.number),
    messageKey: row.message_key,
    part: row.part,
    parts: row.parts,
    chat: chatOf(row),
    payload: JSON.parse(row.payload) as Payload,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    whenUnknown: row.when_unknown as Delivery['whenUnknown'],
    state: row.state as DeliveryState,
    attempt: row.attempt,
    isResent: row.is_resent === 1,
    isPlain: row.is_plain === 1,
    isMoved: row.is_moved === 1,
    createdAt: row.created_at,
    ...present({
      editionId: row.edition === null ? null : idOf('edition', row.edition),
      sendingAt: row.sending_at,
      receipt: row.receipt,
      reason: fromJson<Reason>(row.reason),
      settledAt: row.settled_at,
    }),
  }
}
