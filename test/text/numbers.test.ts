import { describe, expect, test } from 'vitest'
import { findNumbers, type NumberMention, numbersMatch } from '../../src/text/numbers.ts'

/** "money 5000000 gbp", "score 3:1", "frac 0.667", with a `~` behind what is soft. */
function shown({ kind, value, value2, currency, isSoft }: NumberMention): string {
  const figure = Number(value.toPrecision(kind === 'frac' ? 3 : 12))
  const parts = [kind, value2 === undefined ? figure : `${figure}:${value2}`, currency]
  return parts.filter((part) => part !== undefined).join(' ') + (isSoft ? '~' : '')
}

function numbersIn(text: string, language: string): readonly string[] {
  return findNumbers(text, language).map(shown)
}

function only(text: string, language: string): NumberMention {
  const [number, ...more] = findNumbers(text, language)
  if (!number || more.length > 0) throw new Error(`"${text}" is to hold one figure: ${[number, ...more]}`)
  return number
}

describe('figures in digits', () => {
  test.each([
    ['en', 'The port moved 1,234.5 tonnes', ['num 1234.5']],
    ['en', 'A crowd of 1,234,567 came', ['num 1234567']],
    ['en', 'It sold 12,34,567 tickets', ['num 1234567']],
    ['en', 'In all 3 800 houses', ['num 3800']],
    ['en', 'It weighs 0.125 grams', ['num 0.125']],
    ['en', 'They live in 12 towns', ['num 12']],
    ['en', 'The rate fell to -3.5 points', ['num 3.5']],
    ['en', 'It has 10½ rooms', ['num 10.5']],
    ['en', 'It has 250,000, perhaps more', ['num 250000']],
    ['en', 'Rows 4, 5 and 6', ['num 4', 'num 5', 'num 6']],
    ['en', 'It ended with 37.', ['num 37']],
    ['en', 'Figures of 120, 250 and 300 were given', ['num 120', 'num 250', 'num 300']],
    ['de', 'Es waren 1.234,5 Tonnen', ['num 1234.5']],
    ['de', 'Es kamen 1.234 Gäste', ['num 1234']],
    ['de', 'Es kamen 500.000 Gäste.', ['num 500000']],
    ['de', 'Ein Wert von 3,125', ['num 3.125']],
    ['de', 'Das Haus kostet 1’250’000 Franken', ['money 1250000 chf']],
    ['es', 'Pesa 1.234.567,8 kilos', ['num 1234567.8']],
    ['fr', 'Il y a 1 234 567 habitants', ['num 1234567']],
    ['fr', 'Il y a 3 800,5 hectares', ['num 3800.5']],
    ['ru', 'Площадь 12 500,7 гектара', ['num 12500.7']],
    ['ar', 'بلغ العدد ٣٧ شخصا', ['num 37']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('magnitudes', () => {
  test.each([
    ['en', 'about 1.2 million homes', ['num 1200000']],
    ['en', 'some 40 thousand seats', ['num 40000']],
    ['en', 'It drew 3.5bn views', ['num 3500000000']],
    ['en', 'It drew 40k views', ['num 40000']],
    ['en', 'Some 4 lakh voters and 2 crore rupees', ['num 400000', 'money 20000000 inr']],
    ['en', 'A tower 40 m high', ['num 40']],
    ['en', 'Some 40 mill workers', ['num 40']],
    ['de', '12 Mrd. Einwohner', ['num 12000000000']],
    ['de', '2,5 Mio. Bäume', ['num 2500000']],
    ['de', '1 Billion Sterne', ['num 1000000000000']],
    ['de', 'eine Strecke von 100 m', ['num 100']],
    ['es', 'unas 40 mil personas', ['num 40000']],
    ['es', 'más de 5 mil millones de mensajes', ['num 5000000000']],
    ['es', '1.500 millones de mensajes', ['num 1500000000']],
    ['fr', '2,4 milliards de messages', ['num 2400000000']],
    ['fr', '12 mille tonnes', ['num 12000']],
    ['ru', '1,5 млн жителей', ['num 1500000']],
    ['ru', '40 тыс. жителей', ['num 40000']],
    ['ja', '約5万人', ['num 50000']],
    ['zh', '3.5亿人', ['num 350000000']],
    ['ko', '3만 명', ['num 30000']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('percent', () => {
  test.each([
    ['en', 'up 4.5%', ['pct 4.5']],
    ['en', 'up 4.5 per cent', ['pct 4.5']],
    ['en', 'up 4 percent', ['pct 4']],
    ['en', 'up 4 percentage points', ['pct 4']],
    ['en', 'up 4pc', ['pct 4']],
    ['en', 'up five percent', ['pct 5']],
    ['en', 'sixty-one per cent of them', ['pct 61']],
    ['de', 'um 3,5 Prozent', ['pct 3.5']],
    ['de', 'um 3,5 %', ['pct 3.5']],
    ['de', 'eine 20-prozentige Kürzung', ['pct 20']],
    ['de', 'um zwei Prozentpunkte', ['pct 2']],
    ['es', 'un 3,5 por ciento', ['pct 3.5']],
    ['es', 'un 40 %', ['pct 40']],
    ['fr', 'de 3,5 %', ['pct 3.5']],
    ['fr', 'de 12 pour cent', ['pct 12']],
    ['ru', 'на 3,5 процента', ['pct 3.5']],
    ['ru', 'на 12%', ['pct 12']],
    ['zh', '增长百分之12', ['pct 12']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('money', () => {
  test.each([
    ['en', 'It cost $1,200', ['money 1200 dollar']],
    ['en', 'It cost $ 5', ['money 5 dollar']],
    ['en', 'It cost US$5m', ['money 5000000 usd']],
    ['en', 'It cost A$3.2bn', ['money 3200000000 aud']],
    ['en', 'It cost £40m.', ['money 40000000 gbp']],
    ['en', 'It cost €1.5 billion', ['money 1500000000 eur']],
    ['en', 'It cost ¥500 or ₹2.5 lakh', ['money 500 jpy', 'money 250000 inr']],
    ['en', 'It cost EUR 300 or 20 pounds', ['money 300 eur', 'money 20 gbp']],
    ['en', 'It cost 3.4 million dollars', ['money 3400000 dollar']],
    ['en', 'It cost five million euros', ['money 5000000 eur']],
    ['en', 'The side with 30 won the cup in 2019', ['num 30', 'year 2019']],
    ['en', 'It cost 30,000 won', ['money 30000 krw']],
    ['de', 'für 12,5 Mio. Euro', ['money 12500000 eur']],
    ['de', 'für 1.200 €', ['money 1200 eur']],
    ['es', 'por 2 millones de euros', ['money 2000000 eur']],
    ['es', 'por 350 dólares', ['money 350 dollar']],
    ['fr', 'pour 3 milliards d’euros', ['money 3000000000 eur']],
    ['fr', 'pour 1 250,50 €', ['money 1250.5 eur']],
    ['ru', 'за 1,5 млрд рублей', ['money 1500000000 rub']],
    ['ru', 'за 300 долларов', ['money 300 dollar']],
    ['ja', '費用は5万円', ['money 50000 jpy']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('words for numbers', () => {
  test.each([
    ['en', 'twenty-one boats', ['num 21']],
    ['en', 'three hundred and five boats', ['num 305']],
    ['en', 'two thousand four hundred boats', ['num 2400']],
    ['en', 'seven boats and nine crews', ['num 7', 'num 9']],
    ['en', 'one boat and two crews', ['num 1~', 'num 2~']],
    ['en', 'a dozen boats', ['num 12~']],
    ['en', 'a million reasons', ['num 1000000~']],
    ['en', 'three million homes', ['num 3000000']],
    ['en', 'millions of homes', []],
    ['en', 'It grew twice, doubled and was triple the size', []],
    ['de', 'einundzwanzig Boote', ['num 21']],
    ['de', 'dreihundertfünf Boote', ['num 305']],
    ['de', 'zwei Millionen Boote', ['num 2000000']],
    ['de', 'ein Dutzend Boote', ['num 12~']],
    ['de', 'eine Million Boote', ['num 1000000~']],
    ['de', 'ein Boot und eine Halle', []],
    ['de', 'anderthalb Millionen Boote', ['num 1500000']],
    ['es', 'treinta y dos barcos', ['num 32']],
    ['es', 'doscientos cinco barcos', ['num 205']],
    ['es', 'dos mil barcos', ['num 2000']],
    ['es', 'un millón de barcos', ['num 1000000~']],
    ['es', 'una casa y un barco', []],
    ['fr', 'soixante-dix bateaux', ['num 70']],
    ['fr', 'quatre-vingt-dix-sept bateaux', ['num 97']],
    ['fr', 'vingt et un bateaux', ['num 21']],
    ['fr', 'trois cents bateaux', ['num 300']],
    ['fr', 'un million de bateaux', ['num 1000000~']],
    ['fr', 'une maison et un bateau', []],
    ['ru', 'двадцать один корабль', ['num 21']],
    ['ru', 'триста пять кораблей', ['num 305']],
    ['ru', 'две тысячи кораблей', ['num 2000']],
    ['ru', 'миллион кораблей', ['num 1000000~']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('fractions', () => {
  test.each([
    ['en', 'half of the town', ['frac 0.5']],
    ['en', 'a third of the town', ['frac 0.333']],
    ['en', 'two-thirds of the town', ['frac 0.667']],
    ['en', 'three quarters of the town', ['frac 0.75']],
    ['en', 'one in the third row', ['num 1~', 'ord 3']],
    ['en', '3/4 of the town', ['frac 0.75']],
    ['en', '½ of the town', ['frac 0.5']],
    ['en', 'in the first half and the second quarter', ['ord 1~', 'ord 2~']],
    ['de', 'zwei Drittel der Stadt', ['frac 0.667']],
    ['de', 'ein Drittel der Stadt', ['frac 0.333']],
    ['de', 'die Hälfte der Stadt', ['frac 0.5']],
    ['es', 'dos tercios de la ciudad', ['frac 0.667']],
    ['es', 'la mitad de la ciudad', ['frac 0.5']],
    ['fr', 'un tiers de la ville', ['frac 0.333']],
    ['fr', 'la moitié de la ville', ['frac 0.5']],
    ['fr', 'les trois quarts de la ville', ['frac 0.75']],
    ['ru', 'половина города', ['frac 0.5']],
    ['ru', 'две трети города', ['frac 0.667']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('ordinals, decades, years', () => {
  test.each([
    ['en', 'the 3rd and the 21st floor', ['ord 3', 'ord 21']],
    ['en', 'the first, second and third floor', ['ord 1~', 'ord 2~', 'ord 3']],
    ['en', 'the twenty-first floor', ['ord 21']],
    ['en', 'in the 1990s', ['decade 1990']],
    ['en', 'in the mid-1990s and the ’80s', ['decade 1990', 'decade 80']],
    ['en', 'two old 747s', ['num 2~', 'num 747']],
    ['en', 'in 1848 and 2026', ['year 1848', 'year 2026']],
    ['en', 'some 2,026 boats', ['num 2026']],
    ['de', 'der dritte Stock', ['ord 3']],
    ['de', 'in den 1990er Jahren', ['decade 1990']],
    ['es', 'la tercera planta', ['ord 3']],
    ['es', 'en los años 90', ['decade 90']],
    ['es', 'en la década de 1990', ['decade 1990']],
    ['fr', 'le 1er étage et le 3e étage', ['ord 1', 'ord 3']],
    ['fr', 'la troisième fois', ['ord 3']],
    ['fr', 'dans les années 1990', ['decade 1990']],
    ['ru', 'третий этаж', ['ord 3']],
    ['ru', '5-й этаж', ['ord 5']],
    ['ru', 'в 1990-х годах', ['decade 1990']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('what only looks like a figure', () => {
  test.each([
    ['a code', 'The A380 landed', ['code 380']],
    ['codes', 'The G20, the G-7 and COVID-19', ['code 20', 'code 7', 'code 19']],
    ['a flight', 'Flight MH17 left', ['code 17']],
    ['glued behind', 'A 5G mast', ['code 5']],
    ['a quarter', 'In Q3 it fell', ['code 3']],
    ['a hyphen before a decade is no code', 'Mid-1990s houses', ['decade 1990']],
    ['a time', 'It opens at 19:30', []],
    ['a time with a dot', 'It opens at 7.30pm', []],
    ['a whole hour', 'It opens at 7 a.m. and shuts at 11 p.m.', []],
    ['a score', 'Northport won 3-1', ['score 3:1']],
    ['a score with a dash', 'Northport beat Marlow 2–0', ['score 2:0']],
    ['a score in words', 'Northport lost 3 to 1', ['score 3:1']],
    ['two sets', 'She won 6-4, 6-3', ['score 6:4', 'score 6:3']],
    ['no score', 'It takes 5-10 minutes', ['num 5', 'num 10']],
    ['a ratio that is a code', 'The shop is open 24/7', ['code 24']],
    ['a date', 'It opened on 3 March', []],
    ['a number behind a date', 'On 3 March 12 boats left', ['num 12']],
  ] as const)('%s: %s', (_, text, expected) => {
    expect(numbersIn(text, 'en')).toEqual(expected)
  })

  test.each([
    ['de', 'Beginn ist um 19.30 Uhr'],
    ['de', 'Beginn ist um 19 Uhr'],
    ['fr', 'Début à 19h30'],
    ['fr', 'Début à 19 h 30'],
    ['es', 'Empieza a las 19:30'],
    ['ru', 'Начало в 19:30'],
  ])('a time of day in %s: %s', (language, text) => {
    expect(numbersIn(text, language)).toEqual([])
  })

  test('the year of a date can be told alone, but accuses nobody', () => {
    expect(numbersIn('It opened on 3 March 2026, not in May 2025', 'en')).toEqual([
      'year 2026~',
      'year 2025~',
    ])
  })
})

describe('ranges share the unit that stands behind them', () => {
  test.each([
    ['en', '5-10%', ['pct 5', 'pct 10']],
    ['en', 'between 20 and 25 percent', ['pct 20', 'pct 25']],
    ['en', 'from 5 to 10 per cent', ['pct 5', 'pct 10']],
    ['en', '3 to 4 million boats', ['num 3000000', 'num 4000000']],
    ['en', '$5-10 million', ['money 5000000 dollar', 'money 10000000 dollar']],
    ['en', '£3m-£4m', ['money 3000000 gbp', 'money 4000000 gbp']],
    ['en', '20 to 30 euros', ['money 20 eur', 'money 30 eur']],
    ['en', 'It has 20 boats and 25 percent of them sail', ['num 20', 'pct 25']],
    ['de', 'zwischen 20 und 25 Prozent', ['pct 20', 'pct 25']],
    ['de', '3 bis 4 Millionen Boote', ['num 3000000', 'num 4000000']],
    ['es', 'entre 20 y 25 por ciento', ['pct 20', 'pct 25']],
    ['fr', 'de 5 à 10 %', ['pct 5', 'pct 10']],
    ['ru', 'от 5 до 10%', ['pct 5', 'pct 10']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(numbersIn(text, language)).toEqual(expected)
  })
})

describe('hedges', () => {
  test.each([
    ['en', 'about 40 boats', 'about'],
    ['en', 'roughly 40 boats', 'about'],
    ['en', 'an estimated 40 boats', 'about'],
    ['en', 'more than 40 boats', 'more-than'],
    ['en', 'at least $40', 'more-than'],
    ['en', 'over 40 boats', 'more-than'],
    ['en', 'nearly 40 boats', 'less-than'],
    ['en', 'up to 40 boats', 'less-than'],
    ['en', 'almost a third', 'less-than'],
    ['en', 'moreover 40 boats', ''],
    ['de', 'rund 40 Boote', 'about'],
    ['de', 'mehr als 40 Boote', 'more-than'],
    ['de', 'knapp 40 Boote', 'less-than'],
    ['es', 'unos 40 barcos', 'about'],
    ['es', 'más de 40 barcos', 'more-than'],
    ['es', 'casi 40 barcos', 'less-than'],
    ['fr', 'environ 40 bateaux', 'about'],
    ['fr', 'plus de 40 bateaux', 'more-than'],
    ['fr', 'près de 40 bateaux', 'less-than'],
    ['ru', 'около 40 кораблей', 'about'],
    ['ru', 'более 40 кораблей', 'more-than'],
    ['ru', 'почти 40 кораблей', 'less-than'],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(only(text, language).marker).toBe(expected)
  })
})

describe('the last significant digit', () => {
  test.each([
    ['37', 1],
    ['3,800', 100],
    ['1.2 million', 100_000],
    ['1,247,000', 1000],
    ['4.5%', 0.1],
    ['4.50%', 0.01],
    ['two million', 1_000_000],
    ['thirty', 10],
  ])('of %s is %d', (text, expected) => {
    expect(only(text, 'en').lastUnit).toBeCloseTo(expected, 6)
  })
})

describe('a claim and the evidence that supports it', () => {
  test.each([
    ['equal', '1,247 boats', '1,247 boats', true],
    ['words and digits', 'seven boats', '7 boats', true],
    ['other separators', '1 247 boats', '1,247 boats', true],
    ['honest rounding', '1.2 million', '1,247,000', true],
    ['rounding to the wrong side', '1.3 million', '1,247,000', false],
    ['rounding up', '1.3 million', '1,251,000', true],
    ['rounding of small figures', '40 boats', '37 boats', true],
    ['as precise as the evidence', '29 boats', '30 boats', false],
    ['roughly does not help', 'roughly 29 boats', '30 boats', false],
    ['finer than the evidence', '1,247,000', '1.2 million', false],
    ['another digit', '1,248 boats', '1,247 boats', false],
    ['small figures are exact', '7 boats', '8 boats', false],
    ['small decimals are exact', '6 points', '6.3 points', false],
    ['more than', 'more than 1,200 boats', '1,247 boats', true],
    ['more than, but less', 'more than 1,300 boats', '1,210 boats', false],
    ['nearly', 'nearly 1.3 million', '1,220,000', true],
    ['nearly, but more', 'nearly 1.2 million', '1,290,000', false],
    ['at least, same figure', 'at least 12 boats', '12 boats', true],
    ['percent is no number', '12 percent', '12 boats', false],
    ['a number is no percent', '12 boats', '12 percent', false],
    ['percent forms', '12 per cent', '12%', true],
    ['a third in percent', '33%', 'a third', true],
    ['a half in percent', '50%', 'half', true],
    ['no half', '48%', 'half', false],
    ['half needs a hedge', 'half', '48%', false],
    ['nearly half', 'nearly half', '48%', true],
    ['nearly half is not 40%', 'nearly half', '40%', false],
    ['two thirds', 'two-thirds', '66.7%', true],
    ['a fraction in digits', 'three quarters', '3/4', true],
    ['another fraction', 'a third', 'a quarter', false],
    ['one currency', '$5 million', '5 million dollars', true],
    ['a dollar is some dollar', '$5 million', 'US$5 million', true],
    ['two dollars', 'A$5 million', 'US$5 million', false],
    ['two currencies', '€5 million', '$5 million', false],
    ['the currency left out', '5 million', '$5 million', true],
    ['a currency invented', '$5 million', '5 million', false],
    ['another magnitude', '$5 billion', '$5 million', false],
    ['magnitude in letters', '$5m', '$5,000,000', true],
    ['a year is exact', 'in 2025', 'in 2026', false],
    ['the same year', 'in 2026', 'in 2026', true],
    ['a year is no rounding', 'in 2000', 'in 1998', false],
    ['a decade is no year', 'the 1990s', 'in 1990', false],
    ['decades', 'the 1990s', 'the ’90s', true],
    ['other decades', 'the 1980s', 'the 1990s', false],
    ['ordinals', 'the third', 'the 3rd', true],
    ['another ordinal', 'the fourth', 'the 3rd', false],
    ['codes', 'the A380', 'the A380', true],
    ['another code', 'the A320', 'the A380', false],
    ['the same digits of another code', 'the B380', 'the A380', false],
    ['codes with and without a hyphen', 'the G7', 'the G-7', true],
    ['a code is no number', 'the G20', '20 boats', false],
    ['scores', 'won 3-1', 'won 3–1', true],
    ['another score', 'won 3-2', 'won 3–1', false],
    ['scores in words', 'won 3 to 1', 'won 3-1', true],
  ] as const)('%s: "%s" of "%s"', (_, claim, evidence, expected) => {
    expect(numbersMatch(only(claim, 'en'), only(evidence, 'en'))).toBe(expected)
  })

  test.each([
    ['de', '1,2 Millionen', 'en', '1,247,000', true],
    ['fr', '3,5 %', 'en', '3.5 percent', true],
    ['ru', '1,5 млн долларов', 'en', '$1.5 million', true],
    ['es', 'dos tercios', 'en', '66.7%', true],
    ['de', '3,5 Milliarden Euro', 'en', '€3.5 million', false],
  ] as const)('%s "%s" of %s "%s"', (language, claim, other, evidence, expected) => {
    expect(numbersMatch(only(claim, language), only(evidence, other))).toBe(expected)
  })
})

describe('offsets', () => {
  test.each([
    ['It cost “£1.2 million” — and more', ['£1.2 million']],
    ['Some 10½ metres… then 4 %', ['10½', '4 %']],
    ['The year’s twenty-one boats', ['twenty-one']],
  ])('are those of the printed text: %s', (text, expected) => {
    const found = findNumbers(text, 'en')

    expect(found.map((number) => number.text)).toEqual(expected)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})
