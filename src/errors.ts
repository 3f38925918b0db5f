// One class per reaction, never per cause. Whatever is none of these is a broken promise of ours.

import type { ModelSpent } from './domain.ts'

/** The user asked for something that cannot be done as asked. The message is shown as it is; exit code 1. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly #inLanguage: ((language: string) => string) | undefined
  constructor(message: string, options: ErrorOptions & { inLanguage?: (language: string) => string } = {}) {
    super(message, options)
    this.#inLanguage = options.inLanguage
  }

  /** What is shown to whoever reads that language; the message where it was written in English only. */
  inLanguage(language: string): string {
    return this.#inLanguage?.(language) ?? this.message
  }
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

/**
 * Why a model gave nothing, by what can be done about it:
 * `too-long`: ask once more with half the sentences. `unusable`: it was paid for, and the same question may be asked once more
 * (broken, cut off, refused, filtered). `late`: the deadline is over. `unavailable`: it does not answer, or not for now (nothing was
 * reached, the breaker is open, the key or the model is not accepted). `no-budget`: nothing was asked, a cap is reached.
 * After the last three, whoever asked goes on without a model.
 */
export type ModelFailure = 'too-long' | 'unusable' | 'late' | 'unavailable' | 'no-budget'

/** A model gave nothing that can be used. The message is for logs and the operator, without a secret. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly failure: ModelFailure
  /** Nothing will come before so much time has passed, where that is known. */
  readonly retryAfterMs: number | undefined
  /** What the useless reply cost all the same; absent when there was none. */
  readonly spent: ModelSpent | undefined
  constructor(
    failure: ModelFailure,
    message: string,
    options: ErrorOptions & { retryAfterMs?: number | undefined; spent?: ModelSpent } = {},
  ) {
    super(message, options)
    this.failure = failure
    this.retryAfterMs = options.retryAfterMs
    this.spent = options.spent
  }
}

/** The first line of whatever was thrown, for a sentence of ours to end with. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0] ?? text
}
