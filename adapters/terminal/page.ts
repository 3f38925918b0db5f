import type { TerminalAbilities } from './abilities.ts'

export type Look = Pick<TerminalAbilities, 'colour' | 'unicode' | 'width'>

/** What every block needs to know of the page it stands on. */
export interface Page {
  readonly width: number
  readonly signs: Signs
  /** Whether bold and dim can be told apart from the rest. */
  readonly hasEmphasis: boolean
  readonly language: string
}

/** The signs of our own. */
export interface Signs {
  readonly bullet: string
  readonly bar: string
  readonly rule: string
  readonly dot: string
  readonly prompt: string
  /** Around cited words where they cannot be bold. */
  readonly cited: readonly [open: string, close: string]
}

const UNICODE: Signs = { bullet: '•', bar: '│', rule: '─', dot: '·', prompt: '›', cited: ['›', '‹'] }
const ASCII: Signs = { bullet: '*', bar: '|', rule: '-', dot: '-', prompt: '>', cited: ['>', '<'] }

export function signsOf(look: Pick<Look, 'unicode'>): Signs {
  return look.unicode ? UNICODE : ASCII
}

export function pageOf(look: Look, language: string): Page {
  return { width: look.width, signs: signsOf(look), hasEmphasis: look.colour, language }
}
