// A model behind the API of OpenAI, at OpenAI or any server that speaks it.

import type { ModelPurpose } from '../../src/domain.ts'
import { ModelError } from '../../src/errors.ts'
import type { Clock, Log, ModelAdapter, ModelReply, ModelRequest } from '../../src/ports.ts'
import { type AskParts, ask, type Question } from './ask.ts'
import { createBreaker } from './breaker.ts'
import { askChat } from './chat.ts'
import { lazyClient } from './client.ts'
import { examineServer } from './examine.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { createManners, foundSchema } from './manner.ts'
import { parseReply } from './parse-reply.ts'
import { probeServer } from './probe.ts'
import { OPENAI_URL, type Profile, profileOf } from './profile.ts'
import { createRateLimit } from './rate-limit.ts'
import { askResponses } from './responses.ts'
import type { OpenaiSettings } from './settings.ts'
import { spentOn } from './spent.ts'
import { estimatedTokens } from './usage.ts'
import type { WireReply } from './wire.ts'

export interface OpenaiParts {
  readonly settings: OpenaiSettings
  readonly clock: Clock
  readonly log: Log
}

/** What is cheap in the model's list of prices, and good enough for texts that are checked. */
const OPENAI_MODEL = 'gpt-6-luna'
/** Before the deadline, what the cheap service has not done is asked for in the usual way (grounding.md 11). */
const FLEX_ENDS_BEFORE_MS = 10 * 60_000
/** Who thinks needs room for it. */
const ROOM_TO_THINK = 4

export function createOpenaiModel({ settings, clock, log }: OpenaiParts): ModelAdapter {
  const {
    OPENAI_BASE_URL: url = OPENAI_URL,
    OPENAI_MODEL: model = OPENAI_MODEL,
    OPENAI_JUDGE_MODEL: judge = model,
  } = settings
  const profile = profileOf(settings)
  const manners = createManners(profile, settings)
  const parts: AskParts = {
    client: lazyClient(settings),
    wire: settings.OPENAI_API === 'responses' ? askResponses : askChat,
    manners,
    breaker: createBreaker(clock),
    rateLimit: createRateLimit(clock),
    clock,
    log,
    key: settings.OPENAI_API_KEY,
    host: new URL(url).host,
  }
  const nameFor = (purpose: ModelPurpose) => (purpose === 'judge' ? judge : model)
  const flexUntil = ({ canWait, deadlineAt }: ModelRequest<unknown>) =>
    canWait && profile.kind === 'openai' && settings.OPENAI_FLEX === 'yes'
      ? deadlineAt - FLEX_ENDS_BEFORE_MS
      : undefined
  return {
    nameFor,
    identity: JSON.stringify([url, model, settings.OPENAI_API]),
    isLocal: profile.kind !== 'openai',
    isFree: profile.isFree,
    tokensIn: estimatedTokens,
    allowance: async () => 'all',
    async generate(request, signal) {
      const question = questionOf(request, nameFor(request.prompt.purpose), settings, profile)
      if (!manners.now().hasRoom) throw new ModelError('unavailable', `${model} reads too little at a time.`)
      const until = flexUntil(request)
      const reply = await ask(parts, question, {
        deadlineAt: request.deadlineAt,
        signal,
        ...(until !== undefined && { flexUntil: until }),
      })
      return readReply(reply, question, request)
    },
    ...(profile.kind !== 'openai' && { probe: (signal: AbortSignal) => probeServer(parts, model, signal) }),
    use: (found) => manners.use(foundSchema.parse(JSON.parse(found))),
    examine: (signal) => examineServer(parts, [...new Set([model, judge])], signal),
  }
}

function questionOf(
  { prompt, schema, sentences, maxOutputTokens }: ModelRequest<unknown>,
  model: string,
  { OPENAI_REASONING: effort }: OpenaiSettings,
  { kind, isFree }: Profile,
): Question {
  // Servers of one's own may let a model think, whatever they are told.
  const mayThink = effort !== 'none' || kind !== 'openai'
  return {
    model,
    system: prompt.system,
    user: prompt.user,
    schemaName: prompt.purpose,
    schema: jsonSchemaOf(schema),
    // A schema of its own for each request is slow where schemas are compiled, and loses what is cached.
    ...(isFree && { enforced: jsonSchemaOf(schema, sentences) }),
    maxOutputTokens: mayThink ? maxOutputTokens * ROOM_TO_THINK : maxOutputTokens,
  }
}

function readReply<T>(reply: WireReply, question: Question, { schema }: ModelRequest<T>): ModelReply<T> {
  const spent = spentOn(reply, question)
  const unusable = (what: string) => new ModelError('unusable', `${question.model} ${what}.`, { spent })
  if (reply.refusal !== undefined) throw unusable('declined to answer')
  if (reply.finish === 'length') throw unusable('did not come to an end within the tokens allowed')
  if (reply.finish === 'filter') throw unusable('was stopped by a filter of its server')
  if (reply.text.trim() === '') throw unusable('answered nothing')
  const parsed = parseReply(reply.text, schema)
  if (!parsed) throw unusable('answered something that is not of the form asked for')
  return { value: parsed.value, text: reply.text, ...spent }
}
