// What a terminal can do, decided from the environment and its streams alone.

import type { TerminalSettings } from './settings.ts'

export interface TerminalAbilities {
  /** Bold and dim. */
  readonly colour: boolean
  /** Whether signs beyond ASCII can be shown. Words from outside stay as they are either way. */
  readonly unicode: boolean
  /** Columns that text may fill. */
  readonly width: number
  /** Whether a person sits before it: a prompt makes sense. */
  readonly interactive: boolean
}

/** Longer lines tire the eye. */
const READABLE_WIDTH = 100
const DEFAULT_WIDTH = 80
const NARROWEST = 20

export function terminalAbilities(o: {
  readonly env: TerminalSettings
  readonly isInputTty: boolean
  readonly isOutputTty: boolean
  readonly columns: number | undefined
}): TerminalAbilities {
  return {
    colour: hasColour(o.env, o.isOutputTty),
    unicode: hasUnicode(o.env),
    width: Math.max(NARROWEST, Math.min(READABLE_WIDTH, o.columns || DEFAULT_WIDTH)),
    interactive: o.isInputTty && o.isOutputTty,
  }
}

/** Who asks for no colour gets none (no-color.org); an empty value asks for nothing. */
function hasColour({ NO_COLOR, FORCE_COLOR, TERM }: TerminalSettings, isOutputTty: boolean): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isOutputTty && TERM !== 'dumb'
}

/** Only the kernel's console and a locale that says so are taken at their word. */
function hasUnicode({ TERM, LC_ALL, LC_CTYPE, LANG }: TerminalSettings): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || ''
  return TERM !== 'linux' && !/^(?:C|POSIX)$/.test(locale)
}
