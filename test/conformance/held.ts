// How many of the promises hold: a number counts when there is a test of it and every test of it passed.

export interface Tested {
  /** "07 an address …": the number of the promise, then what it says. */
  readonly name: string
  readonly isPassed: boolean
}

export interface Held {
  readonly held: readonly number[]
  /** Numbers that no test names. */
  readonly missing: readonly number[]
  /** Names of tests that did not pass, of those without a number too. */
  readonly failed: readonly string[]
}

/** Names of subtests and parameters may say more; only the number decides. */
export function heldOf(tests: readonly Tested[], count: number): Held {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const of = (number: number) => tests.filter(({ name }) => numberOf(name) === number)
  return {
    held: numbers.filter((number) => of(number).length > 0 && of(number).every(({ isPassed }) => isPassed)),
    missing: numbers.filter((number) => of(number).length === 0),
    failed: tests.filter(({ isPassed }) => !isPassed).map(({ name }) => name),
  }
}

function numberOf(name: string): number | undefined {
  const digits = /^(\d\d) /.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
