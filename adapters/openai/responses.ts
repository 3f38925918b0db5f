// Responses: OpenAI's newer API, without its state and its tools.

import type OpenAI from 'openai'
import type { Response, ResponseStreamEvent } from 'openai/resources/responses/responses'
import {
  type Ask,
  type Call,
  isCachingModel,
  type Manner,
  NoReplyError,
  systemOf,
  type WireReply,
  withoutFields,
} from './wire.ts'

type Params = OpenAI.Responses.ResponseCreateParamsNonStreaming

export const askResponses: Ask = async (client, call, manner, signal) => {
  const params = responsesParams(call, manner)
  if (manner.isStream) return readStream(client, params, signal)
  const { data, response, request_id } = await client.responses.create(params, { signal }).withResponse()
  return {
    ...readResponse(data),
    headers: response.headers,
    ...(request_id !== null && { requestId: request_id }),
  }
}

function responsesParams(call: Call, { schemaMode, effort, without }: Manner): Params {
  const { schemaName: name, schema } = call
  const format =
    schemaMode === 'schema'
      ? { type: 'json_schema' as const, name, strict: true, schema }
      : { type: schemaMode === 'json' ? ('json_object' as const) : ('text' as const) }
  const params = {
    model: call.model,
    instructions: systemOf(call, schemaMode),
    input: call.user,
    max_output_tokens: call.maxOutputTokens,
    text: { format, ...(!without.has('verbosity') && { verbosity: 'low' as const }) },
    store: false,
    ...(!without.has('reasoning_effort') && { reasoning: { effort } }),
    ...(call.tier === 'flex' && { service_tier: 'flex' as const }),
    ...(isCachingModel(call.model) && { prompt_cache_options: { mode: 'explicit' as const } }),
  }
  return withoutFields(params, without)
}

function readResponse(data: Response): Omit<WireReply, 'headers' | 'requestId'> {
  if (typeof data !== 'object' || !Array.isArray(data?.output)) {
    throw new NoReplyError('it answered something that is no reply of a model')
  }
  if (data.status === 'failed') throw new NoReplyError('it says that the reply failed')
  const parts = data.output.flatMap((item) => (item.type === 'message' ? item.content : []))
  const refusal = parts.find((part) => part.type === 'refusal')?.refusal
  return {
    text: parts.map((part) => (part.type === 'output_text' ? part.text : '')).join(''),
    ...(refusal && { refusal }),
    finish: finishOf(data),
    ...(data.usage && { usage: usageOf(data.usage) }),
    ...(data.model && { model: data.model }),
    ...(data.service_tier && { tier: data.service_tier }),
  }
}

function finishOf({ status, incomplete_details: details }: Response): WireReply['finish'] {
  if (status !== 'incomplete') return 'stop'
  return details?.reason === 'content_filter' ? 'filter' : 'length'
}

function usageOf(usage: NonNullable<Response['usage']>): NonNullable<WireReply['usage']> {
  return {
    input: usage.input_tokens,
    cached: usage.input_tokens_details?.cached_tokens ?? 0,
    cacheWrite: usage.input_tokens_details?.cache_write_tokens ?? 0,
    output: usage.output_tokens,
    reasoning: usage.output_tokens_details?.reasoning_tokens ?? 0,
  }
}

/** The last event carries the whole reply. */
async function readStream(client: OpenAI, params: Params, signal: AbortSignal): Promise<WireReply> {
  const asked = client.responses.create({ ...params, stream: true as const }, { signal })
  const { data, response, request_id } = await asked.withResponse()
  let whole: Response | undefined
  for await (const event of data) whole = wholeOf(event) ?? whole
  if (!whole) throw new NoReplyError('its reply broke off')
  return {
    ...readResponse(whole),
    headers: response.headers,
    ...(request_id !== null && { requestId: request_id }),
  }
}

function wholeOf(event: ResponseStreamEvent): Response | undefined {
  const isLast =
    event.type === 'response.completed' ||
    event.type === 'response.incomplete' ||
    event.type === 'response.failed'
  return isLast ? event.response : undefined
}
