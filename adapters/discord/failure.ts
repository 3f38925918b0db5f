// What a call that failed means. Reasons are sentences for people; addresses, and with them the tokens of interactions, never
// get into one.

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

export type Failure =
  /** `code` is Discord's own, 0 where it gave none. */
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly code: number
      readonly description: string
    }
  /** Too many of its kind; nothing happened. */
  | { readonly kind: 'limited'; readonly retryAfterMs: number }
  /** Nothing left this machine. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** It may have arrived. */
  | { readonly kind: 'unclear'; readonly reason: string }

/** What is neither an answer of Discord nor of the network is thrown again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) {
    const { timeToReset, retryAfter, sublimitTimeout } = error
    return { kind: 'limited', retryAfterMs: Math.max(timeToReset, retryAfter, sublimitTimeout) }
  }
  if (error instanceof DiscordAPIError) {
    const { status, code, rawError } = error
    const description = 'message' in rawError && typeof rawError.message === 'string' ? rawError.message : ''
    return { kind: 'answered', status, code: Number(code) || 0, description }
  }
  if (error instanceof HTTPError) return { kind: 'answered', status: error.status, code: 0, description: '' }
  if (isOfNetwork(error)) return networkFailure(error)
  throw error
}

/** Undefined when it was not Discord that failed. */
export function knownFailure(error: unknown): Failure | undefined {
  try {
    return failureOf(error)
  } catch {
    return undefined
  }
}

/** The failure as a sentence. */
export function reasonOfFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'answered': {
      const { status, code, description } = failure
      const words = [String(status), code > 0 && `(${code})`, description.replace(/\.$/, '')]
      return `Discord answered ${words.filter(Boolean).join(' ')}.`
    }
    case 'limited':
      return `Discord takes no more of these for ${Math.ceil(failure.retryAfterMs / 1000)} s.`
    case 'not-sent':
    case 'unclear':
      return failure.reason
  }
}

/** Whether the token is refused: nothing works until somebody gives another one. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'answered' && failure.status === 401 && failure.code !== INVALID_WEBHOOK_TOKEN
}

const INVALID_WEBHOOK_TOKEN = 50_027

const BEFORE_CONNECTING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*|UNABLE_TO_\w+|UND_ERR_CONNECT_TIMEOUT)$/
const WHILE_CONNECTING = /connect (?:ETIMEDOUT|ECONNRESET)|before secure TLS connection/
const OF_NETWORK = /^(?:E[A-Z]+|EAI_\w+|UND_ERR_\w+|ERR_(?:TLS|SSL|STREAM)_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/

/** Its message holds the address: it is looked at and not handed on. */
function networkFailure(error: Error): Failure {
  const code = codeOf(error)
  const detail = code === '' ? '' : ` (${code})`
  if (BEFORE_CONNECTING.test(code) || WHILE_CONNECTING.test(error.message))
    return { kind: 'not-sent', reason: `Discord could not be reached${detail}.` }
  return { kind: 'unclear', reason: `No answer came from Discord${detail}.` }
}

/** Also an answer that breaks off, or is not what was promised. */
function isOfNetwork(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  return error.name === 'AbortError' || error instanceof SyntaxError || OF_NETWORK.test(codeOf(error))
}

function codeOf(error: Error): string {
  const cause = 'code' in error ? error : error.cause
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}
