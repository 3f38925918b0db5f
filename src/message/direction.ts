const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const FIRST_LETTER = /\p{L}/u

/** Which way a text runs that holds right-to-left words; undefined when it holds none. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  if (!RIGHT_TO_LEFT.test(text)) return undefined
  return RIGHT_TO_LEFT.test(FIRST_LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}
