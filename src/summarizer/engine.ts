// What writes the points of a brief. There are two engines behind one interface; the desk does not know which it has.
// The one that asks a model contains the extractive one.

import type { Article, EngineName, NewBrief } from '../domain.ts'
import type { Payer } from '../ports.ts'
import type { Frequencies } from '../text/frequencies.ts'

export interface Engine {
  readonly name: EngineName
  /** Which model and which prompt, where there are any: briefs of another version are not taken for its own. */
  readonly version?: string
  /** Rejects only when `articles` is empty or the signal aborts. A subject without a word gives no points. */
  brief(subject: BriefSubject, options: BriefOptions): Promise<NewBrief>
}

/** One article, or the articles of one story in any order. */
export interface BriefSubject {
  readonly articles: readonly Article[]
  readonly storyId?: string
  /** Whose title heads the brief; chosen by the engine when absent. */
  readonly representativeId?: string
  /** How common words are in the store; the table in the repository alone when absent. */
  readonly frequencies?: Frequencies
}

/** An absent limit is no limit. */
export interface BriefLength {
  readonly points: number
  readonly maxWords?: number
  readonly maxCharacters?: number
}

export interface BriefOptions extends BriefLength {
  /** The reader's language; sentences in it are preferred. Only a model writes in it what others say. */
  readonly language?: string
  /** Epoch milliseconds. */
  readonly now: number
  /** When a model must have answered; some time from now when absent. */
  readonly deadlineAt?: number
  /** Nobody waits for it before that: a model may be asked the cheap way. */
  readonly canWait?: true
  /** Whose budget a model's calls count against besides the installation's. */
  readonly payer?: Payer
  readonly signal?: AbortSignal
}

/** What nobody asked otherwise gets (design section 7). */
export const DEFAULT_LENGTH: BriefLength = { points: 3, maxWords: 60, maxCharacters: 420 }
