// One class per reaction, never per cause. Whatever is none of these is a broken promise of ours.

/** The user asked for something that cannot be done as asked. The message is shown as it is; exit code 1. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** Settings or arguments are wrong. The message names the setting and what would be right; exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export interface FetchErrorOptions extends ErrorOptions {
  /** What the server asked for, if it did. */
  readonly retryAfterMs?: number
  /** What the server answered, if it did. */
  readonly status?: number
  /** No answer came at all. */
  readonly isUnreachable?: boolean
}

/** A page or feed could not be fetched. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly retryAfterMs: number | undefined
  readonly status: number | undefined
  readonly isUnreachable: boolean
  constructor(message: string, options: FetchErrorOptions = {}) {
    super(message, options)
    this.retryAfterMs = options.retryAfterMs
    this.status = options.status
    this.isUnreachable = options.isUnreachable ?? false
  }
}

/** The first line of whatever was thrown, for a sentence of ours to end with. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0] ?? text
}
