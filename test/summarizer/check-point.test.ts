import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain.ts'
import { checkPoint } from '../../src/summarizer/check-point.ts'
import { readForCheck } from '../../src/summarizer/checked-text.ts'

interface Scope {
  readonly language?: string
  readonly cited: string | readonly string[]
  /** Another sentence that was at hand and is not cited. */
  readonly other?: string
  readonly publishedAt?: number
  readonly knownNames?: readonly string[]
}

function check(point: string, { language = 'en', cited, other, publishedAt, knownNames }: Scope) {
  return checkPoint(point, {
    language,
    cited: [cited].flat().map((text) => readForCheck(text, language)),
    others: other === undefined ? [] : [readForCheck(other, language)],
    ...(publishedAt !== undefined && { publishedAt }),
    ...(knownNames && { isKnownName: (token: string) => knownNames.includes(token) }),
  })
}

const brief = (findings: readonly Finding[]) => findings.map(({ kind, level }) => `${kind} ${level}`)

/** The point, what it cites, and the findings there must be. */
type Row = readonly [language: string, point: string, cited: string, ...findings: readonly string[]]

function table(rows: readonly Row[]): void {
  test.each(rows.map((row) => [row] as const))('%s', ([language, point, cited, ...findings]) => {
    expect(brief(check(point, { language, cited }))).toEqual(findings)
  })
}

const FLOOD =
  'Twelve people were injured and about 400 had to leave their homes when the river Vessen broke through a dyke near Oberlin on Monday, the fire service said.'
const SCENE =
  'Two bridges near Oberlin were swept away, fire chief Marta Kestrel said: “It came faster than ever.”'

describe('figures', () => {
  table([
    ['en', '12 people were injured near Oberlin, the fire service said.', FLOOD],
    ['en', 'About 400 people had to leave their homes, the fire service said.', FLOOD],
    ['en', '14 people were injured near Oberlin, the fire service said.', FLOOD, 'number fail'],
    ['en', 'Fourteen people were injured near Oberlin, the fire service said.', FLOOD, 'number fail'],
    ['en', 'Some 500 people had to leave their homes, the fire service said.', FLOOD, 'number fail'],
    ['en', 'The forest has 1.2 million trees.', 'The forest has 1,247,000 trees.'],
    ['en', 'The forest has 1.3 million trees.', 'The forest has 1,247,000 trees.', 'number fail'],
    ['en', 'In Tarn roughly 29 trees fell.', 'In Tarn 30 trees fell.', 'number fail'],
    ['en', 'The forest grew by 34 percent.', 'The forest grew by 34 hectares.', 'number fail'],
    ['en', 'The plant costs $80 million.', 'The plant costs €80 million.', 'number fail'],
    ['en', 'Half of the trees fell.', '50 percent of the trees fell.'],
    ['en', 'More than 60 trees fell in the forest.', '57 trees fell in the forest.', 'number fail'],
    ['en', 'The A380 landed in Tarn.', 'The A350 landed in Tarn.', 'number fail'],
    ['en', 'The team won 3-1 in Tarn.', 'The team won 2-1 in Tarn.', 'number fail'],
    [
      'de',
      'Die Bahn bietet 3,8 Prozent in zwei Stufen.',
      'Die Bahn bietet bisher 3,8 Prozent in zwei Stufen.',
    ],
    [
      'de',
      'Die Bahn bietet 4,8 Prozent in zwei Stufen.',
      'Die Bahn bietet bisher 3,8 Prozent in zwei Stufen.',
      'number fail',
    ],
    ['de', 'Rund 1.800 Züge fallen aus.', 'Betroffen sind 1.800 Züge, die fallen aus.'],
    ['es', 'El puente lleva 46.000 vehículos al día.', 'El puente lleva unos 46.000 vehículos al día.'],
    [
      'es',
      'El puente lleva 64.000 vehículos al día.',
      'El puente lleva unos 46.000 vehículos al día.',
      'number fail',
    ],
    [
      'fr',
      'Le pont transporte 46 000 véhicules par jour.',
      'Le pont transporte environ 46 000 véhicules par jour.',
    ],
    [
      'fr',
      'Le pont transporte 64 000 véhicules par jour.',
      'Le pont transporte environ 46 000 véhicules par jour.',
      'number fail',
    ],
    ['ru', 'По мосту проезжают 46 000 машин в день.', 'По мосту проезжают около 46 000 машин в день.'],
    [
      'ru',
      'По мосту проезжают 64 000 машин в день.',
      'По мосту проезжают около 46 000 машин в день.',
      'number fail',
    ],
  ])

  test('cited for something else are doubtful', () => {
    const cited = ['Twelve boats sank in the harbour of Tarn.', 'Passengers left the nineteen ferries.']
    expect(brief(check('Nineteen boats sank in Tarn.', { cited }))).toEqual(['number soft'])
  })

  test('that another sentence gives are to be cited from there', () => {
    const point = 'Two bridges near Oberlin were swept away, the fire service said.'
    expect(brief(check(point, { cited: FLOOD, other: SCENE }))).toEqual(['number recite'])
  })

  test('are not added up', () => {
    const cited = 'Twelve people were injured in Tarn and seven people were injured in Oberlin.'
    expect(brief(check('19 people were injured in Tarn and Oberlin.', { cited }))).toEqual(['number fail'])
  })
})

describe('dates', () => {
  const publishedAt = Date.UTC(2026, 2, 3)

  table([
    ['en', 'The dyke near Oberlin broke on Monday.', 'The dyke near Oberlin broke on Monday afternoon.'],
    [
      'en',
      'The dyke near Oberlin broke on Tuesday.',
      'The dyke near Oberlin broke on Monday afternoon.',
      'date fail',
    ],
    ['en', 'The museum opens in April 2026.', 'The museum opens on 21 April 2026.'],
    ['en', 'The museum opens on 22 April.', 'The museum opens on 21 April 2026.', 'date fail'],
    ['en', 'The museum opens in April 2027.', 'The museum opens on 21 April 2026.', 'date fail'],
    ['de', 'Die Karten gelten bis zum 15. März weiter.', 'Die Karten gelten bis zum 15. März weiter.'],
    [
      'de',
      'Die Karten gelten bis zum 16. März weiter.',
      'Die Karten gelten bis zum 15. März weiter.',
      'date fail',
    ],
    ['es', 'El puente se cerró el 3 de marzo.', 'El puente se cerró el 3 de marzo.'],
    ['es', 'El puente se cerró el 4 de marzo.', 'El puente se cerró el 3 de marzo.', 'date fail'],
    ['fr', 'Le pont a été fermé le 3 mars.', 'Le pont a été fermé le 3 mars.'],
    ['fr', 'Le pont a été fermé le 4 mars.', 'Le pont a été fermé le 3 mars.', 'date fail'],
    ['ru', 'Мост закрыли 3 марта.', 'Мост закрыли 3 марта.'],
    ['ru', 'Мост закрыли 4 марта.', 'Мост закрыли 3 марта.', 'date fail'],
  ])

  test.each([
    ['Monday', '2 March 2026', []],
    ['Monday', '5 March 2026', ['date fail']],
    ['yesterday', '2 March 2026', []],
    ['yesterday', '3 March 2026', ['date fail']],
  ])('"%s" is told as %s by the date of publication', (said, told, findings) => {
    const cited = `The dyke near Oberlin broke ${said === 'yesterday' ? said : `on ${said}`}.`
    expect(brief(check(`The dyke near Oberlin broke on ${told}.`, { cited, publishedAt }))).toEqual(findings)
  })

  test('without a date of publication a weekday is doubtful as a date', () => {
    const point = 'The dyke near Oberlin broke on 2 March 2026.'
    expect(brief(check(point, { cited: 'The dyke near Oberlin broke on Monday.' }))).toEqual(['date soft'])
  })

  test('that another sentence gives are to be cited from there', () => {
    const point = 'The dyke near Oberlin broke on Sunday.'
    const other = 'On Sunday the dyke near Oberlin broke.'
    expect(brief(check(point, { cited: 'The dyke near Oberlin broke.', other }))).toEqual(['date recite'])
  })
})

describe('names', () => {
  table([
    ['en', 'The dyke broke near Oberlin, Kestrel said.', 'The dyke broke near Oberlin, Marta Kestrel said.'],
    [
      'en',
      'The dyke broke near Marrow, the service said.',
      'The dyke broke near Oberlin, the service said.',
      'name fail',
    ],
    [
      'en',
      'The dyke broke near Oberlim, the service said.',
      'The dyke broke near Oberlin, the service said.',
      'name spelling',
    ],
    [
      'en',
      'The WPA closed the bridge in Tarn.',
      'The Waterways and Ports Authority closed the bridge in Tarn.',
    ],
    [
      'en',
      'The WXA closed the bridge in Tarn.',
      'The Waterways and Ports Authority closed the bridge in Tarn.',
      'name fail',
    ],
    ['en', 'Britain closed its border on Monday.', 'The United Kingdom closed its border on Monday.'],
    [
      'en',
      'The American minister closed the border.',
      'The minister of the United States closed the border.',
    ],
    ['en', 'Austria closed its border on Monday.', 'Australia closed its border on Monday.', 'name fail'],
    ['en', 'The Prime Minister closed the border.', 'The head of government closed the border.'],
    ['en', 'Osric said the roof fell in.', 'Maro said the roof fell in.', 'name fail'],
    ['en', 'Engineers closed the roof in Tarn.', 'Workers closed the roof in Tarn.', 'name soft'],
    ['de', 'Henrik Aust nannte den Streik falsch.', 'Vorstand Henrik Aust nannte den Streik falsch.'],
    [
      'de',
      'Karla Thomsen nannte den Streik falsch.',
      'Vorstand Henrik Aust nannte den Streik falsch.',
      'name fail',
    ],
    ['es', 'La alcaldesa Elena Soto cerró el puente.', 'La alcaldesa Elena Soto cerró el puente.'],
    [
      'es',
      'La alcaldesa Marta Ruiz cerró el puente.',
      'La alcaldesa Elena Soto cerró el puente.',
      'name fail',
    ],
    ['fr', 'Le maire Paul Dumas a fermé le pont.', 'Le maire Paul Dumas a fermé le pont.'],
    ['fr', 'Le maire Jules Ravel a fermé le pont.', 'Le maire Paul Dumas a fermé le pont.', 'name fail'],
    ['fr', 'Ravel a déclaré que le pont est fermé.', 'Dumas a déclaré que le pont est fermé.', 'name fail'],
    ['ru', 'В порту говорили с Анной Соколовой.', 'В порту говорила Анна Соколова.'],
    ['ru', 'Мост закрыла Анна Соколова.', 'Мост закрыла Ольга Петрова.', 'name fail'],
  ])

  test('that the store knows are not corrected into others', () => {
    const cited = 'The house of Johnson burnt down in Tarn.'
    const point = 'The house of Johnston burnt down in Tarn.'
    expect(brief(check(point, { cited }))).toEqual(['name spelling'])
    expect(brief(check(point, { cited, knownNames: ['johnston'] }))).toEqual(['name fail'])
  })

  test('are spelled as the source does', () => {
    const [finding] = check('The dyke broke near Oberlim.', { cited: 'The dyke broke near Oberlin.' })
    expect(finding).toMatchObject({ text: 'Oberlim', note: expect.stringContaining('"Oberlin"') })
  })

  test('that another sentence gives are to be cited from there', () => {
    const point = 'Two bridges near Oberlin were swept away, Marta Kestrel said.'
    const cited = 'Two bridges near Oberlin were swept away.'
    expect(brief(check(point, { cited, other: SCENE }))).toEqual(['name recite'])
  })
})

describe('quotes', () => {
  table([
    ['en', 'Kestrel said: “It came faster than ever.”', SCENE],
    ['en', 'Kestrel said it came “FASTER than ever”.', SCENE],
    ['en', 'Kestrel said: “It came sooner than ever.”', SCENE, 'quote fail'],
    ['en', 'Kestrel said it came “faster … ever”.', SCENE],
    ['en', 'Kestrel said: “[The water] came faster than ever.”', SCENE],
    ['en', 'Kestrel said it came “ever … faster”.', SCENE, 'quote fail'],
    ['de', 'Sie sagte: „Wir haben verhandelt.“', '„Wir haben verhandelt“, sagte sie.'],
    ['de', 'Sie sagte: „Wir haben gestreikt.“', '„Wir haben verhandelt“, sagte sie.', 'quote fail'],
    ['es', 'Dijo: «No abriremos el puente».', 'Dijo: «No abriremos el puente».'],
    ['es', 'Dijo: «No cerraremos el puente».', 'Dijo: «No abriremos el puente».', 'quote fail'],
    ['fr', 'Elle a dit : « Le pont est sûr. »', '« Le pont est sûr », a-t-elle dit.'],
    ['fr', 'Elle a dit : « Le pont est beau. »', '« Le pont est sûr », a-t-elle dit.', 'quote fail'],
    ['ru', '«Мы откроем мост», — сказала она.', '«Мы откроем мост», — сказала она.'],
    ['ru', '«Мы закроем мост», — сказала она.', '«Мы откроем мост», — сказала она.', 'quote fail'],
  ])

  test('that another sentence gives are to be cited from there', () => {
    const point = 'Two bridges near Oberlin were swept away: “It came faster than ever.”'
    const cited = 'Two bridges near Oberlin were swept away.'
    expect(brief(check(point, { cited, other: SCENE }))).toEqual(['quote recite'])
  })
})

describe('support', () => {
  test.each([
    ['all words are cited', 'Twelve people were injured near Oberlin.', []],
    ['half of the words are', 'Injured villagers in Oberlin shivered under blankets.', ['support soft']],
    ['hardly a word is', 'A museum opened its new wing for paintings.', ['support fail']],
  ])('%s', (_name, point, findings) => {
    const cited = 'Twelve people were injured near Oberlin when the river broke through a dyke.'
    expect(brief(check(point, { cited }))).toEqual(findings)
  })

  test('a point without a word that carries meaning needs none', () => {
    expect(check('So it was.', { cited: FLOOD })).toEqual([])
  })
})

describe('negation is noticed', () => {
  table([
    ['en', 'The dyke near Oberlin did not break.', 'The dyke near Oberlin broke.', 'negation soft'],
    ['en', 'The dyke near Oberlin broke.', 'The dyke near Oberlin never broke.', 'negation soft'],
    ['en', "The dyke near Oberlin hasn't broken.", 'The dyke near Oberlin has broken.', 'negation soft'],
    ['en', 'The dyke near Oberlin did not break.', 'The dyke near Oberlin never broke.'],
    ['en', 'The union could not refuse the offer.', 'The union could take the offer.'],
    ['de', 'Die Bahn hat kein Angebot gemacht.', 'Die Bahn hat ein Angebot gemacht.', 'negation soft'],
    ['de', 'Die Bahn hat kein Angebot gemacht.', 'Die Bahn hat kein Angebot gemacht.'],
    ['es', 'No vino nadie al puente viejo.', 'Vino gente al puente viejo.', 'negation soft'],
    ['es', 'Ningún barco cruzó el puente.', 'Un barco cruzó el puente.', 'negation soft'],
    ['es', 'No vino nadie al puente viejo.', 'Nadie vino al puente viejo.'],
    ['fr', 'Le pont ne sera pas rouvert mardi.', 'Le pont sera rouvert mardi.', 'negation soft'],
    ['fr', 'Le pont n’a jamais été rouvert.', 'Le pont a été rouvert.', 'negation soft'],
    ['fr', 'Le pont ne sera pas rouvert mardi.', 'Le pont ne sera pas rouvert mardi.'],
    ['ru', 'Мост не закрыли для машин.', 'Мост закрыли для машин.', 'negation soft'],
    ['ru', 'Мост никто не закрыл для машин.', 'Мост не закрыли для машин.'],
  ])

  test('and the note says which side denies', () => {
    const [denies] = check('The dyke did not break.', { cited: 'The dyke broke.' })
    expect(denies).toMatchObject({ text: 'not', note: 'The source does not deny this.' })
    const [affirms] = check('The dyke broke.', { cited: 'The dyke never broke.' })
    expect(affirms).toMatchObject({ text: 'The dyke broke.', note: 'The source says "never" here.' })
  })
})

describe('a turned direction is noticed', () => {
  table([
    ['en', 'The profit of Halden fell again.', 'The profit of Halden rose again.', 'direction soft'],
    [
      'en',
      'The profit of Halden decreased again.',
      'The profit of Halden increased again.',
      'direction soft',
    ],
    [
      'en',
      'The court acquitted the mayor of Tarn.',
      'The court convicted the mayor of Tarn.',
      'direction soft',
    ],
    ['en', 'The profit of Halden increased again.', 'The profit of Halden increased again.'],
    ['de', 'Die Zahl der Gäste ist gesunken.', 'Die Zahl der Gäste ist gestiegen.', 'direction soft'],
    ['de', 'Die Zahl der Gäste ist gestiegen.', 'Die Zahl der Gäste ist gestiegen.'],
    ['es', 'El tráfico del puente bajó en marzo.', 'El tráfico del puente subió en marzo.', 'direction soft'],
    ['fr', 'Le trafic du pont va baisser.', 'Le trafic du pont va augmenter.', 'direction soft'],
    ['ru', 'Число машин на мосту упало.', 'Число машин на мосту выросло.', 'direction soft'],
  ])

  test('and the note shows both words as they are printed', () => {
    const point = 'El tráfico del puente bajó en marzo.'
    const [finding] = check(point, { language: 'es', cited: 'El tráfico del puente subió en marzo.' })
    expect(finding).toMatchObject({ text: 'bajó', note: 'The source says the opposite: "subió".' })
  })
})

describe('lost attribution is noticed', () => {
  table([
    ['en', 'The mayor took the money.', 'The mayor allegedly took the money.', 'attribution soft'],
    ['en', 'The mayor took the money.', 'The mayor took the money, police said.', 'attribution soft'],
    ['en', 'The mayor allegedly took the money.', 'The mayor reportedly took the money.'],
    ['de', 'Die Bahn zahlt mehr Lohn.', 'Die Bahn zahlt angeblich mehr Lohn.', 'attribution soft'],
    ['de', 'Laut Bahn gibt es mehr Lohn.', 'Angeblich gibt es von der Bahn mehr Lohn.'],
    ['es', 'El alcalde robó el dinero.', 'El alcalde robó presuntamente el dinero.', 'attribution soft'],
    ['fr', 'Le maire est le voleur de Tarn.', 'Le maire est le voleur présumé de Tarn.', 'attribution soft'],
    ['fr', 'Le pont est fermé à Tarn.', 'D’après la police, le pont est fermé à Tarn.', 'attribution soft'],
    ['ru', 'Мэр закрыл мост для машин.', 'По словам полиции, мэр закрыл мост для машин.', 'attribution soft'],
  ])
})
