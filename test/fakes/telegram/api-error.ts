// A refusal as the Bot API words it: the server's own sentence behind a prefix by code, with a small first letter unless it is a
// raw code such as TOPIC_CLOSED.

export interface ErrorParameters {
  readonly retry_after?: number
  readonly migrate_to_chat_id?: number
}

const PREFIXES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
}

export class ApiError extends Error {
  readonly code: number
  readonly parameters: ErrorParameters | undefined

  constructor(code: number, text: string, parameters?: ErrorParameters) {
    super(described(code, text))
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(text: string, parameters?: ErrorParameters): ApiError {
  return new ApiError(400, text, parameters)
}

export function forbidden(text: string): ApiError {
  return new ApiError(403, text)
}

export function tooMany(retryAfter: number): ApiError {
  return new ApiError(429, `retry after ${retryAfter}`, { retry_after: retryAfter })
}

function described(code: number, text: string): string {
  const prefix = PREFIXES[code] ?? 'Bad Request'
  if (text === '') return prefix
  const isRawCode = /^.[A-Z_]/.test(text)
  return `${prefix}: ${isRawCode ? text : text.charAt(0).toLowerCase() + text.slice(1)}`
}
