// A figure and the words around it, by which it is known what it counts.

import { findNumbers, type NumberMention, numbersMatch } from '../text/numbers.ts'
import { contentStems } from '../text/tokens.ts'

export interface FigureSlot {
  readonly number: NumberMention
  readonly context: ReadonlySet<string>
}

const CONTEXT_CHARS = 45

/** Those that count something as it is now. */
export function figureSlotsOf(text: string, language: string): readonly FigureSlot[] {
  return findNumbers(text, language)
    .filter((number) => isCurrentCount(number, text))
    .map((number) => {
      const around = `${text.slice(Math.max(0, number.start - CONTEXT_CHARS), number.start)} ${text.slice(number.end, number.end + CONTEXT_CHARS)}`
      return { number, context: new Set(contentStems(around, language).filter((stem) => !/\d/.test(stem))) }
    })
}

/** "Up from 12" and "more than the 12" say what was, "three times" and "seven years" count nothing that a later report counts again. */
const PAST = /(?<!\p{L})(?:from|than the|von|als die)\s+$/iu
const SPAN =
  /^[\s-]*(?:times|fold|years?|months?|weeks?|days?|hours?|minutes?|seconds?|jahre|monate|wochen|tage|stunden|minuten|sekunden|mal)n?(?!\p{L})/iu

function isCurrentCount({ kind, isSoft, start, end }: NumberMention, text: string): boolean {
  if (isSoft || !(kind === 'num' || kind === 'money' || kind === 'pct')) return false
  return !PAST.test(text.slice(0, start)) && !SPAN.test(text.slice(end))
}

/** How many stems stand around both. */
export function sharedContext({ context }: FigureSlot, other: FigureSlot): number {
  let shared = 0
  for (const stem of context) if (other.context.has(stem)) shared++
  return shared
}

/** Equal, or one is the other, rounded. */
export function figuresAgree({ number }: FigureSlot, other: FigureSlot): boolean {
  return numbersMatch(number, other.number) || numbersMatch(other.number, number)
}
