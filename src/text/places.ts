// Countries, capitals and what people call them and theirs: one key for "UK", "Britain", "British", "Royaume-Uni". The
// names of countries in other languages come from the platform; here stand adjectives, peoples and other spellings.

import { fold } from './normalise.ts'

const table = `
us: сша, соединенные штаты, соединенных штатах, соединенных штатов, американскии, американская, американские, американских, американского, американскои, vereinigten staaten, vereinigter staaten, amerikanische, amerikanischen, amerikanischer, usa, america, american, americans, united states, united states of america, estados unidos, etats unis, etats-unis, ee uu, vereinigte staaten, us-amerikanische, us-amerikanischen, estadounidense, estadounidenses, americain, americaine, americains
uk: britain, british, briton, britons, united kingdom, great britain, grossbritannien, britische, britischen, britischer, reino unido, britanico, britanica, royaume-uni, royaume uni, britannique, britanniques
eu: ue, ес, евросоюз, евросоюза, евросоюзе, евросоюзу, евросоюзом, европеискии союз, европеиского союза, европеиском союзе, european union, europaische union, europaischen union, union europea, union europeenne
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
netherlands: dutch, dutchman, dutchmen, dutchwoman, holland, niederlande, niederlanden, niederlander, neerlandes, neerlandesa, neerlandais, the netherlands
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
russia: российский, российские, российской, россияне, russian, russians, russian federation, russland, russie, rusia, russische, russischen, ruso, rusa, rusos, russe, russes
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
ukraine: украинский, украинские, ukrainian, ukrainians, ukrainische, ukrainischen, ucrania, ucraniano, ukrainien, ukrainienne
uzbekistan: uzbek, uzbeks
venezuela: venezuelan, venezuelans
vietnam: vietnamese
yemen: yemeni, yemenis
zimbabwe: zimbabwean, zimbabweans
european: европа, европы, европе, европейский, европейские
addis ababa: addis abeba, addis-abeba, adis abeba, аддис-абеба
athens: athen, athenes, atenas, афины, афинах
baghdad: bagdad, багдад, багдаде
beijing: peking, pekin, пекин, пекине, пекина
belgrade: belgrad, belgrado, белград, белграде
berlin: берлин, берлине, берлина
brussels: brussel, bruxelles, bruselas, брюссель, брюсселе
bucharest: bukarest, bucarest, бухарест
budapest: будапешт, будапеште
cairo: kairo, le caire, el cairo, каир, каире
copenhagen: kopenhagen, copenhague, копенгаген
damascus: damaskus, damasco, дамаск, дамаске
geneva: genf, geneve, ginebra, женева, женеве
hanoi: ханой, ханое
havana: havanna, la havane, la habana, гавана
helsinki: хельсинки
kabul: kaboul, кабул, кабуле
kyiv: kiev, kiew, киев, киеве, киева
lisbon: lissabon, lisbonne, lisboa, лиссабон
london: londres, лондон, лондоне, лондона
madrid: мадрид, мадриде
mexico city: mexiko-stadt, ciudad de mexico, мехико
moscow: moskau, moscou, moscu, москва, москвы, москве, москву
oslo: осло
ottawa: оттава
paris: париж, париже, парижа
prague: prag, praga, прага, праге
pyongyang: pjongjang, пхеньян
riyadh: riad, эр-рияд
rome: rom, рим, риме
seoul: сеул, сеуле
stockholm: estocolmo, стокгольм
tehran: teheran, тегеран, тегеране
tokyo: tokio, токио
vienna: wien, vienne, viena, вена, вене
warsaw: warschau, varsovie, varsovia, варшава, варшаве
`

/** Folded form of one or several words → key; made when it is first needed. */
let keys: ReadonlyMap<string, string> | undefined
let longest = 1

function knownKeys(): ReadonlyMap<string, string> {
  if (keys) return keys
  const known = new Map(
    table
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [key = '', forms = ''] = line.split(': ')
        return [key, ...forms.split(', ')].map((form) => [form, key] as const)
      }),
  )
  for (const [name, key] of foreignNames(known)) if (!known.has(name)) known.set(name, key)
  keys = known
  longest = Math.max(...[...known.keys()].map((form) => form.split(' ').length))
  return known
}

/** What other languages call the countries whose English name is known. */
function* foreignNames(known: ReadonlyMap<string, string>): Iterable<readonly [name: string, key: string]> {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const others = ['es', 'fr', 'de', 'ru'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  for (const code of regionCodes()) {
    const key = known.get(fold(english.of(code) ?? ''))
    if (key === undefined) continue
    for (const names of others) for (const form of formsOf(names.of(code) ?? '')) yield [form, key] as const
  }
}

function* regionCodes(): Iterable<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const first of letters) for (const second of letters) yield first + second
}

/** Russian declines, and folding takes the mark off й: Япония, Японии; Китай, Китая. */
function formsOf(name: string): readonly string[] {
  if (!/^[а-яё]{4,}$/i.test(name)) return name === '' ? [] : [fold(name)]
  const stem = name.replace(/[аяйь]$/, '')
  const endings = name.endsWith('ия')
    ? ['и', 'ю', 'ей']
    : /[ая]$/.test(name)
      ? ['ы', 'и', 'е', 'у', 'ю', 'ой', 'ей']
      : ['а', 'у', 'е', 'ом', 'я', 'ю', 'ем']
  return [name, ...endings.map((ending) => stem + ending)].map(fold)
}

/** The key of a country, its people or its adjective, given as folded words; undefined when it is none. */
export function placeKey(foldedWords: string): string | undefined {
  return knownKeys().get(foldedWords)
}

/** Keys of every country named in folded words, with the number of words that each takes. */
export function* placesIn(
  words: readonly string[],
): Iterable<{ readonly at: number; readonly length: number; readonly key: string }> {
  const known = knownKeys()
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const key = known.get(length === 1 ? (words[at] ?? '') : words.slice(at, at + length).join(' '))
      if (key === undefined) continue
      yield { at, length, key }
      at += length - 1
      break
    }
  }
}
