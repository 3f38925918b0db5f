import { sql } from 'kysely'
import type { Chat } from '../src/domain.ts'
import type { Queries } from './database.ts'
import { present } from './present.ts'
import type { ChatTable } from './schema.ts'

/** A chat's address within a row of something that is sent to it. */
export type AddressRow = Pick<ChatTable, 'platform' | 'thread' | 'kind'> & { readonly address: string }

/** The columns of `chats` that `chatOf` reads; `id` by another name, since it means the chat's and not the row's. */
export const ADDRESS = ['chats.platform', 'chats.id as address', 'chats.thread', 'chats.kind'] as const

export function chatOf(row: AddressRow): Chat {
  return {
    platform: row.platform,
    id: row.address,
    kind: row.kind as Chat['kind'],
    ...present({ thread: row.thread === '' ? null : row.thread }),
  }
}

/** What makes two chats the same. */
export function addressOf({ platform, id, thread = '' }: Chat) {
  return { platform, id, thread }
}

export async function findChat(queries: Queries, chat: Chat): Promise<number | undefined> {
  const { platform, id, thread } = addressOf(chat)
  const row = await queries
    .selectFrom('chats')
    .select('number')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .where('thread', '=', thread)
    .executeTakeFirst()
  return row?.number
}

/** The chat's number, stored now if it was not; what kind it is said to be now counts. */
export async function numberOfChat(queries: Queries, chat: Chat): Promise<number> {
  const { number } = await queries
    .insertInto('chats')
    .values({ ...addressOf(chat), kind: chat.kind })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'id', 'thread']).doUpdateSet({ kind: sql`excluded.kind` }),
    )
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}
