import { describe, expect, test } from 'vitest'
import { findNames, nameSupport } from '../../src/text/names.ts'
import { fold } from '../../src/text/normalise.ts'
import { placeKey } from '../../src/text/places.ts'

function namesIn(text: string, language: string): readonly string[] {
  return findNames(text, language).map((name) => name.text)
}

describe('names are runs of capitalised words', () => {
  test.each([
    ['two words', 'It was Elena Voss who left.', ['Elena Voss']],
    ['several names', 'There Voss, Kell and Orlow met.', ['Voss', 'Kell', 'Orlow']],
    ['Dutch particles', 'It was Pieter van der Meer.', ['Pieter van der Meer']],
    ['Spanish particles', 'It was Ana de la Torre.', ['Ana de la Torre']],
    ['Arabic particles', 'It was Omar bin Salim.', ['Omar bin Salim']],
    ['a joined article', 'It was Samir al-Haddan.', ['Samir al-Haddan']],
    ['an institution', 'It was the Bank of Northport.', ['Bank of Northport']],
    ['an institution with an article', 'It was the University of the Coast.', ['University of the Coast']],
    ['an apostrophe inside', 'It was Nora O’Dell.', ['Nora O’Dell']],
    ['a straight apostrophe inside', "It was Nora O'Dell.", ["Nora O'Dell"]],
    ['a hyphen', 'It was Anna-Lena Berg.', ['Anna-Lena Berg']],
    ['initials', 'It was J. K. Orlow.', ['J. K. Orlow']],
    ['glued initials', 'It was J.K. Orlow.', ['J.K. Orlow']],
    ['a middle initial', 'It was Mara B. Lind.', ['Mara B. Lind']],
    ['accents', 'It was José Núñez.', ['José Núñez']],
    ['a capital inside', 'It was Ian McKell of LanternCo.', ['Ian McKell of LanternCo']],
    ['an ampersand', 'It was A&B Motors.', ['A&B Motors']],
    ['a digit behind', 'It was Apollo13 again.', ['Apollo13']],
    ['no names', 'it was late and the town slept.', []],
    ['nothing', '', []],
  ])('%s: %s', (_, text, expected) => {
    expect(namesIn(text, 'en')).toEqual(expected)
  })
})

describe('what has a capital for another reason', () => {
  test.each([
    ['a title', 'We met Dr. Elena Voss and Mr Kell.', ['Elena Voss', 'Kell']],
    ['a title before initials', 'We met Sir T. Hale and Gov. Mara Lind.', ['T. Hale', 'Mara Lind']],
    ['weekdays and months', 'We met on Monday in March.', []],
    ['a weekday before a name', 'On Monday Voss left.', ['Voss']],
    ['a first word', 'The council met. After that it rained.', []],
    ['a first word before a name', 'But Voss left. When Kell came, Voss slept.', ['Voss', 'Kell', 'Voss']],
    ['an article within a sentence', 'So The Northport Lantern wrote.', ['The Northport Lantern']],
    ['I', 'There I said I’d go.', []],
    ['a possessive', "We saw Voss’s plan and Kell's boat.", ['Voss', 'Kell']],
    ['a bare possessive', 'We saw Voss’ plan.', ['Voss']],
    ['a possessive inside', 'We saw Northport’s Grand Hall.', ['Northport', 'Grand Hall']],
    ['two sentences', 'We met Voss. Kell left.', ['Voss', 'Kell']],
    ['two lines', 'We met Voss\nKell left.', ['Voss', 'Kell']],
    ['a quote opens a sentence', 'He said: “We go. Kell stays.”', ['Kell']],
  ])('%s: %s', (_, text, expected) => {
    expect(namesIn(text, 'en')).toEqual(expected)
  })
})

describe('the word that opens a sentence', () => {
  test.each([
    ['Voss left.', [true]],
    ['It was Voss.', [false]],
    ['It rained. Voss left.', [true]],
    ['“Voss left,” he said.', [true]],
    ['But Voss left.', [false]],
    ['We met.\n\nVoss left.', [true]],
    ['We met J. Voss.', [false]],
  ])('%s', (text, expected) => {
    expect(findNames(text, 'en').map((name) => name.isSentenceStart)).toEqual(expected)
  })
})

describe('names in other languages', () => {
  test.each([
    ['de', 'Die Regierung hat das Gesetz zur Förderung beschlossen.', []],
    ['de', 'Am Abend sprach Elena Voss.', ['Elena Voss']],
    ['de', 'Der Rat hörte Karl von Berg.', ['Karl von Berg']],
    ['de', 'Die NATO und Frankreich sprachen.', ['NATO', 'Frankreich']],
    ['de', 'Im Haus der Familie brannte Licht.', []],
    ['es', 'El martes habló Elena de la Torre en Puerto Nuevo.', ['Elena de la Torre', 'Puerto Nuevo']],
    ['es', 'La ciudad duerme.', []],
    ['fr', 'Hier, Elena Voss a parlé à M. Dulac.', ['Elena Voss', 'Dulac']],
    ['fr', 'La ville de Port-Neuf dort.', ['Port-Neuf']],
    ['fr', 'Selon l’Agence du Littoral, rien.', ['Agence du Littoral']],
    ['ru', 'Вчера Анна Волгина выступила в Северске.', ['Анна Волгина', 'Северске']],
    ['ru', 'Это было давно.', []],
    ['ja', '町長は昨日、発表した。', []],
    ['ar', 'قال العمدة أمس', []],
  ])('%s: %s', (language, text, expected) => {
    expect(namesIn(text, language)).toEqual(expected)
  })
})

describe('whether the evidence names them', () => {
  test.each([
    ['the same', 'Elena Voss', 'Elena Voss left.', 'found'],
    ['the surname', 'Voss', 'Elena Voss left.', 'found'],
    ['accents', 'Jose Nunez', 'José Núñez left.', 'found'],
    ['a possessive', 'Voss', 'It was Voss’s plan.', 'found'],
    ['a straight possessive', 'Voss', "It was Voss's plan.", 'found'],
    ['in lower case', 'Lantern Festival', 'the lantern festival', 'found'],
    ['other apostrophes', 'Nora O’Dell', "Nora O'Dell left.", 'found'],
    ['parts of a hyphenated name', 'Voss-Kell', 'Voss met Kell.', 'found'],
    ['a hyphenated name in two words', 'Anna-Lena', 'Anna Lena left.', 'found'],
    ['plural', 'Lanterns', 'The Lantern left.', 'found'],
    ['missing', 'Mara Lind', 'Elena Voss left.', 'missing'],
    ['one half missing', 'Mara Voss', 'Elena Voss left.', 'missing'],
    ['an acronym of a run', 'NHO', 'The Northport Harbour Office left.', 'found'],
    ['an acronym over small words', 'BN', 'The Bank of Northport left.', 'found'],
    ['an acronym with small words', 'BON', 'The Bank of Northport left.', 'found'],
    ['a run of an acronym', 'Northport Harbour Office', 'The NHO left.', 'found'],
    ['a run with small words', 'Office of Coastal Affairs', 'The OCA left.', 'found'],
    ['an acronym with and', 'DCT', 'The Department of Culture and Tourism left.', 'found'],
    ['an acronym with dots', 'NHO', 'The N.H.O. left.', 'found'],
    ['an acronym inside a longer run', 'NHO', 'The North Northport Harbour Office left.', 'missing'],
    ['another acronym', 'NHQ', 'The Northport Harbour Office left.', 'missing'],
    ['a country', 'United States', 'The US left.', 'found'],
    ['a country with dots', 'United States', 'The U.S. left.', 'found'],
    ['a short country', 'US', 'The United States left.', 'found'],
    ['a demonym', 'British', 'The United Kingdom left.', 'found'],
    ['a country of a demonym', 'Britain', 'British boats left.', 'found'],
    ['a demonym of several words', 'South Korean', 'South Korea left.', 'found'],
    ['a country within a name', 'British Lantern Society', 'The UK Lantern Society left.', 'found'],
    ['the other Korea', 'North Korea', 'South Korea left.', 'missing'],
    ['another country', 'Austria', 'Australia left.', 'missing'],
    ['a role', 'President Voss', 'Voss left.', 'found'],
    ['a role alone', 'Prime Minister', 'Voss left.', 'found'],
    ['a role and a stranger', 'President Lind', 'Voss left.', 'missing'],
    ['the first letter differs', 'Toss', 'Voss left.', 'missing'],
    ['too short for a slip', 'Vose', 'Voss left.', 'missing'],
    ['two slips in a short word', 'Kellre', 'Keller and Killra left.', { spelling: 'Keller' }],
    ['two slips are too many', 'Killer', 'Kellar left.', 'missing'],
    ['a slip', 'Northpert', 'Northport left.', { spelling: 'Northport' }],
    ['two slips in a long word', 'Brightwotar', 'Brightwater left.', { spelling: 'Brightwater' }],
    ['swapped letters', 'Kelelr', 'Keller left.', { spelling: 'Keller' }],
    ['a slip in one word', 'Elena Brandd', 'Elena Brand left.', { spelling: 'Elena Brand' }],
    ['a name known elsewhere', 'Johnston', 'Johnson left.', 'missing'],
  ] as const)('%s: %s', (_, name, evidence, expected) => {
    const [mention] = findNames(`There ${name} stood.`, 'en')
    if (!mention) throw new Error(`"${name}" is no name`)

    const support = nameSupport(mention, evidence, {
      language: 'en',
      isKnownName: (token) => token === 'johnston',
    })

    expect(support).toEqual(expected)
  })

  test.each([
    ['de', 'Elena Voss', 'Das Wort hat Elena Voss.', 'found'],
    ['de', 'Frankreich', 'Die französische Regierung', 'found'],
    ['es', 'Estados Unidos', 'Washington y EE. UU. hablan', 'found'],
    ['fr', 'Allemagne', 'Le gouvernement allemand', 'found'],
    ['ru', 'Анна Волгина', 'Об этом говорили с Анной Волгиной.', 'found'],
    ['ru', 'Мария Волгина', 'Об этом говорили с Анной Волгиной.', 'missing'],
  ] as const)('%s: %s', (language, name, evidence, expected) => {
    const [mention] = findNames(`… ${name}`, language)
    if (!mention) throw new Error(`"${name}" is no name`)

    expect(nameSupport(mention, evidence, { language })).toEqual(expected)
  })
})

test.each([
  ['It was “Elena Voss” — who left Port-Neuf…', ['Elena Voss', 'Port-Neuf']],
  ['It was Mr. Kell’s boat', ['Kell']],
])('offsets are those of the printed text: %s', (text, expected) => {
  expect(findNames(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})

describe('countries and capitals in other languages', () => {
  test.each([
    ['Japón', 'japan'],
    ['Chequia', 'czech'],
    ['Türkei', 'turkey'],
    ['Corée du Sud', 'south korea'],
    ['Японии', 'japan'],
    ['Китая', 'china'],
    ['США', 'us'],
    ['Pekín', 'beijing'],
    ['Wien', 'vienna'],
    ['Москве', 'moscow'],
  ])('%s is %s', (name, key) => {
    expect(placeKey(fold(name))).toBe(key)
  })
})
