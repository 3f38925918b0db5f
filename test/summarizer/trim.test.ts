import { describe, expect, test } from 'vitest'
import { trimSentence } from '../../src/summarizer/trim.ts'

function trimmed(sentence: string, opensParagraph = true): string {
  const { start, end } = trimSentence(sentence, { opensParagraph })
  return sentence.slice(start, end)
}

const CLOSED = 'The bridge was closed on Tuesday.'

describe('left out is', () => {
  test.each([
    ['a dateline with an agency', `PORT ELLERY (Meridian Press) - ${CLOSED}`],
    ['a dateline with a known agency', `Berlin (dpa) – ${CLOSED}`],
    ['a dateline with a regional desk', `Berlin (dpa/lby) - ${CLOSED}`],
    ['a dateline with a colon', `Tarn (AFP): ${CLOSED}`],
    ['a dateline with a date', `Port Ellery, March 3 (Meridian Press) – ${CLOSED}`],
    ['a dateline in capitals', `MARROW — ${CLOSED}`],
    ['a dateline in capitals with region and date', `PORT ELLERY, Nordmark, March 3 -- ${CLOSED}`],
    ['an agency in brackets', `(CNN) -- ${CLOSED}`],
    ['a date in brackets', `(March 3): ${CLOSED}`],
    ['an agency at the end', `${CLOSED} (Reuters)`],
    ['an agency after a dash', `${CLOSED} – AFP`],
    ['several agencies at the end', `${CLOSED} dpa/lby`],
    ['a photo credit at the end', `${CLOSED} (Photo: Ada Brook)`],
    ['a photo credit at the beginning', `(File photo: Ada Brook) ${CLOSED}`],
    ['who reported it', `${CLOSED} (Reporting by Ada Brook)`],
  ])('%s', (_name, sentence) => {
    expect(trimmed(sentence)).toBe(CLOSED)
  })

  test.each([
    ['Meanwhile, Ines Calloway closed the bridge.', 'Ines Calloway closed the bridge.'],
    ['However, 46,000 vehicles use it daily.', '46,000 vehicles use it daily.'],
    ['In addition, Marrow closed its tunnel.', 'Marrow closed its tunnel.'],
    ['En outre, Marrow a fermé le tunnel.', 'Marrow a fermé le tunnel.'],
    ['Sin embargo, Marrow cerró el túnel.', 'Marrow cerró el túnel.'],
    ['TARN (AP) - However, Marrow closed its tunnel.', 'Marrow closed its tunnel.'],
  ])('the connective that leads in: %s', (sentence, left) => {
    expect(trimmed(sentence)).toBe(left)
  })
})

describe('never left out is', () => {
  test.each([
    ['who said it, before', 'Police said: The bridge was closed on Tuesday.'],
    ['who said it, after', 'The bridge was closed on Tuesday, police said.'],
    ['who said it, in brackets', 'The bridge was closed on Tuesday (police said).'],
    ['whom it is according to', 'According to Ines Calloway, Marrow closed its tunnel.'],
    ['a speaker with a party', 'Ines Calloway (Labour): "We will not reopen the bridge."'],
    ['a speaker with an office', 'Ines Calloway (harbour director) - The bridge stays closed.'],
    ['a speaker in capitals', 'INES CALLOWAY (Labour): We will not reopen the bridge.'],
    ['a hedge', 'Allegedly, Ines Calloway closed the bridge.'],
    ['doubt', 'Perhaps, Marrow will close its tunnel too.'],
    ['a denial', 'No, Marrow did not close its tunnel.'],
    ['a contrast', 'Nevertheless the bridge stays closed.'],
    ['a connective within a quote', '"Meanwhile, Marrow is open," Ines Calloway said.'],
    ['a dateline within a quote', '"BERLIN (dpa) - The bridge is closed," the note read.'],
    ['an agency within a quote', 'The note read: "The bridge is closed. (Reuters)"'],
    ['a connective before a word in lower case', 'However, the bridge stays closed.'],
    ['what explains a name', 'European Union (EU) - The members met on Tuesday.'],
    ['an aside', 'NATO — Europe’s shield — will meet on Tuesday.'],
    ['a sentence of which too little would be left', 'TARN (AP) - Bridge closed.'],
  ])('%s', (_name, sentence) => {
    expect(trimmed(sentence)).toBe(sentence)
  })

  test('what looks like a dateline within a paragraph', () => {
    expect(trimmed(`MARROW — ${CLOSED}`, false)).toBe(`MARROW — ${CLOSED}`)
  })
})
