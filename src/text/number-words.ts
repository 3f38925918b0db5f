// Numbers written as words, and the words that stand behind figures: magnitudes, percent, currencies, hedges.

export interface NumberLanguage {
  /** Words that add up: "twenty", "one". */
  readonly units: ReadonlyMap<string, number>
  /** Words that multiply what stands before them: "hundred", "million". */
  readonly multipliers: ReadonlyMap<string, number>
  /** Small words inside: "three hundred and five". */
  readonly joints: ReadonlySet<string>
  readonly ordinals: ReadonlyMap<string, number>
  readonly fractions: ReadonlyMap<string, number>
}

/** "one=1 two=2" or, with a start, words that count on from there. */
function pairs(list: string): Map<string, number> {
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

const en: NumberLanguage = {
  units:
    pairs(`zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
    fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60
    seventy=70 eighty=80 ninety=90`),
  multipliers: pairs('hundred=100 thousand=1e3 million=1e6 billion=1e9 trillion=1e12 dozen=12'),
  joints: new Set(['and', 'a']),
  ordinals:
    pairs(`first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
    twentieth=20 thirtieth=30 fiftieth=50 hundredth=100`),
  fractions: pairs(
    'half=0.5 third=0.3333333 thirds=0.3333333 quarter=0.25 quarters=0.25 fifth=0.2 fifths=0.2 tenth=0.1 tenths=0.1',
  ),
}

const de: NumberLanguage = {
  units: germanUnits(),
  multipliers: pairs(
    'hundert=100 tausend=1e3 million=1e6 millionen=1e6 milliarde=1e9 milliarden=1e9 billion=1e12 billionen=1e12 dutzend=12',
  ),
  joints: new Set(['und']),
  ordinals: pairs(
    'erste=1 ersten=1 zweite=2 zweiten=2 dritte=3 dritten=3 vierte=4 vierten=4 fünfte=5 fünften=5 sechste=6 siebte=7 achte=8 neunte=9 zehnte=10',
  ),
  fractions: pairs('hälfte=0.5 halbe=0.5 drittel=0.3333333 viertel=0.25 fünftel=0.2 zehntel=0.1'),
}

const es: NumberLanguage = {
  units:
    pairs(`cero=0 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13
    catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintidós=22 veintitrés=23
    veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50
    sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300
    cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900`),
  multipliers: pairs('mil=1e3 millón=1e6 millones=1e6 docena=12 docenas=12'),
  joints: new Set(['y']),
  ordinals: pairs(
    'primero=1 primera=1 segundo=2 segunda=2 tercero=3 tercera=3 cuarto=4 cuarta=4 quinto=5 quinta=5',
  ),
  fractions: pairs('mitad=0.5 tercio=0.3333333 tercios=0.3333333'),
}

const fr: NumberLanguage = {
  units:
    pairs(`zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13
    quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 nonante=90
    quatre-vingt=80 quatre-vingts=80`),
  multipliers: pairs(
    'cent=100 cents=100 mille=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 douzaine=12',
  ),
  joints: new Set(['et']),
  ordinals: pairs(
    'premier=1 première=1 deuxième=2 seconde=2 troisième=3 quatrième=4 cinquième=5 sixième=6 dixième=10',
  ),
  fractions: pairs('moitié=0.5 tiers=0.3333333'),
}

const ru: NumberLanguage = {
  units:
    pairs(`ноль=0 один=1 одна=1 одного=1 два=2 две=2 двух=2 три=3 трех=3 трёх=3 четыре=4 пять=5 пяти=5 шесть=6 семь=7 восемь=8
    девять=9 десять=10 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 шестнадцать=16 семнадцать=17
    восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 восемьдесят=80
    девяносто=90 сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900`),
  multipliers: pairs(
    'тысяча=1e3 тысячи=1e3 тысяч=1e3 миллион=1e6 миллиона=1e6 миллионов=1e6 миллиард=1e9 миллиарда=1e9 миллиардов=1e9',
  ),
  joints: new Set(),
  ordinals: pairs('первый=1 первая=1 второй=2 вторая=2 третий=3 третья=3 четвертый=4 пятый=5'),
  fractions: pairs(
    'половина=0.5 половины=0.5 половину=0.5 треть=0.3333333 трети=0.3333333 четверть=0.25 четверти=0.25',
  ),
}

const languages: Readonly<Record<string, NumberLanguage>> = { en, de, es, fr, ru }

/** English where a language has no words of its own here. */
export function numberLanguage(language: string): NumberLanguage {
  return languages[language.slice(0, 2).toLowerCase()] ?? en
}

/** German writes them in one word, units before tens: "einundzwanzig", "dreihundertfünf". */
function germanUnits(): Map<string, number> {
  const small =
    pairs(`null=0 eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13
    vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19`)
  const tens = pairs(
    'zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90',
  )
  const ones = [['ein', 1], ...[...small].filter(([, value]) => value > 1 && value < 10)] as const
  const below100 = new Map([...small, ...tens])
  for (const [ten, value] of tens)
    for (const [one, plus] of ones) below100.set(`${one}und${ten}`, value + Number(plus))
  const all = new Map(below100)
  for (const [one, times] of [['', 1], ...ones] as const) {
    if (one !== '') all.set(`${one}hundert`, Number(times) * 100)
    for (const [word, value] of below100)
      if (value > 0) all.set(`${one}hundert${word}`, Number(times) * 100 + value)
  }
  for (const [one, times] of [...ones, ...below100])
    if (Number(times) > 0) all.set(`${one}tausend`, Number(times) * 1000)
  return all
}

/** Behind a figure, in any language: "3.2m", "1,5 Mrd", "4 млн", "5万". */
export const figureMagnitudes: ReadonlyMap<string, number> = pairs(
  `k=1e3 m=1e6 mn=1e6 mln=1e6 bn=1e9 tn=1e12 trn=1e12 hundred=100 thousand=1e3 million=1e6 billion=1e9 trillion=1e12 lakh=1e5 crore=1e7
  tausend=1e3 tsd=1e3 mio=1e6 mill=1e6 millionen=1e6 mrd=1e9 milliarde=1e9 milliarden=1e9 billionen=1e12
  mil=1e3 mil_millones=1e9 millón=1e6 millones=1e6 billones=1e12 mille=1e3 millions=1e6 milliard=1e9 milliards=1e9
  тыс=1e3 тысяч=1e3 тысячи=1e3 млн=1e6 миллион=1e6 миллиона=1e6 миллионов=1e6 млрд=1e9 миллиард=1e9 миллиарда=1e9 миллиардов=1e9 трлн=1e12
  万=1e4 萬=1e4 億=1e8 亿=1e8 兆=1e12 만=1e4 억=1e8`,
)

/** Sign or word → code. A bare dollar is some dollar: it agrees with each of them. */
export const currencies: ReadonlyMap<string, string> = new Map(
  Object.entries({
    usd: 'us$ usd',
    aud: 'a$ aud au$',
    cad: 'c$ cad ca$',
    hkd: 'hk$ hkd',
    sgd: 's$ sgd',
    nzd: 'nz$ nzd',
    dollar: '$ dollar dollars dólares доллар доллара долларов',
    gbp: '£ gbp pound pounds sterling pfund libras',
    eur: '€ eur euro euros евро',
    jpy: '¥ jpy yen 円 иен иены',
    cny: 'cny rmb yuan renminbi 元 юаней юаня',
    inr: '₹ inr rupee rupees rs',
    rub: '₽ rub rouble roubles ruble rubles rubel рубль рубля рублей руб',
    krw: '₩ krw won',
    chf: 'chf franken francs',
    cent: 'cents cent',
  }).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
)
