// Ids that people see and type: a letter for the noun and the number of its row.

const LETTERS = {
  article: 'a',
  story: 's',
  brief: 'b',
  answer: 'q',
  conversation: 'c',
  feed: 'f',
  event: 'i',
  subscription: 'u',
  edition: 'e',
  delivery: 'd',
  modelCall: 'm',
} as const

/** No row has this number: nothing is found by what is not known. */
export const NOBODY = 0

export type Noun = keyof typeof LETTERS

export function idOf(noun: Noun, number: number): string {
  return `${LETTERS[noun]}${number}`
}

/** Undefined when the text is no id of that noun, so that nothing is found by it. */
export function numberOf(noun: Noun, id: string): number | undefined {
  const match = /^([a-z])([1-9]\d{0,14})$/.exec(id)
  return match?.[1] === LETTERS[noun] ? Number(match[2]) : undefined
}

export function numbersOf(noun: Noun, ids: readonly string[]): number[] {
  return ids.map((id) => numberOf(noun, id)).filter((number) => number !== undefined)
}
