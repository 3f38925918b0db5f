// What a page says of its language spares the detector, which takes 80 MB, where the text agrees.

import { beforeEach, expect, test, vi } from 'vitest'
import { detectLanguage } from '../../src/text/language.ts'

const detector = vi.hoisted(() => ({ asked: 0 }))
vi.mock('eld/extrasmall', async (load) => {
  const { eld } = await load<typeof import('eld/extrasmall')>()
  const detect = (text: string) => {
    detector.asked++
    return eld.detect(text)
  }
  return { eld: { detect } }
})
beforeEach(() => {
  detector.asked = 0
})

const ENGLISH = `The council of the harbour town has said that it will not pay for the new bridge, and that those who want it should
look for the money elsewhere before the end of the year.`
const GERMAN = `Der Rat der Hafenstadt hat am Montag gesagt, dass er die neue Brücke nicht bezahlen will und dass sich alle, die sie
wollen, bis zum Ende des Jahres selbst um das Geld kümmern sollen.`
const DANISH = `Byrådet i havnebyen har sagt, at det ikke vil betale for den nye bro, og at de, der vil have den, må finde pengene et
andet sted inden årets udgang.`
const CZECH = `Rada přístavního města uvedla, že za nový most nezaplatí a že ti, kteří ho chtějí, si musí peníze do konce roku
najít jinde.`
const SERBIAN = `Скупштина лучког града саопштила је да неће платити нови мост и да они који га желе морају да потраже новац на
другом месту до краја године.`
const RUSSIAN = `Совет портового города заявил, что он не будет платить за новый мост и что те, кто его хочет, должны искать деньги
в другом месте до конца года.`
const BULGARIAN = `Общинският съвет на пристанищния град заяви, че няма да плати за новия мост и че тези, които го искат, трябва да
намерят парите другаде до края на годината.`
const PORTUGUESE = `A câmara da cidade portuária disse que não vai pagar a nova ponte e que quem a quiser terá de procurar o dinheiro
noutro lado até ao fim do ano.`

test.each([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['pt', PORTUGUESE],
  ['ru', RUSSIAN],
])('%s is believed without the detector where the small words are its own', async (said, text) => {
  expect(await detectLanguage(text, said)).toBe(said)
  expect(detector.asked).toBe(0)
})

test.each([
  ['en', 'de', GERMAN],
  ['sv', 'da', DANISH],
  ['pl', 'cs', CZECH],
  ['ru', 'bg', BULGARIAN],
  ['ru', 'sr', SERBIAN],
  ['es', 'pt', PORTUGUESE],
  ['xx', 'en', ENGLISH],
])('%s is not believed of a text in %s', async (said, language, text) => {
  expect(await detectLanguage(text, said)).toBe(language)
})

test('the detector is asked of a short text', async () => {
  expect(await detectLanguage('New bridge opens in Aldmoor after three years', 'de')).toBe('en')
  expect(detector.asked).toBe(1)
})
