// One class per reaction, never per cause. Whatever is none of these is a broken promise of ours.

/** The user asked for something that cannot be done as asked. The message is shown as it is; exit code 1. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** Settings or arguments are wrong. The message names the setting and what would be right; exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** A page or feed could not be fetched. `retryAfterMs` is what the server asked for, if it did. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly retryAfterMs: number | undefined
  constructor(message: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(message, options)
    this.retryAfterMs = options.retryAfterMs
  }
}

/** The first line of whatever was thrown, for a sentence of ours to end with. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0] ?? text
}
