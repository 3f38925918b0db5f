import { describe, expect, test } from 'vitest'
import { findQuotes, quoteOccurs } from '../../src/text/quotes.ts'

describe('findQuotes finds what stands between marks', () => {
  test.each([
    ['curly', 'He said “we go” and “they stay”.', ['we go', 'they stay']],
    ['straight', 'He said "we go" and "they stay".', ['we go', 'they stay']],
    ['German', 'Er sagte „wir gehen“ und „sie bleiben“.', ['wir gehen', 'sie bleiben']],
    ['German with straight end', 'Er sagte „wir gehen" heute.', ['wir gehen']],
    ['French', 'Il a dit « nous partons » hier.', ['nous partons']],
    ['Swiss', 'Er sagte «wir gehen» heute.', ['wir gehen']],
    ['angles the other way', 'Er sagte »wir gehen« heute.', ['wir gehen']],
    ['single angles', 'Il a dit ‹ oui oui › hier.', ['oui oui']],
    ['Swedish', 'Hon sade ”vi går” i dag.', ['vi går']],
    ['Japanese', '彼は「行く」と言い『雨』を読む。', ['行く']],
    ['two characters are enough', '彼は「行く」と言い『大雨』を読む。', ['行く', '大雨']],
    ['British', 'He said ‘we go’ and left.', ['we go']],
    ['of nested ones the outer', 'He said “she told me ‘go’ twice”.', ['she told me ‘go’ twice']],
    ['nested straight in curly', 'He said “the "old" bridge” fell.', ['the "old" bridge']],
    ['in brackets', 'It fell (“the end”).', ['the end']],
    ['after a dash', 'It fell—“the end”.', ['the end']],
    ['several sentences', '“We go. They stay,” he said.', ['We go. They stay,']],
    ['over a line break', 'He said “we\ngo” today.', ['we\ngo']],
    ['an apostrophe within', '“It’s the town’s,” he said.', ['It’s the town’s,']],
    ['apostrophes are no quotes', 'The workers’ day: ’tis the town’s, isn’t it? Rock ’n’ roll.', []],
    ['a year is no quote', 'The ‘90s and the workers’ day', []],
    ['straight apostrophes are no quotes', "The 'old' bridge isn't the workers'", []],
    ['inches are no quotes', 'A 6" pipe and a 12" pipe', []],
    ['one character is no quote', 'Plan “B” and "C"', []],
    ['an opening mark alone', 'He said “we go and left.', []],
    ['a closing mark alone', 'We go” he said.', []],
    ['an opening mark alone does not hide the rest', 'He said “we go.\n\nShe said “we stay”.', ['we stay']],
    ['an odd straight mark', 'He said "we go" and "left.', ['we go']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(findQuotes(text).map((quote) => quote.text)).toEqual(expected.filter((quote) => quote !== '雨'))
  })

  test('a quote that goes on over paragraphs is one mention per paragraph', () => {
    const text = '“First we go.\n\n“Then we stay.\n\n“Then we sleep,” he said. “Good.”'
    expect(findQuotes(text).map((quote) => quote.text)).toEqual([
      'First we go.',
      'Then we stay.',
      'Then we sleep,',
      'Good.',
    ])
  })

  test('offsets open the words between the marks', () => {
    const text = 'Il a dit « nous partons » et “then, no”.'
    const quotes = findQuotes(text)
    expect(quotes).toHaveLength(2)
    for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
  })
})

const SOURCE =
  'Mayor Ann Lowe said on Monday: “The bridge isn’t safe — it never was… We will close it at once, and we will ' +
  'not open it before spring.” She added that the council had ‘no choice’. ' +
  'The party of the mayor agreed. '

describe('quoteOccurs compares word for word', () => {
  test.each([
    ['the same words', 'We will close it at once', true],
    ['another case', 'we will CLOSE it at once', true],
    ['other marks and spaces', "the bridge isn't  safe - it never was", true],
    ['dashes without spaces', 'isn’t safe—it never was', true],
    ['a comma of the sentence around it', 'we will close it at once,', true],
    ['a full stop of the sentence around it', 'it never was.', true],
    ['marks within', 'had "no choice"', true],
    ['soft hyphens', 'we will close it at\u00ad once', true],
    ['an omission', 'The bridge isn’t safe ... we will not open it', true],
    ['an ellipsis character', 'The bridge isn’t safe … we will not open it before spring', true],
    ['an omission in brackets', 'The bridge isn’t safe [...] before spring', true],
    ['an insertion in brackets', 'We will close [the bridge] at once', true],
    ['an altered word behind an insertion', 'We will close [the bridge] at last', false],
    ['an insertion for a word that was there', 'We will close it [today] and we will not open it', true],
    ['an omission at the end', 'We will close it...', true],
    ['pieces in another order', 'before spring ... The bridge isn’t safe', false],
    ['an altered word', 'We will close it at last', false],
    ['a left out word', 'We will close at once', false],
    ['an added word', 'We will not close it at once', false],
    ['a part of a word', 'art of the mayor', false],
    ['the beginning of a word', 'the party of the may', false],
    ['other words', 'We did what we could', false],
    ['nothing but an omission', '...', false],
    ['nothing', '', false],
  ])('%s', (_, quote, expected) => {
    expect(quoteOccurs(quote, SOURCE)).toBe(expected)
  })

  test('pieces must stand within 400 characters', () => {
    const source = (gap: number) => `We will go ${'x'.repeat(gap)} and come back`
    expect(quoteOccurs('We will go ... and come back', source(300))).toBe(true)
    expect(quoteOccurs('We will go ... and come back', source(500))).toBe(false)
  })

  test('a later place of the first piece is tried too', () => {
    const source = `We go. ${'x '.repeat(300)} We go. And we stay.`
    expect(quoteOccurs('We go ... we stay', source)).toBe(true)
  })

  test('scripts without spaces need no spaces around a quote', () => {
    expect(quoteOccurs('橋を閉じる', '市長は橋を閉じると言った。')).toBe(true)
    expect(quoteOccurs('橋を開く', '市長は橋を閉じると言った。')).toBe(false)
  })
})
