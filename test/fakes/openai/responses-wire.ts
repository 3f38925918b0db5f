// Responses, as the server writes it: whole, or as a stream of named events.

import type { Asked } from './asked.ts'
import { type Said, textOf, usageOf } from './behaviour.ts'

const ID = 'resp_fake'
const CREATED = 1_772_521_200

export function responsesReply(said: Said, asked: Asked): unknown {
  const { finish = 'stop', refusal } = said
  const content =
    refusal === undefined
      ? { type: 'output_text', text: textOf(said), annotations: [], logprobs: [] }
      : { type: 'refusal', refusal }
  const isWhole = finish === 'stop'
  const reason = finish === 'length' ? 'max_output_tokens' : finish
  return {
    id: ID,
    object: 'response',
    created_at: CREATED,
    model: said.model ?? asked.model,
    status: isWhole ? 'completed' : 'incomplete',
    incomplete_details: isWhole ? null : { reason },
    error: null,
    instructions: asked.system,
    output: [{ type: 'message', id: 'msg_fake', role: 'assistant', status: 'completed', content: [content] }],
    ...(said.tier !== undefined && { service_tier: said.tier }),
    ...usagePart(said, asked),
  }
}

export function responsesEvents(said: Said, asked: Asked): readonly string[] {
  const response = responsesReply(said, asked) as { readonly status: string }
  const deltas = said.refusal === undefined ? (textOf(said).match(/[\s\S]{1,7}/g) ?? []) : []
  const place = { item_id: 'msg_fake', output_index: 0, content_index: 0 }
  const events = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    ...deltas.map((delta) => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] })),
    { type: `response.${response.status}`, response },
  ]
  return events.map(
    (event, at) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: at })}\n\n`,
  )
}

function usagePart(said: Said, asked: Asked) {
  if (said.usage === 'none') return {}
  const { input, output, cached, cacheWrite, reasoning } = usageOf(said, asked)
  return {
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached, cache_write_tokens: cacheWrite },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: reasoning },
      total_tokens: input + output,
    },
  }
}
