// What a server can do is found out by three small questions, since documents and versions differ (grounding.md 7.2). An error
// of the server ends the probe; it is tried again another time.

import type { ModelSpent } from '../../src/domain.ts'
import { ModelError } from '../../src/errors.ts'
import { type AskParts, ask, type Question } from './ask.ts'
import type { Found } from './manner.ts'
import { spentOn } from './spent.ts'
import type { Manner, WireReply } from './wire.ts'

/** A server on a small machine reads six thousand tokens slowly. */
const MOST_MS = 5 * 60_000
const SYSTEM = 'You answer short test questions.'
const PASSWORD = 'harbour-4711'
/** About six thousand tokens: what a prompt and its reply need. */
const FILLER = 'The ferry left the quay at nine and came back at noon.\n'.repeat(480)
/** Of fifty words, a limit of eight tokens leaves fewer than these. */
const WORDS_WITHIN_LIMIT = 20

type Put = (
  user: string,
  maxOutputTokens: number,
  list: string,
  mode: Manner['schemaMode'],
) => Promise<WireReply>

export async function probeServer(
  parts: AskParts,
  model: string,
  signal: AbortSignal,
): Promise<{ readonly found: string; readonly spent: readonly ModelSpent[] }> {
  const spent: ModelSpent[] = []
  const deadlineAt = parts.clock.now() + MOST_MS
  const put: Put = async (user, maxOutputTokens, list, mode) => {
    const question = {
      model,
      system: SYSTEM,
      user,
      schemaName: 'probe',
      schema: listOf(list),
      maxOutputTokens,
    }
    const manners = { ...parts.manners, now: () => ({ ...parts.manners.now(), schemaMode: mode }) }
    const reply = await ask({ ...parts, manners }, question, { deadlineAt, signal })
    spent.push(spentOn(reply, question))
    return reply
  }
  const { limitField } = parts.manners.now()
  const found: Found = {
    schema: (await holdsToSchema(put)) ? 'schema' : 'json',
    limitField: (await holdsToLimit(put)) ? limitField : otherField(limitField),
    hasRoom: await hasRoom(put),
  }
  return { found: JSON.stringify(found), spent }
}

/** Where the server enforces a shape, the model cannot do what it is told against it. */
async function holdsToSchema(put: Put): Promise<boolean> {
  const told =
    'Answer with one plain sentence of English and no JSON: what do two and one make, and what is half of two?'
  const { text } = await put(told, 400, 'numbers', 'schema')
  try {
    return Array.isArray((JSON.parse(text) as { readonly numbers?: unknown }).numbers)
  } catch {
    return false
  }
}

async function holdsToLimit(put: Put): Promise<boolean> {
  const { text, finish } = await put('List fifty words about the sea.', 8, 'words', 'prompt')
  return finish === 'length' || (text.match(/\p{L}+/gu)?.length ?? 0) < WORDS_WITHIN_LIMIT
}

/** A context that is too small cuts off the beginning, or is an error. */
async function hasRoom(put: Put): Promise<boolean> {
  const told = `The password is ${PASSWORD}.\n\n${FILLER}\nWhich password stands at the beginning? Give it alone.`
  try {
    return (await put(told, 1000, 'passwords', 'prompt')).text.includes(PASSWORD)
  } catch (error) {
    if (error instanceof ModelError && error.failure === 'too-long') return false
    throw error
  }
}

function otherField(field: Found['limitField']): Found['limitField'] {
  return field === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens'
}

function listOf(name: string): Question['schema'] {
  return {
    type: 'object',
    properties: { [name]: { type: 'array', items: { type: name === 'numbers' ? 'integer' : 'string' } } },
    required: [name],
    additionalProperties: false,
  }
}
