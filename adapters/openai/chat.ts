// Chat Completions: what every server speaks.

import type OpenAI from 'openai'
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions'
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

type Params = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming

export const askChat: Ask = async (client, call, manner, signal) => {
  const params = chatParams(call, manner)
  if (manner.isStream) return readStream(client, params, signal)
  const { data, response, request_id } = await client.chat.completions
    .create(params, { signal })
    .withResponse()
  return {
    ...readCompletion(data),
    headers: response.headers,
    ...(request_id !== null && { requestId: request_id }),
  }
}

function chatParams(call: Call, manner: Manner): Params {
  const { profile, schemaMode, limitField, without } = manner
  const params = {
    model: call.model,
    messages: [
      { role: 'system' as const, content: systemOf(call, schemaMode) },
      { role: 'user' as const, content: call.user },
    ],
    [limitField]: call.maxOutputTokens,
    ...formatOf(call, schemaMode),
    ...(profile.kind === 'openai' ? ofOpenai(call, manner) : ofOthers(manner)),
  }
  return withoutFields(params, without) as Params
}

function formatOf({ schemaName, schema, enforced = schema }: Call, mode: Manner['schemaMode']) {
  if (mode === 'prompt') return {}
  if (mode === 'json') return { response_format: { type: 'json_object' as const } }
  return {
    response_format: {
      type: 'json_schema' as const,
      json_schema: { name: schemaName, strict: true, schema: enforced },
    },
  }
}

function ofOpenai({ model, tier }: Call, { effort }: Manner) {
  return {
    store: false,
    reasoning_effort: effort,
    verbosity: 'low' as const,
    ...(tier === 'flex' && { service_tier: 'flex' as const }),
    ...(isCachingModel(model) && { prompt_cache_options: { mode: 'explicit' as const } }),
  }
}

/** Ollama takes 1 for the temperature when it is not told. */
function ofOthers({ profile: { thinking }, effort }: Manner) {
  return {
    temperature: 0,
    ...((thinking === 'effort' || thinking === 'both') && { reasoning_effort: effort }),
    ...((thinking === 'template' || thinking === 'both') && {
      chat_template_kwargs: { enable_thinking: effort !== 'none' },
    }),
  }
}

/** The types promise what a portal's page or a careless server does not keep. */
function readCompletion(data: ChatCompletion): Omit<WireReply, 'headers' | 'requestId'> {
  const choice = typeof data === 'object' ? data?.choices?.[0] : undefined
  if (!choice?.message) throw new NoReplyError('it answered something that is no reply of a model')
  const { refusal } = choice.message
  return {
    text: textIn(choice.message.content),
    ...(refusal && { refusal }),
    finish: finishOf(choice.finish_reason),
    ...(data.usage && { usage: usageOf(data.usage) }),
    ...(data.model && { model: data.model }),
    ...(data.service_tier && { tier: data.service_tier }),
  }
}

/** Some servers give content in parts. */
function textIn(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content
    .map((part: { readonly text?: unknown }) => (typeof part?.text === 'string' ? part.text : ''))
    .join('')
}

function finishOf(reason: string | null | undefined): WireReply['finish'] {
  if (reason === 'length') return 'length'
  return reason === 'content_filter' ? 'filter' : 'stop'
}

function usageOf(usage: OpenAI.CompletionUsage): NonNullable<WireReply['usage']> {
  return {
    input: usage.prompt_tokens,
    cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
    cacheWrite: usage.prompt_tokens_details?.cache_write_tokens ?? 0,
    output: usage.completion_tokens,
    reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
  }
}

/** Streamed only to keep the connection busy: nothing is looked at before the end. */
async function readStream(client: OpenAI, params: Params, signal: AbortSignal): Promise<WireReply> {
  const streamed = { ...params, stream: true as const, stream_options: { include_usage: true } }
  const { data, response, request_id } = await client.chat.completions
    .create(streamed, { signal })
    .withResponse()
  const chunks: ChatCompletionChunk[] = []
  for await (const chunk of data) chunks.push(chunk)
  return {
    ...joined(chunks),
    headers: response.headers,
    ...(request_id !== null && { requestId: request_id }),
  }
}

function joined(chunks: readonly ChatCompletionChunk[]): Omit<WireReply, 'headers' | 'requestId'> {
  const choices = chunks.flatMap(({ choices }) => choices?.[0] ?? [])
  const finish = choices.find(({ finish_reason }) => finish_reason)?.finish_reason
  if (!finish) throw new NoReplyError('its reply broke off')
  const refusal = choices.map(({ delta }) => delta?.refusal ?? '').join('')
  const usage = chunks.findLast((chunk) => chunk.usage)?.usage
  const tier = chunks.find(({ service_tier }) => service_tier)?.service_tier
  const model = chunks.find((chunk) => chunk.model)?.model
  return {
    text: choices.map(({ delta }) => textIn(delta?.content)).join(''),
    ...(refusal && { refusal }),
    finish: finishOf(finish),
    ...(usage && { usage: usageOf(usage) }),
    ...(model && { model }),
    ...(tier && { tier }),
  }
}
