// Texts of all scripts and lengths, the same in every run.

const PIECES = [
  'word',
  'a',
  'Straßenbahn',
  'wind-powered',
  'и',
  'нет',
  '漢字',
  'ラーメン、',
  '「引用」',
  '2026年',
  'ภาษาไทยไม่เว้นวรรค',
  '한국어',
  'الجسر',
  'שלום',
  'हिन्दी',
  'e\u0301',
  '👩‍👩‍👧',
  '🇳🇴',
  '👍🏽',
  '–',
  'ab,cd',
  '6\u00a0%',
  'https://courier.example/a/very/long/address-of-a-page?with=query&and=more',
  'x'.repeat(130),
]

export interface Generator {
  /** A whole number from 0 up to `below`, exclusive. */
  number(below: number): number
  text(): string
}

/** A small generator of even numbers (mulberry32): the seed names the text. */
export function generatorOf(seed: number): Generator {
  let state = seed
  function number(below: number): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
  const text = () =>
    Array.from({ length: 1 + number(14) }, () => PIECES[number(PIECES.length)] + (number(4) === 0 ? '' : ' '))
      .join('')
      .trim()
  return { number, text }
}
