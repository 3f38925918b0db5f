// What a call that failed means. Reasons are sentences for people; addresses, and with them the token, never get into one.

import { GrammyError, HttpError } from 'grammy'

export type Failure =
  | {
      readonly kind: 'answered'
      readonly code: number
      readonly description: string
      readonly retryAfterMs?: number
      readonly movedTo?: number
    }
  /** Nothing left this machine. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** It may have arrived. */
  | { readonly kind: 'unclear'; readonly reason: string }

/** What is neither an answer of Telegram nor of the network is thrown again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) {
    const { retry_after: seconds, migrate_to_chat_id: movedTo } = error.parameters
    return {
      kind: 'answered',
      code: error.error_code,
      description: error.description,
      ...(seconds !== undefined && { retryAfterMs: seconds * 1000 }),
      ...(movedTo !== undefined && { movedTo }),
    }
  }
  if (error instanceof HttpError) return networkFailure(error.error)
  throw error
}

/** The failure as a sentence. */
export function reasonOfFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'answered':
      return `Telegram answered ${failure.code} ${failure.description.replace(/\.$/, '')}.`
    case 'not-sent':
    case 'unclear':
      return failure.reason
  }
}

/** Whether the token is refused: nothing works until somebody gives another one. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'answered' && (failure.code === 401 || failure.code === 404)
}

const BEFORE_CONNECTING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/
const WHILE_CONNECTING = /connect (?:ETIMEDOUT|ECONNRESET)|before secure TLS connection/

function networkFailure(cause: unknown): Failure {
  const { code, message } = partsOf(cause)
  const detail = code === '' ? '' : ` (${code})`
  if (BEFORE_CONNECTING.test(code) || WHILE_CONNECTING.test(message))
    return { kind: 'not-sent', reason: `Telegram could not be reached${detail}.` }
  return { kind: 'unclear', reason: `No answer came from Telegram${detail}.` }
}

/** The message holds the address, which holds the token: it is looked at and not handed on. */
function partsOf(cause: unknown): { readonly code: string; readonly message: string } {
  if (!(cause instanceof Error)) return { code: '', message: '' }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return { code, message: cause.message }
}
