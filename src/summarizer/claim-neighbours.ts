// Figures by what stands right beside them: the two words behind ("50 pre-owned stores"), the name before ("Sims 4"), the year of a
// quarter ("Q3 2020"). Where the source has the same words beside other figures alone, the claim has the wrong one.

import type { Finding } from '../domain.ts'
import { fold } from '../text/normalise.ts'
import { isStopWord, tokenize } from '../text/tokens.ts'
import type { CheckedNumber, CheckedText } from './checked-text.ts'
import { figureSupports } from './figure-supports.ts'

interface Beside {
  readonly words: string
  readonly figure: CheckedNumber
}

export function misplacedFigures(
  claim: readonly CheckedText[],
  source: readonly CheckedText[],
): readonly Finding[] {
  const claimed = claim.flatMap(besideIn)
  if (claimed.length === 0) return []
  const wanted = new Set(claimed.map(({ words }) => words))
  const given = source.flatMap(besideIn).filter(({ words }) => wanted.has(words))
  return claimed.flatMap(({ words, figure }): readonly Finding[] => {
    const instead = given.filter((one) => one.words === words)
    if (instead.length === 0 || instead.some((one) => figureSupports(one.figure, figure))) return []
    const note = `The source gives "${instead[0]?.figure.number.text}" here.`
    return [{ kind: 'number', level: 'soft', text: figure.number.text, note }]
  })
}

function besideIn(text: CheckedText): readonly Beside[] {
  const figures = text.numbers()
  return figures.flatMap((figure) => {
    const words = [behind(text, figure), before(text, figure), quarterOf(text, figure, figures)]
    return words.flatMap((one) => (one === undefined ? [] : [{ words: one, figure }]))
  })
}

const COUNTING = new Set(['num', 'money', 'pct'])

function behind({ text, language }: CheckedText, { number }: CheckedNumber): string | undefined {
  if (!COUNTING.has(number.kind)) return undefined
  const next = text.slice(number.end, number.end + 60)
  const [one, other] = tokenize(next, language)
  if (!one || !other || !/^\s+$/.test(next.slice(0, one.start))) return undefined
  if (!/^\s+$/.test(next.slice(one.end, other.start)) || other.end === next.length) return undefined
  const words = [one, other].map((token) => fold(token.text))
  if (words.some((word) => /\d/.test(word)) || words.some((word) => isStopWord(word, language)))
    return undefined
  return `behind ${words.join(' ')}`
}

/** A version, a model, a number that belongs to the name. */
function before({ text, language }: CheckedText, { number }: CheckedNumber): string | undefined {
  if (!/^\d{1,3}$/.test(number.text)) return undefined
  const name = /(?:^|[\s(])(\p{Lu}[\p{L}'’-]+) $/u.exec(
    text.slice(Math.max(0, number.start - 40), number.start),
  )?.[1]
  if (name === undefined || isStopWord(name, language) || /^\s\p{Ll}/u.test(text.slice(number.end)))
    return undefined
  return `before ${fold(name)}`
}

const QUARTER_BEFORE =
  /(?:\bQ([1-4])|\b([1-4])Q|(\p{L}+|[1-4]\.)[\s-](?:fiscal[\s-])?(?:quarter|quartals?|trimestre|квартал\p{L}*))(?:\s(?:of|de|del|du|des|fiscal|year|г\.|года))*\s$/iu

function quarterOf(
  { text }: CheckedText,
  { number }: CheckedNumber,
  figures: readonly CheckedNumber[],
): string | undefined {
  if (number.kind !== 'year') return undefined
  const found = QUARTER_BEFORE.exec(text.slice(Math.max(0, number.start - 40), number.start))
  if (!found) return undefined
  const ordinal = figures.find(
    (one) =>
      one.number.kind === 'ord' && one.number.end <= number.start && number.start - one.number.end < 30,
  )?.number.value
  const quarter = found[1] ?? found[2] ?? ordinal
  return quarter === undefined ? undefined : `quarter ${quarter}`
}
