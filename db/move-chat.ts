// A chat with a new address: whatever names the old one names the new one. Threads move with their chat. Where the new
// address is known already, the two become one, and what was known of the new one counts.

import { type SqlBool, sql } from 'kysely'
import type { Chat, InboundEvent } from '../src/domain.ts'
import { ADDRESS, addressOf, chatOf, findChat } from './chat-row.ts'
import type { Queries } from './database.ts'
import { setHeads } from './outbox.ts'
import { placeOf, textOf } from './places.ts'

export async function moveChat(queries: Queries, from: Chat, to: Chat): Promise<void> {
  await moveRows(queries, from, to)
  await moveEvents(queries, from, to)
  await moveConversations(queries, from, to)
  if (from.kind === 'private') await moveOwner(queries, from, to)
}

/** The address that a chat has after the move; undefined for chats that stay where they are. */
function addressAfter(chat: Chat, from: Chat, to: Chat): Chat | undefined {
  if (chat.platform !== from.platform || chat.id !== from.id) return undefined
  if (chat.thread === from.thread) return to
  if (from.thread !== undefined || chat.thread === undefined) return undefined
  return { platform: to.platform, id: to.id, thread: chat.thread, kind: chat.kind }
}

async function moveRows(queries: Queries, from: Chat, to: Chat): Promise<void> {
  const rows = await queries
    .selectFrom('chats')
    .select(['number', ...ADDRESS])
    .where('platform', '=', from.platform)
    .where('id', '=', from.id)
    .execute()
  for (const row of rows) {
    const after = addressAfter(chatOf(row), from, to)
    if (!after) continue
    const there = await findChat(queries, after)
    if (there === undefined) await readdress(queries, row.number, after)
    else await merge(queries, row.number, there)
  }
}

async function readdress(queries: Queries, number: number, chat: Chat): Promise<void> {
  await queries
    .updateTable('chats')
    .set({ ...addressOf(chat), kind: chat.kind })
    .where('number', '=', number)
    .execute()
}

async function merge(queries: Queries, from: number, into: number): Promise<void> {
  await queries.updateTable('subscriptions').set({ chat: into }).where('chat', '=', from).execute()
  await queries.updateTable('deliveries').set({ chat: into }).where('chat', '=', from).execute()
  await queries.updateTable('notice_chats').set({ chat: into }).where('chat', '=', from).execute()
  await queries.deleteFrom('chats').where('number', '=', from).execute()
  await setHeads(queries, [into])
}

async function moveEvents(queries: Queries, from: Chat, to: Chat): Promise<void> {
  const rows = await queries
    .selectFrom('inbox')
    .select(['number', 'event'])
    .where(beginsWith('chat', placeOf(from)))
    .execute()
  for (const row of rows) {
    const event = JSON.parse(row.event) as InboundEvent
    const chat = addressAfter(event.chat, from, to)
    if (!chat) continue
    await queries
      .updateTable('inbox')
      .set({ chat: placeOf(chat), event: JSON.stringify({ ...event, chat }) })
      .where('number', '=', row.number)
      .execute()
  }
}

/** A conversation's key begins with its place; see `src/chat`. */
async function moveConversations(queries: Queries, from: Chat, to: Chat): Promise<void> {
  const rows = await queries
    .selectFrom('conversations')
    .select(['number', 'key'])
    .where(beginsWith('key', placeOf(from)))
    .execute()
  for (const { number, key } of rows) {
    const after = keyAfter(key, from, to)
    if (after === undefined) continue
    const there = await conversationOf(queries, after)
    if (there === undefined)
      await queries.updateTable('conversations').set({ key: after }).where('number', '=', number).execute()
    else await mergeConversations(queries, number, there)
  }
}

function keyAfter(key: string, from: Chat, to: Chat): string | undefined {
  const rest = key.slice(placeOf(from).length)
  if (rest.startsWith(' ')) return placeOf(to) + rest
  if (rest.startsWith('/') && from.thread === undefined) return `${to.platform}:${to.id}${rest}`
  return undefined
}

async function conversationOf(queries: Queries, key: string): Promise<number | undefined> {
  const row = await queries
    .selectFrom('conversations')
    .select('number')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.number
}

async function mergeConversations(queries: Queries, from: number, into: number): Promise<void> {
  await queries.updateTable('answers').set({ conversation: into }).where('conversation', '=', from).execute()
  await queries.deleteFrom('conversations').where('number', '=', from).execute()
}

/** Where a person's private chat is named as the person is, both have moved. */
async function moveOwner(queries: Queries, from: Chat, to: Chat): Promise<void> {
  await queries
    .updateTable('subscriptions')
    .set({ owner: textOf(to) })
    .where('owner', '=', textOf(from))
    .execute()
  await queries
    .updateTable('notice_chats')
    .set({ person: textOf(to) })
    .where('person', '=', textOf(from))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notice_chats as own').select('own.chat').where('own.person', '=', textOf(to)))),
    )
    .execute()
}

/** Holds for all rows to be looked at, and for some that are not. */
function beginsWith(column: 'chat' | 'key', text: string) {
  return sql<SqlBool>`instr(${sql.ref(column)}, ${text}) = 1`
}
