// What a terminal can do, decided from the environment and the stream alone.

export interface TerminalAbilities {
  /** Bold and dim. */
  readonly colour: boolean
  /** Columns that text may fill. */
  readonly width: number
  /** Whether a person sits before it: a prompt makes sense. */
  readonly interactive: boolean
}

/** Longer lines tire the eye. */
const READABLE_WIDTH = 88
const DEFAULT_WIDTH = 80
const NARROWEST = 20

export function terminalAbilities(o: {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isInputTty: boolean
  readonly isOutputTty: boolean
  readonly columns: number | undefined
}): TerminalAbilities {
  const wanted = o.env.FORCE_COLOR !== undefined && o.env.FORCE_COLOR !== '' && o.env.FORCE_COLOR !== '0'
  const able = o.isOutputTty && o.env.TERM !== 'dumb'
  return {
    colour: !o.env.NO_COLOR && (wanted || able),
    width: Math.max(NARROWEST, Math.min(READABLE_WIDTH, o.columns || DEFAULT_WIDTH)),
    interactive: o.isInputTty && o.isOutputTty,
  }
}
