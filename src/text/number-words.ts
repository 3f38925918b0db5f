// Numbers written as words, language by language.

import { germanUnits } from './german-numbers.ts'
import { valuesOf } from './number-units.ts'

export interface NumberLanguage {
  /** Words that add up: "twenty", "one". */
  readonly units: ReadonlyMap<string, number>
  /** Units that are also articles: numbers only behind another word of a number. */
  readonly articles: ReadonlySet<string>
  /** Words that multiply what stands before them: "hundred", "million". */
  readonly multipliers: ReadonlyMap<string, number>
  /** Multipliers that need neither a figure nor an article: "mil barcos". */
  readonly bare: ReadonlySet<string>
  /** Small words inside: "three hundred and five". */
  readonly joints: ReadonlySet<string>
  readonly ordinals: ReadonlyMap<string, number>
  readonly fractions: ReadonlyMap<string, number>
  /** Fractions that are ordinals as well: "a third man", "a third of them". */
  readonly doubtful: ReadonlySet<string>
  /** Behind a whole number: "two and a half". */
  readonly andHalf: RegExp
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Every stem with every ending. */
function inflected(stems: string, endings: string): ReadonlyMap<string, number> {
  return new Map(
    [...valuesOf(stems)].flatMap(([stem, value]) =>
      endings.split(' ').map((ending) => [stem + ending, value] as const),
    ),
  )
}

const en: NumberLanguage = {
  units:
    valuesOf(`zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
    fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60
    seventy=70 eighty=80 ninety=90`),
  articles: new Set(),
  multipliers: valuesOf('hundred=100 thousand=1e3 million=1e6 billion=1e9 trillion=1e12 dozen=12'),
  bare: new Set(),
  joints: setOf('and'),
  ordinals:
    valuesOf(`first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
    thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
    fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100`),
  fractions: valuesOf(
    'half=0.5 third=0.3333333 thirds=0.3333333 quarter=0.25 quarters=0.25 fifth=0.2 fifths=0.2 tenth=0.1 tenths=0.1',
  ),
  doubtful: setOf('third fifth tenth'),
  andHalf: /^ and a half(?!\p{L})/iu,
}

const de: NumberLanguage = {
  units: new Map([...germanUnits(), ['anderthalb', 1.5], ['eineinhalb', 1.5], ['zweieinhalb', 2.5]]),
  articles: new Set(),
  multipliers: valuesOf(
    'hundert=100 tausend=1e3 million=1e6 millionen=1e6 milliarde=1e9 milliarden=1e9 billion=1e12 billionen=1e12 dutzend=12',
  ),
  bare: new Set(),
  joints: setOf('und'),
  ordinals: inflected(
    'erst=1 zweit=2 dritt=3 viert=4 fünft=5 sechst=6 siebt=7 neunt=9 zehnt=10 elft=11 zwölft=12 zwanzigst=20',
    'e en er es em',
  ),
  fractions: valuesOf(
    'hälfte=0.5 halbe=0.5 drittel=0.3333333 viertel=0.25 dreiviertel=0.75 fünftel=0.2 zehntel=0.1',
  ),
  doubtful: new Set(),
  andHalf: /^ und ein halb(?!\p{L})/iu,
}

const es: NumberLanguage = {
  units:
    valuesOf(`cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13
    catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintiún=21 veintidós=22
    veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40
    cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300
    trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600
    setecientos=700 setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900`),
  articles: setOf('un uno una'),
  multipliers: valuesOf('mil=1e3 millón=1e6 millones=1e6 docena=12 docenas=12'),
  bare: setOf('mil'),
  joints: setOf('y'),
  ordinals: inflected(
    'primer=1 segund=2 tercer=3 cuart=4 quint=5 sext=6 séptim=7 octav=8 noven=9 décim=10',
    'o a os as',
  ),
  fractions: valuesOf('mitad=0.5 medio=0.5 tercio=0.3333333 tercios=0.3333333 cuartos=0.25'),
  doubtful: new Set(),
  andHalf: /^ y medi[oa](?!\p{L})/iu,
}

const fr: NumberLanguage = {
  units:
    valuesOf(`zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13
    quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 nonante=90
    quatre-vingt=80 quatre-vingts=80`),
  articles: setOf('un une'),
  multipliers: valuesOf(
    'cent=100 cents=100 mille=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 douzaine=12 dizaine=10 vingtaine=20 centaine=100',
  ),
  bare: setOf('cent mille'),
  joints: setOf('et'),
  ordinals: new Map(
    [
      ...inflected(
        'deuxième=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 vingtième=20',
        ' s',
      ),
      ...valuesOf('premier=1 première=1 premiers=1 premières=1 second=2 seconde=2'),
    ].map(([word, value]) => [word.trim(), value] as const),
  ),
  fractions: valuesOf(
    'moitié=0.5 demi=0.5 demie=0.5 tiers=0.3333333 quart=0.25 quarts=0.25 cinquièmes=0.2 dixièmes=0.1',
  ),
  doubtful: new Set(),
  andHalf: /^ et demie?(?!\p{L})/iu,
}

const ru: NumberLanguage = {
  units:
    valuesOf(`ноль=0 один=1 одна=1 одного=1 одной=1 два=2 две=2 двух=2 двумя=2 три=3 трех=3 трёх=3 четыре=4 четырех=4 четырёх=4
    пять=5 пяти=5 шесть=6 шести=6 семь=7 семи=7 восемь=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10 одиннадцать=11
    одиннадцати=11 двенадцать=12 двенадцати=12 тринадцать=13 тринадцати=13 четырнадцать=14 четырнадцати=14 пятнадцать=15
    пятнадцати=15 шестнадцать=16 шестнадцати=16 семнадцать=17 семнадцати=17 восемнадцать=18 восемнадцати=18 девятнадцать=19
    девятнадцати=19 двадцать=20 двадцати=20 тридцать=30 тридцати=30 сорок=40 сорока=40 пятьдесят=50 пятидесяти=50 шестьдесят=60
    шестидесяти=60 семьдесят=70 семидесяти=70 восемьдесят=80 восьмидесяти=80 девяносто=90 девяноста=90 сто=100 ста=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 полтора=1.5
    полторы=1.5`),
  articles: new Set(),
  multipliers: valuesOf(
    'тысяча=1e3 тысячи=1e3 тысяч=1e3 миллион=1e6 миллиона=1e6 миллионов=1e6 миллиард=1e9 миллиарда=1e9 миллиардов=1e9 дюжина=12',
  ),
  bare: setOf('тысяча миллион миллиард дюжина'),
  joints: new Set(),
  ordinals: new Map([
    ...inflected('перв=1 четверт=4 четвёрт=4 пят=5 девят=9 десят=10', 'ый ая ое ого ой ом ую ые ых ым'),
    ...inflected('втор=2 шест=6 седьм=7 восьм=8', 'ой ая ое ого ом ую ые ых ым'),
    ...inflected('трет=3', 'ий ья ье ьего ьей ьем ью ьи ьих'),
  ]),
  fractions: valuesOf(
    'половина=0.5 половины=0.5 половину=0.5 половине=0.5 треть=0.3333333 трети=0.3333333 четверть=0.25 четверти=0.25',
  ),
  doubtful: new Set(),
  andHalf: /^ с половиной(?!\p{L})/iu,
}

const languages: Readonly<Record<string, NumberLanguage>> = { en, de, es, fr, ru }

/** English where a language has no words of its own here. */
export function numberLanguage(language: string): NumberLanguage {
  return languages[language.slice(0, 2).toLowerCase()] ?? en
}
