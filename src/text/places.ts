// Countries and what people call them and theirs: one key for "UK", "Britain", "British" and "United Kingdom".

const table = `
us: usa, america, american, americans, united states, united states of america, estados unidos, etats unis, etats-unis, ee uu, vereinigte staaten, us-amerikanische, us-amerikanischen, estadounidense, estadounidenses, americain, americaine, americains
uk: britain, british, briton, britons, united kingdom, great britain, grossbritannien, britische, britischen, britischer, reino unido, britanico, britanica, royaume-uni, royaume uni, britannique, britanniques
eu: european union, europaische union, union europea, union europeenne
un: united nations
uae: emirati, emiratis, united arab emirates, emirates
afghanistan: afghan, afghans
algeria: algerian, algerians
argentina: argentine, argentines, argentinian, argentinien
armenia: armenian, armenians
australia: australian, australians, australien
austria: austrian, austrians, osterreich
azerbaijan: azerbaijani, azeri
bangladesh: bangladeshi, bangladeshis
belarus: belarusian, belarusians
belgium: belgian, belgians, belgien
bolivia: bolivian, bolivians
brazil: brazilian, brazilians, brasilien, brasil
bulgaria: bulgarian, bulgarians
cambodia: cambodian, cambodians
canada: canadian, canadians, kanada
chile: chilean, chileans
china: chinese, peoples republic of china, chinesische, chinesischen, chino, china, chine, chinois, chinoise
colombia: colombian, colombians
croatia: croatian, croatians, kroatien
cuba: cuban, cubans
czech: czechia, czechs, czech republic, tschechien
denmark: danish, dane, danes, danemark
egypt: egyptian, egyptians, agypten
ethiopia: ethiopian, ethiopians
finland: finnish, finn, finns, finnland
france: french, frankreich, francia, franzosische, franzosischen, franzosischer, frances, francesa, franceses, francais, francaise, francaises
georgia: georgian, georgians
germany: german, germans, deutschland, allemagne, alemania, deutsche, deutschen, deutscher, aleman, alemana, alemanes, allemand, allemande, allemands
ghana: ghanaian, ghanaians
greece: greek, greeks, griechenland
hungary: hungarian, hungarians, ungarn
iceland: icelandic, icelander, icelanders
india: indian, indians, indien
indonesia: indonesian, indonesians
iran: iranian, iranians
iraq: iraqi, iraqis, irak
ireland: irish, irland
israel: israeli, israelis
italy: italian, italians, italien, italia, italienische, italienischen, italiano, italiana, italie, italiens, italienne
japan: japanese
jordan: jordanian, jordanians
kazakhstan: kazakh, kazakhs
kenya: kenyan, kenyans
kosovo: kosovan, kosovans
latvia: latvian, latvians
lebanon: lebanese
libya: libyan, libyans
lithuania: lithuanian, lithuanians
malaysia: malaysian, malaysians
mexico: mexican, mexicans, mexiko
moldova: moldovan, moldovans
morocco: moroccan, moroccans
myanmar: burma, burmese
nepal: nepali, nepalese
netherlands: dutch, holland, niederlande, the netherlands
new zealand: new zealander, new zealanders
nigeria: nigerian, nigerians
north korea: north korean, north koreans, dprk
norway: norwegian, norwegians, norwegen
pakistan: pakistani, pakistanis
palestine: palestinian, palestinians
peru: peruvian, peruvians
philippines: filipino, filipinos, philippine
poland: polish, pole, poles, polen
portugal: portuguese
qatar: qatari, qataris
romania: romanian, romanians
russia: russian, russians, russian federation, russland, russie, rusia, russische, russischen, ruso, rusa, rusos, russe, russes
saudi arabia: saudi, saudis, saudi arabian
serbia: serbian, serbians, serb, serbs
singapore: singaporean, singaporeans
slovakia: slovak, slovaks
slovenia: slovenian, slovenians
somalia: somali, somalis
south africa: south african, south africans
south korea: south korean, south koreans
spain: spanish, spaniard, spaniards, spanien, espana, spanische, spanischen, espanol, espanola, espanoles, espagne, espagnol, espagnole
sri lanka: sri lankan, sri lankans
sudan: sudanese
sweden: swedish, swede, swedes, schweden
switzerland: swiss, schweiz, suisse
syria: syrian, syrians, syrien
taiwan: taiwanese
thailand: thai, thais
tunisia: tunisian, tunisians
turkey: turkish, turk, turks, turkiye, turkei
uganda: ugandan, ugandans
ukraine: ukrainian, ukrainians, ukrainische, ukrainischen, ucrania, ucraniano, ukrainien, ukrainienne
uzbekistan: uzbek, uzbeks
venezuela: venezuelan, venezuelans
vietnam: vietnamese
yemen: yemeni, yemenis
zimbabwe: zimbabwean, zimbabweans
европа: european
россия: россии, россию, российский, российские, российской, россияне
сша: соединенные штаты
украина: украины, украине, украину, украинский, украинские
`

/** Folded form of one or several words → key. */
const keys: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [key = '', forms = ''] = line.split(': ')
      return [key, ...forms.split(', ')].map((form) => [form, key] as const)
    }),
)

const longest = Math.max(...[...keys.keys()].map((form) => form.split(' ').length))

/** The key of a country, its people or its adjective, given as folded words; undefined when it is none. */
export function placeKey(foldedWords: string): string | undefined {
  return keys.get(foldedWords)
}

/** Keys of every country named in folded words, with the number of words that each takes. */
export function* placesIn(
  words: readonly string[],
): Iterable<{ readonly at: number; readonly length: number; readonly key: string }> {
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const key = keys.get(length === 1 ? (words[at] ?? '') : words.slice(at, at + length).join(' '))
      if (key === undefined) continue
      yield { at, length, key }
      at += length - 1
      break
    }
  }
}
