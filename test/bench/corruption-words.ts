// What corruptions put in place of what was said, per language.

export interface CorruptionWords {
  readonly people: readonly string[]
  readonly places: readonly string[]
  readonly words: readonly string[]
  readonly units: readonly (readonly [RegExp, string])[]
  readonly negations: readonly (readonly [RegExp, string])[]
  readonly opposites: readonly (readonly [RegExp, string])[]
  readonly attributions: readonly (readonly [RegExp, string])[]
  readonly causes: readonly string[]
  readonly facts: readonly string[]
}

const latinPeople = [
  'Karla Thomsen',
  'Marco Vidal',
  'Jules Ravel',
  'Greta Osric',
  'Nadia Ferrand',
  'Ulrich Zeman',
]
const latinPlaces = ['Quirrel', 'Zanten', 'Bolvik', 'Uppdal', 'Fennimore', 'Dragovar']

const tables: Readonly<Record<string, CorruptionWords>> = {
  en: {
    people: latinPeople,
    places: latinPlaces,
    words: ['always', 'yellow', 'kitchen', 'slowly', 'promised'],
    units: [
      [/million/, 'billion'],
      [/billion/, 'million'],
      [/ ?(?:percent|per cent|%)/, ''],
      [/\$/, '€'],
      [/€/, '$'],
      [/£/, '€'],
      [/pounds/, 'euros'],
      [/dollars/, 'euros'],
    ],
    negations: [
      [/ (is|are|was|were|will|can|may) (?!not)/, ' $1 not '],
      [/ not /, ' '],
      [/\bno (?=\p{L})/iu, 'the '],
    ],
    opposites: [
      [/\b(rose|gained|climbed|lifted)\b/, 'fell'],
      [/\b(fell|dropped)\b/, 'rose'],
      [/\bopened\b/, 'closed'],
      [/\bsupported\b/, 'opposed'],
      [/\bopposed\b/, 'supported'],
      [/\bbefore\b/i, 'after'],
      [/\bafter\b/i, 'before'],
      [/\bless\b/, 'more'],
      [/\bunder\b/, 'over'],
    ],
    attributions: [
      [/, (?:according to|said|says) [^,.]+(?=\.$)/, ''],
      [/^According to [^,]+, (\p{Ll})/u, '$1'],
      [/ may (?=\p{Ll})/u, ' will '],
    ],
    causes: [
      ' because of a mistake by the owners',
      ' because the weather was bad',
      ' after a complaint by neighbours',
    ],
    facts: [
      ' and the mayor apologised to the families',
      ', and a museum is planned on the site',
      ', which critics call a scandal',
    ],
  },
  de: {
    people: latinPeople,
    places: latinPlaces,
    words: ['immer', 'gelbe', 'Küche', 'langsam', 'versprochen'],
    units: [
      [/Millionen/, 'Milliarden'],
      [/ ?(?:Prozent|%)/, ''],
      [/Euro/, 'Dollar'],
    ],
    negations: [
      [/ (ist|sind|war|waren|wird|werden|kann|dürfen) (?!nicht)/, ' $1 nicht '],
      [/ nicht /, ' '],
      [/(?<!\p{L})keine (?=\p{L})/iu, 'eine '],
    ],
    opposites: [
      [/(?<!\p{L})(sank|sanken|fiel)(?!\p{L})/u, 'stieg'],
      [/(?<!\p{L})stieg(?!\p{L})/u, 'sank'],
      [/(?<!\p{L})bevor(?!\p{L})/u, 'nachdem'],
      [/(?<!\p{L})dagegen(?!\p{L})/u, 'dafür'],
      [/(?<!\p{L})unter(?!\p{L})/u, 'über'],
    ],
    attributions: [
      [/^(?:Nach Angaben|Laut) (?:von |der |des )?[^,.]+? (?=ist|mussten|erhalten)/u, ''],
      [/ könnten sich /, ' haben sich '],
      [/, so [^.,]+(?=\.$)/, ''],
    ],
    causes: [', weil die Besitzer einen Fehler gemacht hatten', ' wegen einer Beschwerde der Nachbarn'],
    facts: [
      ', und die Bürgermeisterin entschuldigte sich bei den Familien',
      ', was Kritiker einen Skandal nennen',
    ],
  },
  es: {
    people: latinPeople,
    places: latinPlaces,
    words: ['siempre', 'amarillo', 'cocina', 'despacio', 'prometido'],
    units: [
      [/millones/, 'mil millones'],
      [/ ?(?:por ciento|%)/, ''],
      [/euros/, 'dólares'],
      [/dólares/, 'euros'],
    ],
    negations: [
      [/ (es|son|está|puede|pueden|podrán|fue|tiene) /, ' no $1 '],
      [/(?<!\p{L})no (?=\p{L})/u, ''],
    ],
    opposites: [
      [/(?<!\p{L})(cayó|bajaron)(?!\p{L})/u, 'subió'],
      [/(?<!\p{L})(elevó|subió)(?!\p{L})/u, 'bajó'],
      [/(?<!\p{L})apoya(?!\p{L})/u, 'rechaza'],
      [/(?<!\p{L})antes(?!\p{L})/u, 'después'],
      [/(?<!\p{L})menores(?!\p{L})/u, 'mayores'],
    ],
    attributions: [
      [/, según [^,.]+(?:, [^,.]+)?(?=\.$)/, ''],
      [/ podría /, ' va a '],
      [/ pudieron estar /, ' estuvieron '],
    ],
    causes: [' por un error de los dueños', ' porque los vecinos se quejaron'],
    facts: [' y la alcaldesa pidió perdón a las familias', ', lo que los críticos llaman un escándalo'],
  },
  fr: {
    people: latinPeople,
    places: latinPlaces,
    words: ['toujours', 'jaune', 'cuisine', 'lentement', 'promis'],
    units: [
      [/millions/, 'milliards'],
      [/[\u00a0\u202f ]?(?:pour cent|%)/, ''],
      [/euros/, 'dollars'],
      [/dollars/, 'euros'],
    ],
    negations: [
      [/ (a|est|sont|va|peut|seront) (?!pas)/, " n'$1 pas "],
      [/ n'(\p{L}+) pas /u, ' $1 '],
    ],
    opposites: [
      [/(?<!\p{L})(baissé|tombé)(?!\p{L})/u, 'augmenté'],
      [/(?<!\p{L})rouvert(?!\p{L})/u, 'fermé'],
      [/(?<!\p{L})approuvent(?!\p{L})/u, 'rejettent'],
      [/(?<!\p{L})avant(?!\p{L})/iu, 'après'],
      [/(?<!\p{L})moins(?!\p{L})/u, 'plus'],
    ],
    attributions: [
      [/, selon [^,.]+(?:, [^,.]+)?(?=\.$)/, ''],
      [/^(?:Selon|D'après) [^,]+(?:, [^,]+)?, /, ''],
      [/ pourraient /, ' vont '],
    ],
    causes: [' à cause d’une erreur des propriétaires', ' parce que les voisins se sont plaints'],
    facts: [
      ' et la maire a présenté ses excuses aux familles',
      ', ce que les critiques appellent un scandale',
    ],
  },
  ru: {
    people: ['Карла Томсен', 'Марко Видаль', 'Жюль Равель', 'Грета Осрик', 'Надя Ферран', 'Ульрих Земан'],
    places: ['Квиррел', 'Зантен', 'Болвик', 'Уппдал', 'Феннимор', 'Драговар'],
    words: ['всегда', 'жёлтый', 'кухня', 'медленно', 'обещали'],
    units: [
      [/миллион(?:ов|а)?/, 'миллиардов'],
      [/ ?(?:процент(?:ов|а)?|%)/, ''],
      [/евро/, 'долларов'],
      [/долларов/, 'евро'],
    ],
    negations: [
      [/ (не) /, ' '],
      [/ (закрывает|получат|открыли|выпустили|поднял|погиб|назвал) /, ' не $1 '],
    ],
    opposites: [
      [/(?<!\p{L})упали(?!\p{L})/u, 'выросли'],
      [/(?<!\p{L})открыли(?!\p{L})/u, 'закрыли'],
      [/(?<!\p{L})больше(?!\p{L})/u, 'меньше'],
      [/(?<!\p{L})младше(?!\p{L})/u, 'старше'],
      [/(?<!\p{L})до этого(?!\p{L})/u, 'после этого'],
    ],
    attributions: [
      [/^По (?:словам|данным) [^,]+, /u, ''],
      [/, (?:сказала?|сообщила|считает|показал) [^,.]+(?=\.$)/u, ''],
      [/ могли заразиться /u, ' заразились '],
    ],
    causes: [' из-за ошибки владельцев', ', потому что соседи жаловались'],
    facts: [', и мэр извинилась перед семьями', ', что критики называют скандалом'],
  },
}

export function corruptionWords(language: string): CorruptionWords {
  const words = tables[language]
  if (!words) throw new Error(`There are no words to corrupt ${language} with.`)
  return words
}
