// What a failed call means, and so what is done about it. The words of a server are data: one line, short, without the key.

import type { APIError } from 'openai'
import { NoReplyError } from './wire.ts'

export type Verdict =
  /** Once more, if there is time. */
  | { readonly kind: 'again'; readonly reason: string; readonly retryAfterMs?: number }
  /** The cheap service has no room just now. */
  | { readonly kind: 'no-flex'; readonly reason: string }
  | { readonly kind: 'too-long'; readonly reason: string }
  /** The server does not take that field. */
  | { readonly kind: 'without'; readonly field: string; readonly reason: string }
  /** It declines what was asked, without a reply that is paid for. */
  | { readonly kind: 'declined'; readonly reason: string }
  /** Nothing will come until somebody does something about it. */
  | { readonly kind: 'shut'; readonly what: 'key' | 'model' | 'credit'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** Fields that servers and models differ in; without them a request still says what it must. */
const OPTIONAL = [
  'response_format',
  'reasoning_effort',
  'chat_template_kwargs',
  'verbosity',
  'temperature',
  'service_tier',
  'prompt_cache_options',
  'store',
  'max_completion_tokens',
  'max_tokens',
] as const

const MAX_REASON = 200

export function verdictOf(error: unknown, key: string | undefined): Verdict {
  const reason = reasonIn(error, key)
  if (error instanceof NoReplyError) return { kind: 'again', reason }
  const { status, code, param, headers } = error as Partial<APIError>
  if (status === undefined) return { kind: 'again', reason: `it could not be reached (${reason})` }
  if (status === 429) return busy(code, reason, headers)
  if (status >= 500 || status === 408 || status === 409)
    return { kind: 'again', reason, ...retryAfter(headers) }
  if (status === 401 || status === 403)
    return { kind: 'shut', what: 'key', reason: `it does not accept the key (${reason})` }
  if (status === 404)
    return { kind: 'shut', what: 'model', reason: `it does not know the model or the address (${reason})` }
  if (code === 'content_filter') return { kind: 'declined', reason }
  if (code === 'context_length_exceeded' || status === 413 || isAboutLength(reason))
    return { kind: 'too-long', reason }
  const field = refusedField(param, reason)
  return field === undefined ? { kind: 'refused', reason } : { kind: 'without', field, reason }
}

function busy(code: string | null | undefined, reason: string, headers: Headers | undefined): Verdict {
  if (code === 'insufficient_quota')
    return { kind: 'shut', what: 'credit', reason: `its credit is used up (${reason})` }
  if (code === 'resource_unavailable' || /resource unavailable/i.test(reason))
    return { kind: 'no-flex', reason }
  return { kind: 'again', reason, ...retryAfter(headers) }
}

/** Of a text too long for a model, servers speak in words of their own. */
function isAboutLength(reason: string): boolean {
  return /context (?:length|size|window)|maximum context|exceeds? .{0,40}context|prompt is too long|too many tokens/i.test(
    reason,
  )
}

/** By name, else the first that the words speak of: "use max_completion_tokens instead" comes after what is refused. */
function refusedField(param: string | null | undefined, reason: string): string | undefined {
  const named = param?.split('.')[0]
  if (named === 'text') return 'verbosity'
  if (named === 'reasoning') return 'reasoning_effort'
  const spokenOf = OPTIONAL.filter((field) => reason.includes(field))
  const [first] = spokenOf.toSorted((a, b) => reason.indexOf(a) - reason.indexOf(b))
  return OPTIONAL.find((field) => field === named) ?? first
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date. */
function retryAfter(headers: Headers | undefined): { readonly retryAfterMs?: number } {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(exact)) return { retryAfterMs: Math.max(0, exact) }
  const value = headers?.get('retry-after') ?? ''
  if (/^\d+(?:\.\d+)?$/.test(value)) return { retryAfterMs: Number(value) * 1000 }
  const [at, said] = [Date.parse(value), Date.parse(headers?.get('date') ?? '')]
  return Number.isNaN(at) || Number.isNaN(said) ? {} : { retryAfterMs: Math.max(0, at - said) }
}

/** The innermost cause says more than "Connection error.". */
export function reasonIn(error: unknown, key: string | undefined): string {
  let inner = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  const text =
    inner instanceof Error ? inner.message || String((inner as { code?: unknown }).code ?? '') : String(inner)
  const safe = key === undefined ? text : text.replaceAll(key, '…')
  const line = safe
    .replace(/\bsk-[\w*-]{4,}/g, '…')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
  return line.length > MAX_REASON ? `${line.slice(0, MAX_REASON)}…` : line.replace(/\.$/, '')
}
