// What stands before and behind a figure and changes what it means: magnitudes, percent forms, currencies.

/** "one=1 two=2"; an underscore stands for a space. */
export function valuesOf(list: string): Map<string, number> {
  return new Map(
    list
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [word = '', value = ''] = pair.split('=')
        return [word.replaceAll('_', ' '), Number(value)] as const
      }),
  )
}

/** Longest first, so that none is cut short by another. */
export function alternatives(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$.]/g, '\\$&'))
    .join('|')
}

const everywhere = valuesOf(
  `mn=1e6 mln=1e6 bn=1e9 tn=1e12 trn=1e12 hundred=100 thousand=1e3 million=1e6 billion=1e9 trillion=1e12 lakh=1e5 crore=1e7
  tausend=1e3 tsd=1e3 mio=1e6 millionen=1e6 mrd=1e9 milliarde=1e9 milliarden=1e9 billionen=1e12
  millón=1e6 millones=1e6 billones=1e12 millions=1e6 milliard=1e9 milliards=1e9 milhão=1e6 milhões=1e6 milioni=1e6 miliardi=1e9
  тыс=1e3 тысяч=1e3 тысячи=1e3 млн=1e6 миллион=1e6 миллиона=1e6 миллионов=1e6 млрд=1e9 миллиард=1e9 миллиарда=1e9 миллиардов=1e9 трлн=1e12
  万=1e4 萬=1e4 億=1e8 亿=1e8 兆=1e12 만=1e4 억=1e8`,
)

/** Words that are other words, or other magnitudes, elsewhere: an English mill, a German Billion. */
const inLanguage: Readonly<Record<string, Map<string, number>>> = {
  de: valuesOf('billion=1e12'),
  es: valuesOf('mil=1e3 mil_millones=1e9 mill=1e6 billón=1e12'),
  fr: valuesOf('mille=1e3 billion=1e12 billions=1e12'),
  it: valuesOf('mila=1e3'),
  pt: valuesOf('mil=1e3 bilhão=1e9 bilhões=1e9'),
}

/** Behind a figure: "1,5 Mrd", "4 млн", "5万". */
export function magnitudesOf(language: string): ReadonlyMap<string, number> {
  return new Map([...everywhere, ...(inLanguage[language] ?? [])])
}

/** Letters that are magnitudes only where they touch the figure. "40m high" is a length. */
export const gluedMagnitudes: ReadonlyMap<string, number> = valuesOf('k=1e3 m=1e6 b=1e9')
export const GLUED =
  'k|m(?!\\s(?:high|tall|long|wide|deep|away|race|sprint|hurdles|freestyle|final|above|below))|(?<=[$£€¥₹][\\d.,]{1,9})b'

export const PERCENT =
  '%|per ?cent|pct|pc|percentage points?|prozentpunkte?n?|prozentig\\p{L}*|prozent|por ciento|puntos? porcentual(?:es)?|pour ?cent|points? de pourcentage|' +
  'процентн\\p{L}+ пункт\\p{L}*|процент\\p{L}*|パーセント'

/** Sign or word → code. A bare dollar is some dollar: it agrees with each of them. */
export const currencies: ReadonlyMap<string, string> = new Map(
  Object.entries({
    usd: 'us$ usd',
    aud: 'a$ aud au$',
    cad: 'c$ cad ca$',
    hkd: 'hk$ hkd',
    sgd: 's$ sgd',
    nzd: 'nz$ nzd',
    dollar: '$ dollar dollars dólar dólares доллар доллара долларов долл',
    gbp: '£ gbp pound pounds sterling pfund libras фунтов',
    eur: '€ eur euro euros евро',
    jpy: '¥ jpy yen yenes 円 иен иены',
    cny: 'cny rmb yuan renminbi 元 юаней юаня',
    inr: '₹ inr rupee rupees rs rupien rupias roupies рупий',
    rub: '₽ rub rouble roubles ruble rubles rubel rublos рубль рубля рублей руб',
    krw: '₩ krw won 원',
    chf: 'chf franken francs francos',
    brl: 'r$ brl reais',
    cent: 'cents cent',
  }).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
)

const names = [...currencies.keys()]

/** Before a figure: signs, and codes in capitals or not. */
export const SIGNS = alternatives(
  names
    .filter(
      (name) => /[^\p{L}]$/u.test(name) || (/^[a-z]{3}$/.test(name) && !/^(?:yen|won|rub|cad)$/.test(name)),
    )
    .concat('rs', 'rs.'),
)

/** Behind it. "Won" is a verb unless a great figure stands before it. */
export const CURRENCY_NAMES = [
  ...[alternatives(names.filter((name) => /^\p{L}+$/u.test(name) && name !== 'won'))],
  '(?<=(?:[,.]\\d{3}|illion)\\s)won',
  '[€$£¥₹₽₩](?!\\s?\\d)',
].join('|')
