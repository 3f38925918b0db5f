import { describe, expect, test } from 'vitest'
import { cronsOfPhrase } from '../../src/editions/schedule-phrases.ts'
import { scheduleInWords } from '../../src/editions/schedule-words.ts'

const WRITTEN = {
  en: [
    'every weekday at 7:30',
    'every day at 8:00',
    'twice a day',
    'hourly from 8 to 20',
    'every 3 hours',
    'mondays and thursdays at 7:30',
  ],
  de: [
    'jeden Werktag um 7:30',
    'täglich um 8 Uhr',
    'zweimal am Tag',
    'stündlich von 8 bis 20',
    'alle 3 Stunden',
    'montags und donnerstags um 7:30',
  ],
  es: [
    'cada día laborable a las 7:30',
    'todos los días a las 8',
    'dos veces al día',
    'cada hora de 8 a 20',
    'cada 3 horas',
    'lunes y jueves a las 7:30',
  ],
  fr: [
    'chaque jour ouvré à 7h30',
    'tous les jours à 8 h',
    'deux fois par jour',
    'chaque heure de 8 à 20',
    'toutes les 3 heures',
    'lundi et jeudi à 7:30',
  ],
  ru: [
    'по будням в 7:30',
    'каждый день в 8:00',
    'два раза в день',
    'каждый час с 8 до 20',
    'каждые 3 часа',
    'по понедельникам и четвергам в 7:30',
  ],
}
const CRONS = [
  ['30 7 * * 1-5'],
  ['0 8 * * *'],
  ['0 8,18 * * *'],
  ['0 8-20 * * *'],
  ['0 */3 * * *'],
  ['30 7 * * 1,4'],
]

describe.each(Object.entries(WRITTEN))('in %s', (language, phrases) => {
  test.each(phrases.map((phrase, at) => [phrase, CRONS[at]]))('"%s" is understood', (phrase, crons) => {
    expect(cronsOfPhrase(String(phrase))).toEqual(crons)
  })

  test('what was written in it is shown as it was written', () => {
    for (const [at, text] of phrases.entries())
      expect(scheduleInWords({ text, crons: CRONS[at] ?? [] }, language)).toBe(text)
  })

  test.each([
    ...CRONS,
    ['0 9 * * 0,6'],
    ['*/30 * * * *'],
    ['0 8 * * *', '30 18 * * *'],
    ['0 8-20/2 * * *'],
    ['15 6 * * 3'],
  ])('%s is shown in words that can be written back', (...crons) => {
    const shown = scheduleInWords({ text: crons.join('; '), crons }, language)
    expect(shown).not.toContain('*')
    expect(cronsOfPhrase(shown, language)).toEqual(crons)
  })
})

test('what was written in English is shown to others in their words', () => {
  expect(scheduleInWords({ text: 'every weekday at 7:30', crons: ['30 7 * * 1-5'] }, 'de')).toBe(
    'jeden Werktag um 7:30',
  )
  expect(scheduleInWords({ text: 'twice a day', crons: ['0 8,18 * * *'] }, 'fr')).toBe(
    'chaque jour à 8:00 et 18:00',
  )
})

test('what is not plain is shown as it was written', () => {
  for (const text of ['30 7 1 * *', '0 8 * * 1; 0 9 * * 2', '*/20 8-20 * * *'])
    expect(scheduleInWords({ text, crons: text.split('; ') }, 'de')).toBe(text)
})

test('words that mean nothing in any language are no schedule', () => {
  for (const text of ['jeden', 'cada', 'à', 'в', 'täglich am Mond', 'a', 'por la tarde'])
    expect(cronsOfPhrase(text)).toBeUndefined()
})
