import { expect, test } from 'vitest'
import { isBareAttribution } from '../../src/summarizer/bare-attribution.ts'

test.each([
  ['de', 'Das teilte die Gewerkschaft Schiene am Dienstag in Holmstedt mit.'],
  ['de', 'Dies berichtet das Nordmark Tagblatt.'],
  ['de', 'Das geht aus einem Bericht des Rechnungshofs hervor.'],
  ['en', 'That is according to a report by the regional water office.'],
  ['en-GB', 'This was confirmed by the harbour director on Tuesday.'],
  ['fr', 'C’est ce qu’a annoncé le ministère mardi.'],
  ['es', 'Así lo informó el ministerio el martes.'],
  ['it', 'Lo ha annunciato il ministero martedì.'],
  ['nl', 'Dat meldt de krant van Holmstede.'],
])('%s: "%s" says only who said it', (language, sentence) => {
  expect(isBareAttribution(sentence, language)).toBe(true)
})

test.each([
  [
    'de',
    'Das teilte die Gewerkschaft mit, die zugleich 6,5 Prozent mehr Lohn und eine Woche von 35 Stunden für alle Lokführer verlangt.',
  ],
  ['de', 'Das Teilstück der Bahn bleibt bis Mai gesperrt.'],
  ['en', 'That is more than twice the profit of the year before.'],
  ['en', 'Das teilte die Gewerkschaft mit.'],
])('%s: "%s" says something', (language, sentence) => {
  expect(isBareAttribution(sentence, language)).toBe(false)
})
