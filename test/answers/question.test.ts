import { describe, expect, test } from 'vitest'
import { languageOf, readQuestion } from '../../src/answers/question.ts'

const NOW = Date.UTC(2026, 4, 6, 12)

function read(text: string, sourceNames: readonly string[] = []) {
  return readQuestion(text, { now: NOW, sourceNames })
}

describe('the kind of a question', () => {
  test.each([
    ['hello', 'greeting'],
    ['Good morning!', 'greeting'],
    ['Danke', 'greeting'],
    ['Спасибо!', 'greeting'],
    ['Hello, how many people were injured in Orlan?', 'question'],
    ['Should we sell our shares?', 'advice'],
    ['Is it safe to travel to Orlan?', 'advice'],
    ['How can I get a refund?', 'advice'],
    ['Soll ich die Aktie kaufen?', 'advice'],
    ['Faut-il que je parte ?', 'advice'],
    ['Who will win the election?', 'prediction'],
    ['What will the share cost next year?', 'prediction'],
    ['Will the crown recover?', 'prediction'],
    ['Wer wird die Wahl gewinnen?', 'prediction'],
    ['¿Quién va a ganar?', 'prediction'],
    ['Кто победит?', 'prediction'],
    ['Who is to blame?', 'opinion'],
    ['What do you think of the plan?', 'opinion'],
    ['Was the decision right?', 'opinion'],
    ['Is he a good minister?', 'opinion'],
    ['Wer hat recht?', 'opinion'],
    ['¿Qué opinas?', 'opinion'],
    ['Who won the election?', 'question'],
    ['What did the minister predict?', 'question'],
    ['Is the bridge open?', 'question'],
    ['What is good for the climate, according to the report?', 'question'],
    ['When will the tunnel reopen?', 'question'],
  ])('%s is %s', (text, kind) => {
    expect(read(text).kind).toBe(kind)
  })
})

describe('what an answer must hold', () => {
  test.each([
    ['Who owns the mill?', 'person'],
    ['Which company bought the mill?', 'organisation'],
    ['In which town does the mill stand?', 'place'],
    ['Where does the mill stand?', 'place'],
    ['When was the mill built?', 'date'],
    ['In what year was the mill built?', 'date'],
    ['How many people work in the mill?', 'count'],
    ['How old is the mill?', 'age'],
    ['How far is the mill?', 'number'],
    ['What is the turnover of the mill?', 'money'],
    ['Wie alt ist die Mühle?', 'age'],
    ['Um wie viel Prozent stieg der Preis?', 'percent'],
    ['¿Cuántos años tiene el molino?', 'age'],
    ['Сколько лет мельнице?', 'age'],
    ['市長の年齢は？', 'age'],
    ['How much of the flour is sold abroad?', 'percent'],
    ['What share of the flour is sold abroad?', 'percent'],
    ['How much did the mill cost?', 'money'],
    ['Why was the mill closed?', 'reason'],
    ['How come the mill was closed?', 'reason'],
    ['What did the owner say about the mill?', 'clause'],
    ['What did the company say about the mill?', 'clause'],
    ['How was the mill repaired?', 'clause'],
    ['Was the mill closed?', 'thing'],
    ['mill fire', 'thing'],
    ['Wie viele Menschen arbeiten in der Mühle?', 'count'],
    ['Warum wurde die Mühle geschlossen?', 'reason'],
    ['Welche Firma hat die Mühle gekauft?', 'organisation'],
    ['Combien de personnes travaillent au moulin ?', 'count'],
    ['¿Quién compró el molino?', 'person'],
    ['Когда построили мельницу?', 'date'],
  ])('%s: %s', (text, expected) => {
    expect(read(text).expected).toBe(expected)
  })

  test('is asked for by the last sentence', () => {
    expect(read('A mill burnt down in Corvin. How many people were injured?').expected).toBe('count')
  })
})

test.each([
  ['Was the mill closed?', true],
  ['Wurde die Mühle geschlossen, oder ist sie offen?', false],
  ['Ist die Mühle geschlossen?', true],
  ['When was the mill closed?', false],
])('%s asks for yes or no: %s', (text, isYesNo) => {
  expect(read(text).isYesNo).toBe(isYesNo)
})

describe('the words to look for', () => {
  const factorsOf = (text: string) =>
    new Map(read(text).terms.map(({ text: word, factor }) => [word, factor] as const))

  test('are those with meaning, each once', () => {
    expect([...factorsOf('Which mills burnt, and who owns the burnt mills of Corvin?').keys()]).toEqual([
      'mills',
      'burnt',
      'owns',
      'Corvin',
    ])
  })

  test('weigh less where they only say what is asked for, or that something was said', () => {
    const factors = factorsOf('Which company is said to own the mill?')
    expect(factors.get('company')).toBeLessThan(1)
    expect(factors.get('said')).toBeLessThan(1)
    expect(factors.get('mill')).toBe(1)
  })

  test('know names, and a capital at the beginning is none', () => {
    expect(read('Approximately how many mills does Dana Osric own?').names.map(({ text }) => text)).toEqual([
      'Dana Osric',
    ])
  })

  test('know what stands in quotation marks', () => {
    expect(read('Who said "nobody will cross it before July"?').phrases).toEqual([
      'nobody will cross it before July',
    ])
  })
})

describe('the sources a question asks of', () => {
  const stored = ['Harbour Post', 'Ledger', 'BBN News - World', 'Fortune']
  const namesOf = (text: string) => read(text, stored).sources.map(({ name }) => name)

  test.each([
    ['What does the Harbour Post report about the mill?', ['Harbour Post']],
    ['According to Harbour Post, who owns the mill?', ['Harbour Post']],
    ['What did the Ledger say about the mill?', ['Ledger']],
    ['What did BBN report about the mill?', ['BBN News - World']],
    ['Who made a fortune with the mill?', []],
    ['Who owns the mill?', []],
  ])('%s: %j', (text, names) => {
    expect(namesOf(text)).toEqual(names)
  })

  test('several are all meant', () => {
    expect(namesOf('What do both the Harbour Post and the Ledger report about the mill?').toSorted()).toEqual(
      ['Harbour Post', 'Ledger'],
    )
  })

  test('are no words to look for when it is certain that they are sources', () => {
    const { terms, names } = read('According to the Harbour Post, who owns the mill?', stored)
    expect(terms.map(({ text }) => text)).toEqual(['owns', 'mill'])
    expect(names).toEqual([])
  })

  test('under which nothing is stored are noticed', () => {
    expect(read('What did the Evening Times report about the mill?', stored)).toMatchObject({
      sources: [],
      strangeSources: ['Evening Times'],
    })
  })
})

describe('what is compared', () => {
  test.each([
    ['Compare Corvin and Hale', ['Corvin', 'Hale']],
    ['What is the difference between the old mill and the new mill?', ['the old mill', 'the new mill']],
    ['Corvin vs. Hale', ['Corvin', 'Hale']],
    ['Did both Corvin and Hale flood?', ['Corvin', 'Hale']],
    ['Which town is larger, Corvin or Hale?', ['Corvin', 'Hale']],
    ['Who owns the mills of Corvin and Hale?', undefined],
  ])('%s: %j', (text, sides) => {
    expect(read(text).sides).toEqual(sides)
  })
})

test.each([
  ['What is the latest on the mill?', true],
  ['What happens at the mill right now?', true],
  ['Was gibt es heute von der Mühle?', true],
  ['Who owned the mill?', false],
])('%s wants the newest: %s', (text, wantsLatest) => {
  expect(read(text).wantsLatest).toBe(wantsLatest)
})

test.each([
  ['Who owns the mill?', 'en'],
  ['mill', 'en'],
  ['Wem gehört die Mühle?', 'de'],
  ['À qui est le moulin ?', 'fr'],
  ['¿De quién es el molino?', 'es'],
  ['Чья это мельница?', 'ru'],
  ['Мельница', 'ru'],
  ['水車は誰のものですか', 'ja'],
  ['磨坊是谁的', 'zh'],
  ['방앗간은 누구의 것입니까', 'ko'],
])('%s is asked in %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})
