import type { Command } from 'commander'
import { z } from 'zod'
import type { App } from '../compose.ts'
import type { Answer, Conversation } from '../domain.ts'
import { ConfigError, UserError } from '../errors.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { type Action, EXIT, type Io, writeJson, writeJsonLine } from './io.ts'
import { answerJson } from './json.ts'
import { idField, idOf, readJsonLines, wordsField } from './json-lines.ts'
import { openApp } from './open-app.ts'
import { nowField, refuseOperands, timeOption } from './options.ts'
import { show } from './show.ts'

interface Options {
  readonly conversation?: string
  readonly now?: number
  readonly db?: string
  readonly json?: boolean
  readonly jsonl?: boolean
}

export function addAsk(program: Command, io: Io, action: Action): void {
  program
    .command('ask [question]')
    .description('Answer a question from what is stored, or say that it is not stored.')
    .option(
      '--conversation <id>',
      'go on with this conversation, so that "and the year before?" is understood',
    )
    .option('--now <time>', 'the time that "today" and "this week" speak of', timeOption)
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .option('--jsonl', 'questions as JSON lines {id,question,now,conversation} from standard input')
    .action(
      action((question: string | undefined, options: Options) =>
        options.jsonl ? askLines(io, question, options) : askOne(io, question, options),
      ),
    )
}

async function askOne(io: Io, question: string | undefined, options: Options) {
  if (!question?.trim()) throw new ConfigError('Ask something: brevier ask "How many people were injured?"')
  await using app = await openApp(io, options.db)
  const answer = await ask(app, question, options)
  if (options.json) await writeJson(io.stdout, answerJson(answer))
  else await show(io, messageFromAnswer(answer, 'en'))
  return undefined
}

const lineSchema = z.object({
  id: idField,
  question: wordsField,
  now: nowField.optional(),
  conversation: z.string('must be text').optional(),
})

async function askLines(io: Io, question: string | undefined, options: Options) {
  refuseOperands([question])
  await using app = await openApp(io, options.db)
  let exitCode: number = EXIT.done
  for await (const read of readJsonLines(io.stdin, lineSchema)) {
    if (io.signal.aborted) break
    const out = 'error' in read ? read : await answerLine(app, read.line, read.value, options)
    if ('error' in out) exitCode = EXIT.failed
    await writeJsonLine(io.stdout, out)
  }
  return exitCode
}

async function answerLine(app: App, line: number, value: z.infer<typeof lineSchema>, options: Options) {
  const id = idOf(value)
  try {
    const { conversation = options.conversation, now = options.now } = value
    const { id: answerId, ...json } = answerJson(await ask(app, value.question, { conversation, now }))
    return { ...id, answerId, ...json }
  } catch (error) {
    if (error instanceof UserError) return { ...id, line, error: error.message }
    throw error
  }
}

async function ask(
  app: App,
  question: string,
  {
    conversation: id,
    now = app.clock.now(),
  }: { readonly conversation?: string | undefined; readonly now?: number | undefined },
): Promise<Answer> {
  const conversation = id === undefined ? await app.store.openConversation(now) : await existing(app, id)
  const { answer, focus } = await app.answerQuestion(app, { question, conversation, now })
  return app.store.saveAnswer(conversation.id, answer, focus, now)
}

async function existing(app: App, id: string): Promise<Conversation> {
  const conversation = await app.store.conversation(id)
  if (conversation) return conversation
  throw new UserError(
    `There is no conversation ${id}. Ask without --conversation to begin one; its id comes with --json.`,
  )
}
