import type { Chat, PausedChat, Reason } from '../src/domain.ts'
import type { ChatStore } from '../src/ports.ts'
import { ADDRESS, addressOf, chatOf, findChat, numberOfChat } from './chat-row.ts'
import type { Database } from './database.ts'
import { moveChat } from './move-chat.ts'
import { enqueue, setHeads } from './outbox.ts'
import { textOf } from './places.ts'

export function createChats(database: Database): ChatStore {
  return {
    pauseChat: (chat, reason, notices, now) =>
      database.write(async (queries) => {
        const number = await numberOfChat(queries, chat)
        const paused = await queries
          .updateTable('chats')
          .set({ paused_at: now, pause_reason: JSON.stringify(reason), head: null, due_at: null })
          .where('number', '=', number)
          .where('paused_at', 'is', null)
          .returning('number')
          .executeTakeFirst()
        if (paused) await enqueue(queries, notices, now)
        return paused !== undefined
      }),

    resumeChat: (chat) =>
      database.write(async (queries) => {
        const number = await findChat(queries, chat)
        if (number === undefined) return false
        const resumed = await queries
          .updateTable('chats')
          .set({ paused_at: null, pause_reason: null })
          .where('number', '=', number)
          .where('paused_at', 'is not', null)
          .returning('number')
          .executeTakeFirst()
        if (resumed) await setHeads(queries, [number])
        return resumed !== undefined
      }),

    pausedChats: () =>
      database.read(async (queries) => {
        const rows = await queries
          .selectFrom('chats')
          .select([...ADDRESS, 'paused_at', 'pause_reason'])
          .where('paused_at', 'is not', null)
          .orderBy('paused_at')
          .orderBy('number')
          .execute()
        return rows.flatMap((row): PausedChat[] =>
          row.paused_at === null || row.pause_reason === null
            ? []
            : [{ chat: chatOf(row), since: row.paused_at, reason: JSON.parse(row.pause_reason) as Reason }],
        )
      }),

    setNoticeChat: (person, chat) =>
      database.write(async (queries) => {
        await queries.deleteFrom('notice_chats').where('person', '=', textOf(person)).execute()
        if (chat === undefined) return
        const number = await numberOfChat(queries, chat)
        await queries
          .insertInto('notice_chats')
          .values({ person: textOf(person), chat: number })
          .execute()
      }),

    noticeChat: (person) =>
      database.read(async (queries) => {
        const row = await queries
          .selectFrom('notice_chats')
          .innerJoin('chats', 'chats.number', 'notice_chats.chat')
          .select(ADDRESS)
          .where('person', '=', textOf(person))
          .executeTakeFirst()
        return row && chatOf(row)
      }),

    moveChat: async (from, to) => {
      if (isSame(from, to)) return
      await database.write((queries) => moveChat(queries, from, to))
    },
  }
}

function isSame(one: Chat, other: Chat): boolean {
  const [a, b] = [addressOf(one), addressOf(other)]
  return a.platform === b.platform && a.id === b.id && a.thread === b.thread
}
