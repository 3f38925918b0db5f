import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Answer, Conversation, Focus, NewAnswer, Shown } from '../src/domain.ts'
import type { ConversationStore } from '../src/ports.ts'
import type { Database, Queries } from './database.ts'
import { idOf, numberOf } from './ids.ts'
import { present } from './present.ts'
import type { AnswerTable } from './schema.ts'

/** Earlier turns stay as answers that can be opened, but are no longer part of the talk (design section 8). */
const TURNS_KEPT = 10

export function createConversations(database: Database): ConversationStore {
  return {
    conversation: (id) =>
      database.read(async (queries) => {
        const number = numberOf('conversation', id)
        return number === undefined ? undefined : find(queries, number)
      }),

    conversationOf: (key, now) =>
      database.write(async (queries) => {
        const known = await queries
          .selectFrom('conversations')
          .select('number')
          .where('key', '=', key)
          .executeTakeFirst()
        return get(queries, known?.number ?? (await open(queries, key, now)))
      }),

    openConversation: (now) =>
      database.write(async (queries) => {
        const number = await open(queries, randomUUID(), now)
        await queries
          .updateTable('conversations')
          .set({ key: idOf('conversation', number) })
          .where('number', '=', number)
          .execute()
        return get(queries, number)
      }),

    saveAnswer: (conversationId, answer, focus, now) =>
      database.write(async (queries) => {
        const conversation = numberOf('conversation', conversationId)
        if (conversation === undefined) throw new Error(`${conversationId} is no conversation`)
        const id = await insertAnswer(queries, conversation, answer, now)
        await setContext(queries, conversation, { kind: 'answer', id }, focus)
        return { ...answer, id, conversationId, answeredAt: now }
      }),

    answer: (id) =>
      database.read(async (queries) => {
        const number = numberOf('answer', id)
        if (number === undefined) return undefined
        const row = await queries
          .selectFrom('answers')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirst()
        return row && answerOf(row)
      }),

    setShown: (conversationId, shown, focus) =>
      database.write(async (queries) => {
        const number = numberOf('conversation', conversationId)
        if (number !== undefined) await setContext(queries, number, shown, focus)
      }),
  }
}

async function open(queries: Queries, key: string, now: number): Promise<number> {
  const { number } = await queries
    .insertInto('conversations')
    .values({ key, opened_at: now })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

async function find(queries: Queries, number: number): Promise<Conversation | undefined> {
  const row = await queries
    .selectFrom('conversations')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return undefined
  const turns = await queries
    .selectFrom('answers')
    .select(['number', 'question', 'answered_at'])
    .where('conversation', '=', number)
    .orderBy('number', 'desc')
    .limit(TURNS_KEPT)
    .execute()
  return {
    id: idOf('conversation', number),
    key: row.key,
    turns: turns.reverse().map((turn) => ({
      question: turn.question,
      answerId: idOf('answer', turn.number),
      at: turn.answered_at,
    })),
    ...present({
      focus: row.focus === null ? null : (JSON.parse(row.focus) as Focus),
      shown: row.shown === null ? null : (JSON.parse(row.shown) as Shown),
    }),
  }
}

async function get(queries: Queries, number: number): Promise<Conversation> {
  const conversation = await find(queries, number)
  if (!conversation) throw new Error(`conversation ${number} is gone right after it was opened`)
  return conversation
}

async function insertAnswer(
  queries: Queries,
  conversation: number,
  answer: NewAnswer,
  now: number,
): Promise<string> {
  const { number } = await queries
    .insertInto('answers')
    .values({
      conversation,
      question: answer.question,
      kind: answer.kind,
      reason: answer.reason ?? null,
      points: JSON.stringify(answer.points),
      sources: JSON.stringify(answer.sources),
      nearest: JSON.stringify(answer.nearest),
      score: answer.score,
      language: answer.language,
      engine: answer.engine,
      answered_at: now,
      model: answer.model ?? null,
      prompt_version: answer.promptVersion ?? null,
      findings: answer.findings ? JSON.stringify(answer.findings) : null,
      inputs: answer.inputs ? JSON.stringify(answer.inputs) : null,
      nano_usd: answer.nanoUsd ?? null,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return idOf('answer', number)
}

async function setContext(
  queries: Queries,
  conversation: number,
  shown: Shown,
  focus: Focus | undefined,
): Promise<void> {
  await queries
    .updateTable('conversations')
    .set({ shown: JSON.stringify(shown), focus: focus ? JSON.stringify(focus) : null })
    .where('number', '=', conversation)
    .execute()
}

function answerOf(row: Selectable<AnswerTable>): Answer {
  return {
    id: idOf('answer', row.number),
    conversationId: idOf('conversation', row.conversation),
    question: row.question,
    kind: row.kind as Answer['kind'],
    points: JSON.parse(row.points) as Answer['points'],
    sources: JSON.parse(row.sources) as Answer['sources'],
    nearest: JSON.parse(row.nearest) as Answer['nearest'],
    score: row.score,
    language: row.language,
    engine: row.engine as Answer['engine'],
    answeredAt: row.answered_at,
    ...present({
      findings: row.findings === null ? null : (JSON.parse(row.findings) as NonNullable<Answer['findings']>),
      inputs: row.inputs === null ? null : (JSON.parse(row.inputs) as NonNullable<Answer['inputs']>),
      reason: row.reason as Answer['reason'] | null,
      model: row.model,
      promptVersion: row.prompt_version,
      nanoUsd: row.nano_usd,
    }),
  }
}
