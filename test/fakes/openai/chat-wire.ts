// Chat Completions, as the server writes it: whole, or as a stream of events.

import type { Asked } from './asked.ts'
import { type Said, textOf, usageOf } from './behaviour.ts'

const ID = 'chatcmpl-fake'
const CREATED = 1_772_521_200

export function chatReply(said: Said, asked: Asked): unknown {
  const { refusal = null, reasoning, finish = 'stop' } = said
  const text = said.isInParts ? [{ type: 'text', text: textOf(said) }] : textOf(said)
  const content = said.refusal === undefined ? text : null
  const message = {
    role: 'assistant',
    content,
    refusal,
    ...(reasoning !== undefined && { reasoning_content: reasoning }),
  }
  return {
    ...headOf(said, asked, 'chat.completion'),
    choices: [{ index: 0, message, finish_reason: finish, logprobs: null }],
    ...usagePart(said, asked),
  }
}

export function chatEvents(said: Said, asked: Asked): readonly string[] {
  const chunk = (delta: object, finish: string | null = null) =>
    event({
      ...headOf(said, asked, 'chat.completion.chunk'),
      choices: [{ index: 0, delta, finish_reason: finish }],
    })
  const wantsUsage = (asked.body.stream_options as { include_usage?: boolean } | undefined)?.include_usage
  const deltas =
    said.refusal === undefined
      ? piecesOf(textOf(said)).map((content) => ({ content }))
      : [{ refusal: said.refusal }]
  return [
    chunk({ role: 'assistant', content: '' }),
    ...(said.reasoning === undefined ? [] : [chunk({ reasoning_content: said.reasoning })]),
    ...deltas.map((delta) => chunk(delta)),
    chunk({}, said.finish ?? 'stop'),
    ...(wantsUsage && said.usage !== 'none'
      ? [event({ ...headOf(said, asked, 'chat.completion.chunk'), choices: [], ...usagePart(said, asked) })]
      : []),
    'data: [DONE]\n\n',
  ]
}

function headOf(said: Said, asked: Asked, object: string) {
  return {
    id: ID,
    object,
    created: CREATED,
    model: said.model ?? asked.model,
    ...(said.tier !== undefined && { service_tier: said.tier }),
  }
}

function usagePart(said: Said, asked: Asked) {
  if (said.usage === 'none') return {}
  const { input, output, cached, cacheWrite, reasoning } = usageOf(said, asked)
  return {
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: cacheWrite },
      completion_tokens_details: { reasoning_tokens: reasoning },
    },
  }
}

function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`
}

function piecesOf(text: string): readonly string[] {
  return text.match(/[\s\S]{1,7}/g) ?? []
}
