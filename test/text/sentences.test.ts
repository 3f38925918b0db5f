import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'

function sentencesOf(text: string, language: string): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
}

/** Each row is one paragraph; the bar stands where a sentence ends. */
function splits(language: string, rows: readonly string[]): void {
  test.each(rows)(`${language}: %s`, (row) => {
    const parts = row.split(' | ')
    expect(sentencesOf(parts.join(' '), language)).toEqual(parts)
  })
}

describe('titles, initials and firms do not end a sentence', () => {
  splits('en', [
    'The bridge opened on Monday. | It cost twice as much as planned.',
    'Mr. Hale met Mrs. Lowe and Ms. Orr. | They left early.',
    'Dr. Amis and Prof. Bell spoke. | Nobody listened.',
    'Sen. Orla Finch, Rep. Tom Reed and Gov. Ann Lowe signed it. | It is law.',
    'Gen. Marsh, Col. Dunn, Lt. Gray and Sgt. Pell were there. | So was Rev. Stone.',
    'They live near St. Brannock. | The church is closed.',
    'John Hale Jr. and Paul Orr Sr. agreed. | Both signed.',
    'Acme Inc. and Bolt Corp. merged with Crane Ltd. of Aldmoor. | Shares rose.',
    'Smith & Co. bought it. | No price was given.',
    'J. K. Marlow and George W. Lunt came. | A. B. Stone did not.',
    'J.K. Marlow wrote it. | It sold well.',
    'Roe v. Hale was heard. | Hale vs. Orr was not.',
    'Several kinds of fish, e.g. Cod and hake, i.e. Food fish, were banned. | Crabs were not.',
    'He went with Plan B. | The team agreed.',
    'They tested vitamin C. | It did not help.',
  ])
})

describe('acronyms end a sentence only before a word that begins one', () => {
  splits('en', [
    'U.S. troops left the harbour. | U.N. envoys stayed.',
    'He has lived in the U.S. | The president has not.',
    'He moved to the U.K. | In 2019 he came back.',
    'The U.S. President Ann Lowe spoke. | Nobody else did.',
    'They flew to Washington, D.C. | It rained.',
    'He works for Acme Inc. | The firm is small.',
    'She has a Ph.D. | He has none.',
    'They sell boats, nets, etc. | They do not sell fish.',
    'He lives in Orlin, Fla. | The house is old.',
  ])
})

describe('numbers, dates and times keep their dots', () => {
  splits('en', [
    'It was No. 5 on the list. | No. 6 was missing.',
    'The answer was no. | It ended there.',
    'Prices rose 3.5 percent. | Wages rose 1.2 percent.',
    'It was Feb. 3. | On Sept. 14 it was over.',
    'It closed in Sept. | The rest stayed open.',
    'It starts at 5 p.m. Tuesday. | It ends at 6 a.m. Eastern.',
    'They met at 9 a.m. | Police came at noon.',
    'It opened in 1998. | It closed in 2019. | Nobody came.',
    'See www.example.com for more. | Write to desk@example.org. | Thanks.',
    'The G-7 met. | So did the G-20.',
    'The vote was 7.30pm. | It passed.',
    'The film made $5. | The next made nothing.',
  ])
})

describe('quotes stay whole, with the words that say whose they are', () => {
  splits('en', [
    '“We will go,” he said. | “All of us.” | She left.',
    '“We won. We lost. We go,” he said. | “Never again.”',
    'He said: “He told me. I believed it.” | She did not.',
    '"Stop!" he cried. | "Why?"',
    '"Why now?" Ann Lowe asked. | "Because." | He left.',
    '“Will it hold?” Mr. Hale asked. | Nobody knew.',
    'She called it “a mess.” | The council agreed.',
    'She called it ‘a mess.’ | The council agreed.',
    '(It did not say why.) | The firm (Acme Inc.) declined to comment.',
    'He was (see p. 5) late. | She was not.',
    'He called it “done. ” | She did not.',
  ])
  splits('de', [
    '„Wir gehen.“ | Er ging. | »Wir bleiben.« | Sie blieb.',
    '„Geht ihr?“, fragte er. | Niemand ging.',
  ])
  splits('fr', ['Il a dit : « Nous partons. » | Elle est restée.', '« Vraiment ? » a-t-il demandé. | Oui.'])
  splits('es', ['«Vamos. Ya», dijo. | ¿Y ahora? | ¡Nadie sabe!', '¿Quién fue? | No se sabe.'])
})

describe('marks within a sentence do not end it', () => {
  splits('en', [
    'The G-7 met... and left. | The rest stayed.',
    'It waits… | The end is near.',
    'It was ... Aldmoor. | The town was empty.',
    'He said the plan “[...] Works” for now. | We will see.',
    'Really?! | Yes!',
    'yahoo! said so. | It is small.',
    'iPhone sales rose. | eBay sales fell.',
    '1. The first item. | 2. The second item.',
    'It ended.[12] | It began again.',
    'The sign read ENTER. | NASA did not.',
  ])
})

test('a full stop that lost its space ends a sentence, the dot of a site does not', () => {
  expect(sentencesOf('He said it.The next day he left example.com for good.', 'en')).toEqual([
    'He said it.',
    'The next day he left example.com for good.',
  ])
})

describe('other languages have abbreviations and ordinals of their own', () => {
  splits('de', [
    'Am 3. Januar kam Dr. Berg. | Er blieb bis zum 12. März.',
    'Der 2. Weltkrieg begann 1939. | Die Stadt brannte.',
    'Es gibt z. B. Die Grünen und d. h. Alle anderen. | Mehr nicht.',
    'Es gibt z.B. Boote, u.a. Kutter. | Mehr nicht.',
    'Das kostet 5 Mio. Euro bzw. 3 Mrd. Kronen. | Mehr nicht.',
    'Er verkauft Boote, Netze usw. | Danach geht er heim.',
    'Prof. Dr. h. c. Anna Berg sprach. | Nr. 5 fehlte.',
    'Der Umsatz stieg auf 3. | Die Kosten sanken.',
  ])
  splits('es', [
    'El Sr. Vega y la Dra. Luna llegaron. | Nadie habló.',
    'Viajó a EE. UU. | El viaje fue largo.',
    'Llegó a las 5 p. m. | Nadie esperaba.',
  ])
  splits('fr', [
    'M. Dupré et Mme Roux sont partis. | C’est fini.',
    'J.-P. Morel est venu. | Il pleuvait.',
    'C’est le n° 5. | La fin.',
  ])
  splits('it', ['Il dott. Rossi e il sig. Verdi tacciono. | Piove.', 'Costa poco, ecc. | Poi basta.'])
  splits('pt', ['O Sr. Lima e a Dra. Reis saíram. | Choveu.'])
  splits('nl', ['Dhr. Bakker kocht bijv. Kaas en brood. | Het regende.'])
  splits('ru', [
    'А. С. Лунин приехал в г. Озерск. | Он молчал.',
    'Это стоит 5 млн. руб. | Он ушёл.',
    'В 2019 г. | Президент уехал.',
  ])
  splits('pl', ['Prof. Nowak mieszka na ul. Długiej. | Nie ma go.'])
  splits('tr', ['Dr. Kaya geldi. | Bu iyi.'])
})

describe('scripts without spaces', () => {
  test.each([
    ['zh', '今天下雨了！真的吗？是的。', ['今天下雨了！', '真的吗？', '是的。']],
    ['zh', '他说：“我们走。现在走。”然后他走了。', ['他说：“我们走。现在走。”', '然后他走了。']],
    ['ja', '彼は「行く。帰る。」と言った。雨が降った。', ['彼は「行く。帰る。」と言った。', '雨が降った。']],
    ['ja', '「行く。」彼は言った。', ['「行く。」', '彼は言った。']],
    ['hi', 'वह आया। वह गया।', ['वह आया।', 'वह गया।']],
    ['ar', 'هل جاء؟ نعم. ذهب.', ['هل جاء؟', 'نعم.', 'ذهب.']],
  ])('%s: %s', (language, text, expected) => {
    expect(sentencesOf(text, language)).toEqual(expected)
  })
})

describe('paragraphs and line breaks', () => {
  test('paragraphs are separated by blank lines and count from one', () => {
    const text = '\n\nFirst one. Second one.\n \nThird without a stop\r\n\r\n\nFourth.'
    expect(splitSentences(text, 'en').map(({ ordinal, paragraph }) => [ordinal, paragraph])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 3],
    ])
    expect(sentencesOf(text, 'en')).toEqual(['First one.', 'Second one.', 'Third without a stop', 'Fourth.'])
  })

  test('a paragraph without a final mark is a sentence', () => {
    expect(sentencesOf('  New bridge opens in Aldmoor  ', 'en')).toEqual(['New bridge opens in Aldmoor'])
  })

  test('lines broken for their length are one sentence, also with Windows line ends', () => {
    const text =
      'The council of the town of Aldmoor has decided to close the\r\nOld Bridge for good. It is not safe.'
    expect(sentencesOf(text, 'en')).toEqual([
      'The council of the town of Aldmoor has decided to close the\r\nOld Bridge for good.',
      'It is not safe.',
    ])
  })

  test('lines that had room for more are sentences of their own', () => {
    const text =
      'Bridge closed\nFerry full\nThe harbour office of Aldmoor said on Monday that all boats would wait'
    expect(sentencesOf(text, 'en')).toEqual(text.split('\n'))
  })

  test.each(['', '   ', '\n\n \n', '\u00a0'])('text of nothing has no sentences: %j', (text) => {
    expect(splitSentences(text, 'en')).toEqual([])
  })

  test('an unknown language is split like any other', () => {
    expect(sentencesOf('Dr. Berg a venit. El a plecat.', 'xx')).toEqual(['Dr. Berg a venit.', 'El a plecat.'])
  })
})

describe('limits', () => {
  test('at most 400 sentences are found', () => {
    const sentences = splitSentences(
      'It rained. '.repeat(300).concat('\n\n', 'It snowed. '.repeat(300)),
      'en',
    )
    expect(sentences).toHaveLength(400)
    expect(sentences.at(-1)).toMatchObject({ ordinal: 400, paragraph: 2 })
  })

  test('a sentence of more than 600 characters is cut behind its last semicolon', () => {
    const text = `${'one two three, '.repeat(30)}four; ${'five six, '.repeat(20)}seven.`
    const [first, second] = sentencesOf(text, 'en')
    expect(first).toMatch(/three, four;$/)
    expect(second).toMatch(/^five six,/)
  })

  test('without a semicolon it is cut behind a comma, without a comma at a space', () => {
    const commas = sentencesOf(`${'one two three, '.repeat(60)}end.`, 'en')
    expect(commas.slice(0, -1).every((part) => part.endsWith('three,') && part.length <= 600)).toBe(true)
    const spaces = sentencesOf(`${'word '.repeat(300)}end.`, 'en')
    expect(spaces.every((part) => /^word.*(?:word|end\.)$/.test(part) && part.length <= 600)).toBe(true)
  })

  test('a cut never divides a character of several code points', () => {
    const family = '👩‍👩‍👧‍👦'
    const parts = sentencesOf(family.repeat(200), 'en')
    expect(parts.join('')).toBe(family.repeat(200))
    expect(parts.every((part) => part.length % family.length === 0 && part.length <= 600)).toBe(true)
  })

  test('hostile text takes no time that grows with its square', () => {
    const size = 200_000
    for (const piece of ['.', '"', '“', ' “a', '. ', '\n', 'A.', '?!', '(', 'a\n', '1. ']) {
      const text = piece.repeat(size / piece.length)
      expect(splitSentences(text, 'en').length).toBeLessThanOrEqual(400)
    }
  })
})

test('sentences never overlap, hold no outer white space and leave out nothing but white space', () => {
  const text =
    'Dr. Hale (of Aldmoor) said: “Go. Now!” He left...\nAnd then?! “Yes.” No. 5 won 3.5 to 2. \n\n' +
    'Bullets:\n• One\n• Two; three, etc. The end.[3]  \n\n„Ja.“ Am 3. Mai. ' +
    'x'.repeat(1_300)
  let end = 0
  for (const sentence of splitSentences(text, 'en')) {
    expect(sentence.start).toBeGreaterThanOrEqual(end)
    expect(text.slice(end, sentence.start).trim()).toBe('')
    const words = text.slice(sentence.start, sentence.end)
    expect(words).toBe(words.trim())
    expect(words).not.toBe('')
    end = sentence.end
  }
  expect(text.slice(end).trim()).toBe('')
})
