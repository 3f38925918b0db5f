// Figures in digits, with whatever unit stands around them (grounding 3.4, step 2).

import { type NumberDraft, type NumberKind, plainDraft } from './number-mention.ts'
import {
  alternatives,
  CURRENCY_NAMES,
  currencies,
  GLUED,
  gluedMagnitudes,
  magnitudesOf,
  PERCENT,
  SIGNS,
} from './number-units.ts'

/** Where a word goes on. Han, kana and Hangul stand next to figures without a space. */
const WORDLIKE = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}'
const END = `(?![${WORDLIKE}])`

/** One separator throughout, the Indian way, or at most one mark. What has more is a version or an address. */
const DIGITS =
  "\\d{1,3}([ ,.'])\\d{3}(?:\\1\\d{3})*(?:(?!\\1)[.,]\\d+)?(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?(?!\\d)"
const SUFFIX = 'st|nd|rd|th|s|er[ns]?|e|re|[èe]mes?|o|a|-(?:й|я|е|го|му|х|ые|ых)'

/** Percent or currency behind a figure or a number word. */
const UNIT = `(?:[\\s-]?(?<percent>${PERCENT})${END})?(?:[\\s-]?(?:(?:de\\s|d'))?(?<currency>${CURRENCY_NAMES})${END})?`

type Groups = Readonly<Record<string, string | undefined>>

interface FigurePattern {
  readonly pattern: RegExp
  readonly magnitudes: ReadonlyMap<string, number>
}

const patterns = new Map<string, FigurePattern>()

function patternOf(language: string): FigurePattern {
  const known = patterns.get(language)
  if (known) return known
  const magnitudes = magnitudesOf(language)
  const digits = DIGITS.replaceAll('\\1', '\\k<gap>').replace("([ ,.'])", "(?<gap>[ ,.'])")
  const made = {
    magnitudes,
    pattern: new RegExp(
      `(?=\\d)(?:(?<=(?<![${WORDLIKE}])(?<sign>${SIGNS})(?<gapBehindSign>\\s?))|(?<=(?<ofHundred>百分之))|(?<![${WORDLIKE}\\p{N}]|\\d[.,]))` +
        `(?<digits>${digits})(?!\\.\\d)` +
        `(?:(?<suffix>${SUFFIX})(?!\\p{L}))?` +
        `(?:(?<glued>${GLUED})(?![\\p{L}\\p{N}])|[\\s-]?(?<magnitude>${alternatives(magnitudes.keys())})${END}\\.?)?${UNIT}`,
      'giu',
    ),
  }
  patterns.set(language, made)
  return made
}

export function* findFigures(text: string, language: string): Iterable<NumberDraft> {
  const { pattern, magnitudes } = patternOf(language)
  for (const match of text.matchAll(pattern)) {
    const found = match.groups ?? {}
    const { value, lastUnit } = parseFigure(found.digits ?? '', language)
    const scale =
      magnitudes.get(found.magnitude?.toLowerCase() ?? '') ??
      gluedMagnitudes.get(found.glued?.toLowerCase() ?? '') ??
      1
    const currency = currencies.get((found.sign ?? found.currency ?? '').toLowerCase().replace('rs.', 'rs'))
    yield plainDraft({
      kind: kindOf(found, {
        value,
        currency,
        scale,
        before: text.slice(Math.max(0, match.index - 14), match.index),
      }),
      value: value * scale,
      ...(currency !== undefined && { currency }),
      lastUnit: lastUnit * scale,
      scale,
      start: match.index - lengthBefore(found),
      end: match.index + match[0].length,
    })
  }
}

/** Signs are looked for from the digits backwards: texts have few digits and many letters. */
function lengthBefore({ sign = '', gapBehindSign = '', ofHundred = '' }: Groups): number {
  return sign.length + gapBehindSign.length + ofHundred.length
}

/** Behind these a round year is a decade. */
const DECADE_BEFORE = /(?:^|[^\p{L}])(?:años|décadas? de(?: los)?|années|anni|anos)\s$/iu

function kindOf(
  found: Groups,
  o: {
    readonly value: number
    readonly currency: string | undefined
    readonly scale: number
    readonly before: string
  },
): NumberKind {
  if (found.percent || found.ofHundred) return 'pct'
  if (o.currency !== undefined) return 'money'
  if (o.scale !== 1) return 'num'
  const { digits = '', suffix = '' } = found
  const isRound = /^(?:\d{3})?0$|^\d0$/.test(digits)
  if (isRound && (/^(?:s|er[ns]?|-(?:е|х|ые|ых))$/i.test(suffix) || DECADE_BEFORE.test(o.before)))
    return 'decade'
  if (suffix && !/^(?:s|er[ns])$/i.test(suffix)) return 'ord'
  return /^\d{4}$/.test(digits) && !suffix && o.value >= 1000 && o.value < 2200 ? 'year' : 'num'
}

const UNIT_BEHIND = new RegExp(UNIT, 'iuy')

/** The percent or currency that stands at `at`, for figures in words: "five per cent", "five million euros". */
export function unitAt(
  text: string,
  at: number,
): { readonly kind: 'pct' | 'money'; readonly currency?: string; readonly end: number } | undefined {
  UNIT_BEHIND.lastIndex = at
  const match = UNIT_BEHIND.exec(text)
  if (!match || match[0] === '') return undefined
  const end = at + match[0].length
  if (match.groups?.percent) return { kind: 'pct', end }
  const currency = currencies.get(match.groups?.currency?.toLowerCase() ?? '')
  return currency === undefined ? undefined : { kind: 'money', currency, end }
}

/** Where the comma is the decimal mark. */
const DECIMAL_COMMA = new Set(
  'bg ca cs da de el es et fi fr hr hu id it kk lt lv nb nl no pl pt ro ru sk sl sr sv tr uk vi'.split(' '),
)

/** The value of a printed figure, and the size of its last significant digit. */
function parseFigure(
  digits: string,
  language: string,
): { readonly value: number; readonly lastUnit: number } {
  const plain = digits.replace(/[ ']/g, '')
  const decimal = decimalMark(plain, DECIMAL_COMMA.has(language) ? ',' : '.')
  const [whole = '', fraction = ''] = decimal ? plain.split(decimal) : [plain]
  const wholeDigits = whole.replace(/[.,]/g, '')
  const value = Number(`${wholeDigits}.${fraction}`)
  if (fraction) return { value, lastUnit: 10 ** -fraction.length }
  return { value, lastUnit: value === 0 ? 1 : 10 ** (/0*$/.exec(wholeDigits)?.[0].length ?? 0) }
}

/** The last mark is decimal when it is the second kind, when not three digits follow it, or when the language says so. */
function decimalMark(plain: string, usual: string): string | undefined {
  const marks = plain.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (last === undefined) return undefined
  if (marks.length > 1) return marks[0] === last ? undefined : last
  const follow = plain.length - plain.indexOf(last) - 1
  return follow !== 3 || last === usual || plain.startsWith('0') ? last : undefined
}
