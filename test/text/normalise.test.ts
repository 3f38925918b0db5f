import { describe, expect, test } from 'vitest'
import { fold, norm, normalise } from '../../src/text/normalise.ts'

describe('norm writes one spelling', () => {
  test.each([
    ['curly double quotes', '“Yes,” she said', '"Yes," she said'],
    ['low and high quotes', '„Ja“, sagte sie', '"Ja", sagte sie'],
    ['angle quotes', '«Oui» et »Ja«', '"Oui" et "Ja"'],
    ['single angle quotes', '‹a› ›b‹', "'a' 'b'"],
    ['curly single quotes', '‘so’ and the town’s', "'so' and the town's"],
    ['low single quote', '‚so‘', "'so'"],
    ['letters used as apostrophes', 'Qurʼan Hawaiʻi', "Qur'an Hawai'i"],
    ['primes', '6′ 2″', '6\' 2"'],
    ['en dash', '2019–2021', '2019-2021'],
    ['em dash', 'one—two', 'one-two'],
    ['hyphens that do not break', 'G‑7 and a‐b', 'G-7 and a-b'],
    ['minus sign', '−4', '-4'],
    ['ellipsis', 'wait… now', 'wait... now'],
    ['no-break and thin spaces', '1 234 567 km', '1 234 567 km'],
    ['ideographic space', '東京　大阪', '東京 大阪'],
    ['soft hyphen', 'Bundes\u00adbank', 'Bundesbank'],
    ['zero-width characters', 'pa\u200bss\u200cwo\u200drd\ufeff', 'password'],
    ['direction marks', '\u200eleft\u200f \u202aa\u202e \u2066b\u2069', 'left a b'],
    ['the tag block', `flag${String.fromCodePoint(0xe0067, 0xe007f)}`, 'flag'],
    ['Arabic-Indic digits', '٣٫٥٪ من ١٢٣', '3.5% من 123'],
    ['Persian digits', '۱۴۰۲', '1402'],
    ['full-width forms', 'ＡＢＣ　１２３', 'ABC 123'],
    ['ligatures', 'oﬃce ﬁre', 'office fire'],
    ['letter and combining mark', 'Cafe\u0301', 'Café'],
    ['half-width kana', 'ｶﾞｽ', 'ガス'],
    ['Hangul letters', '\u1112\u1161\u11ab', '한'],
    ['a fraction', '½ mile', '1/2 mile'],
    ['a fraction after a number', '10½ miles', '10 1/2 miles'],
    ['a superscript after a number', '10² m', '10² m'],
    ['case stays', 'The U.S.', 'The U.S.'],
    ['accents stay', 'Zürich', 'Zürich'],
  ])('%s', (_, text, expected) => {
    expect(norm(text)).toBe(expected)
  })
})

describe('fold leaves what words have in common', () => {
  test.each([
    ['lower case', 'Aldmoor', 'aldmoor'],
    ['no accents', 'Café Zürich Señor Łódź', 'cafe zurich senor lodz'],
    ['letters without a base', 'Straße Øre Æther Cœur', 'strasse ore aether coeur'],
    ['Turkish letters', 'İzmir Iğdır', 'izmir igdir'],
    ['possessive', "the mayor’s and Lowe's", 'the mayor and lowe'],
    ['no possessive within a word', "she'sx", "she'sx"],
    ['dots of acronyms', 'U.S. and U.K.', 'us and uk'],
    ['decimal points stay', '3.5 to .5', '3.5 to .5'],
    ['Russian', 'Ещё', 'еще'],
    ['Arabic without vowel signs and with one alef', 'أَحْمَد إلى آخر', 'احمد الي اخر'],
    ['Arabic without tatweel', 'محـمد', 'محمد'],
    ['Hebrew without points', 'שָׁלוֹם', 'שלום'],
    ['Hindi keeps its vowel signs', 'हिन्दी', 'हिन्दी'],
    ['Japanese keeps its voicing marks', 'ガス', 'ガス'],
  ])('%s', (_, text, expected) => {
    expect(fold(text)).toBe(expected)
  })
})

describe('normalise knows where an offset came from', () => {
  test.each([
    ['plain text', 'a plain word', 'word', 'word'],
    ['behind an ellipsis', 'wait… now “yes”', 'now', 'now'],
    ['behind deleted characters', 'a\u200b\u200bb\u00adc end', 'end', 'end'],
    ['over a deleted character', 'Bundes\u00adbank sinkt', 'Bundesbank', 'Bundes\u00adbank'],
    ['behind a composed letter', 'Cafe\u0301 Noir', 'Noir', 'Noir'],
    ['a composed letter', 'Cafe\u0301 Noir', 'Café', 'Cafe\u0301'],
    ['behind a surrogate pair', '🌉 bridge', 'bridge', 'bridge'],
    ['an ellipsis', 'wait… now', '...', '…'],
    ['the end of the text', 'he said “no…”', '"no..."', '“no…”'],
  ])('%s', (_, text, found, original) => {
    const normal = normalise(text)
    const start = normal.text.indexOf(found)
    expect(start).toBeGreaterThanOrEqual(0)
    expect(text.slice(normal.at(start), normal.at(start + found.length))).toBe(original)
  })

  test('its text is what norm gives', () => {
    const text = '„Zwölf“ – ½ Café… １２ \u200bﬁn'
    expect(normalise(text).text).toBe(norm(text))
  })
})
