import { describe, expect, test } from 'vitest'
import { contentStems, isStopWord, searchText, stem, tokenize } from '../../src/text/tokens.ts'

describe('tokenize finds words with their inner marks', () => {
  test.each([
    ['plain words', 'The old bridge.', ['The', 'old', 'bridge']],
    ['apostrophes', "don't, the town’s, O'Hale", ["don't", 'the', 'town’s', "O'Hale"]],
    ['outer apostrophes are no part', "'tis the workers' day", ['tis', 'the', 'workers', 'day']],
    ['ampersand', 'AT&T and R&D', ['AT&T', 'and', 'R&D']],
    ['hyphens', 'a G-7 tit-for-tat U.S.-Aldmoor deal', ['a', 'G-7', 'tit-for-tat', 'U.S.-Aldmoor', 'deal']],
    ['hyphens that do not break', 'the G‑7', ['the', 'G‑7']],
    ['dashes divide', 'one—two 2019–2021', ['one', 'two', '2019', '2021']],
    ['acronyms', 'U.S. and a Ph.D.', ['U.S', 'and', 'a', 'Ph.D']],
    ['sites', 'see example.com.', ['see', 'example.com']],
    ['a lost space divides', 'said.The end', ['said', 'The', 'end']],
    ['numbers', '1,247,000 at 3.5% or $1.2bn', ['1,247,000', 'at', '3.5', 'or', '1.2bn']],
    ['a list of numbers', '2019,2020', ['2019', '2020']],
    ['letters and digits', 'the A380 and MH17', ['the', 'A380', 'and', 'MH17']],
    ['one character', 'a b 7', ['a', 'b', '7']],
    ['marks of their own code point', 'Cafe\u0301 Noir', ['Cafe\u0301', 'Noir']],
    ['Cyrillic', 'Мэр Лунин', ['Мэр', 'Лунин']],
    ['Arabic', 'جسر جديد', ['جسر', 'جديد']],
    ['Hindi', 'नया पुल', ['नया', 'पुल']],
    ['nothing', ' — … ', []],
  ])('%s', (_, text, expected) => {
    expect(tokenize(text, 'en').map((token) => token.text)).toEqual(expected)
  })

  test('a word without an end is cut instead of overflowing the stack', () => {
    expect(tokenize('a-'.repeat(4_500_000), 'en').length).toBeGreaterThan(1)
    expect(tokenize('a'.repeat(9_000_000), 'en').length).toBeGreaterThan(1)
  })

  test('Chinese, Japanese and Thai are cut into words', () => {
    expect(tokenize('東京の橋', 'ja').map((token) => token.text)).toEqual(['東京', 'の', '橋'])
    expect(tokenize('新桥通车', 'zh').length).toBeGreaterThan(1)
    expect(tokenize('ประเทศไทยและญี่ปุ่น', 'th').map((token) => token.text)).toContain('และ')
  })

  test('offsets open the words in the text, in mixed scripts too', () => {
    const text = ' “Aldmoor’s G-7” 東京の橋 AI技術 2026年…'
    const tokens = tokenize(text, 'ja')
    expect(tokens.length).toBeGreaterThan(6)
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
  })
})

describe('English forms of one word share a stem', () => {
  test.each([
    ['control', 'controls controlled controlling'],
    ['import', 'imports imported importing'],
    ['supply', 'supplies supplied supplying'],
    ['use', 'uses used using'],
    ['speed', 'speeds speeding'],
    ['plan', 'plans planned planning'],
    ['plane', 'planes'],
    ['hope', 'hopes hoped hoping'],
    ['rate', 'rates rated rating'],
    ['state', 'states stated stating'],
    ['close', 'closes closed closing'],
    ['increase', 'increases increased increasing'],
    ['house', 'houses housed housing'],
    ['agree', 'agrees agreed agreeing'],
    ['add', 'adds added adding'],
    ['call', 'calls called calling'],
    ['cancel', 'cancels cancelled canceled cancelling'],
    ['pass', 'passes passed passing'],
    ['company', 'companies'],
    ['movie', 'movies'],
    ['die', 'dies died dying'],
    ['try', 'tries tried trying'],
    ['fly', 'flies flying flew flown'],
    ['play', 'plays played playing'],
    ['visit', 'visits visited visiting'],
    ['proceed', 'proceeds proceeded proceeding'],
    ['box', 'boxes boxed'],
    ['church', 'churches'],
    ['class', 'classes'],
    ['bus', 'buses'],
    ['virus', 'viruses'],
    ['crisis', 'crises'],
    ['tax', 'taxes taxed'],
    ['king', 'kings'],
    ['ceasefire', 'ceasefires'],
    ['tariff', 'tariffs'],
    ['building', 'buildings'],
    ['child', 'children'],
    ['woman', 'women'],
    ['rise', 'rises rose risen rising'],
    ['sell', 'sells sold selling'],
    ['write', 'writes wrote written writing'],
    ['bring', 'brings brought bringing'],
    ['labor', 'labour'],
    ['organized', 'organised organises organizing'],
    ['organization', 'organisations'],
    ['center', 'centre centres'],
  ])('%s: %s', (word, forms) => {
    for (const form of forms.split(' '))
      expect(`${form} ${stem(form, 'en')}`).toBe(`${form} ${stem(word, 'en')}`)
  })
})

describe('different English words keep different stems', () => {
  test.each([
    ['news', 'new'],
    ['use', 'us'],
    ['plane', 'plan'],
    ['during', 'dure'],
    ['bring', 'br'],
    ['king', 'k'],
    ['red', 'r'],
    ['speed', 'spe'],
    ['care', 'car'],
    ['wine', 'win'],
    ['hoped', 'hopped'],
    ['founded', 'found'],
    ['evening', 'even'],
    ['nothing', 'noth'],
    ['united', 'unit'],
    ['Reuters', 'reuter'],
    ['bus', 'bu'],
    ['police', 'policy'],
  ])('%s and %s', (one, other) => {
    expect(stem(one, 'en')).not.toBe(stem(other, 'en'))
  })

  test.each([
    'news',
    'series',
    'species',
    'reuters',
    'during',
    'king',
    'red',
    'speed',
    'gas',
    'this',
    'crisis',
    'us',
  ])('%s is its own stem', (word) => {
    expect(stem(word, 'en')).toBe(word)
  })
})

describe('stem folds first, and other languages keep six letters', () => {
  test.each([
    ['en', 'Aldmoor’s', 'aldmoor'],
    ['en', 'U.S', 'us'],
    ['en', "O'Hara", 'ohara'],
    ['en', '1,247,000', '1247000'],
    ['en', '3.5', '3.5'],
    ['en', 'G20', 'g20'],
    ['en-GB', 'harbours', 'harbor'],
    ['de', 'Bundesregierung', 'bundes'],
    ['de', 'Größe', 'grosse'],
    ['es', 'ministros', 'minist'],
    ['fr', 'l’économie', 'econom'],
    ['fr', 'qu’Aldmoor', 'aldmoo'],
    ['it', "dell'accordo", 'accord'],
    ['ru', 'правительство', 'правит'],
    ['ko', '대통령이', '대통'],
    ['xx', 'Zażółcić', 'zazolc'],
  ])('%s: %s', (language, word, expected) => {
    expect(stem(word, language)).toBe(expected)
  })
})

describe('stop words', () => {
  test.each([
    'the',
    'The',
    'of',
    'who',
    'What',
    'which',
    'how',
    'much',
    'many',
    'does',
    'did',
    "don't",
    'don’t',
    'Mr',
  ])('%s is one', (word) => {
    expect(isStopWord(word, 'en')).toBe(true)
  })
  test.each([
    'state',
    'million',
    'world',
    'government',
    'bill',
    'help',
    'case',
    'fire',
    'interest',
    'system',
    'first',
  ])('the news word %s is none', (word) => {
    expect(isStopWord(word, 'en')).toBe(false)
  })
  test.each([
    ['de', 'Für'],
    ['es', 'también'],
    ['fr', 'être'],
    ['it', 'perché'],
    ['pt', 'não'],
    ['nl', 'het'],
    ['pl', 'się'],
    ['sv', 'för'],
    ['tr', 'için'],
    ['ru', 'ещё'],
    ['ru', 'какой'],
    ['uk', 'який'],
    ['uk', 'їх'],
    ['ar', 'إلى'],
    ['ja', 'の'],
  ])('%s: %s', (language, word) => {
    expect(isStopWord(word, language)).toBe(true)
  })
  test('a language without a list has none', () => {
    expect(isStopWord('the', 'zh')).toBe(false)
  })
})

describe('contentStems', () => {
  test.each([
    [
      'order and repeats are kept',
      'en',
      'Ships left. More ships left the port.',
      ['ship', 'left', 'ship', 'left', 'port'],
    ],
    ['parts of hyphenated words', 'en', 'a U.S.-Aldmoor trade-off', ['us', 'aldmoor', 'trade']],
    ['a letter and its hyphen', 'en', 'the G-7 and e-mail', ['g7', 'email']],
    ['openings written both ways', 'en', 're-elected after a cease-fire', ['reelect', 'ceasefir']],
    ['the country is no pronoun', 'en', 'It told us the US and the U.S. left', ['tell', 'us', 'us', 'left']],
    ['digits', 'en', '7 of 1,200 boats', ['7', '1200', 'boat']],
    ['single letters are left out', 'en', 'plan B, vitamin c', ['plan', 'vitamin']],
    ['a question', 'en', 'How much of its grain does Aldmoor buy?', ['grain', 'aldmoor', 'buy']],
    ['German', 'de', 'Die Stadt erhöhte die Gebühren für Boote', ['stadt', 'erhoht', 'gebuhr', 'boote']],
    ['French', 'fr', 'L’économie d’Aldmoor', ['econom', 'aldmoo']],
    ['Japanese', 'ja', '東京の橋', ['東京', '橋']],
    ['nothing', 'en', '', []],
  ])('%s', (_, language, text, expected) => {
    expect(contentStems(text, language)).toEqual(expected)
  })
})

describe('searchText', () => {
  test.each([
    ['en', 'The ships left Aldmoor.', 'ship left aldmoor'],
    ['ja', '東京の橋、AI技術', '東 京 の 橋 ai 技 術'],
    ['zh', '外交部2026年', '外 交 部 2026 年'],
    ['ko', '서울의 다리', '서 울 의 다 리'],
    ['en', 'The 外交部 said no', '外 交 部 say'],
  ])('%s: %s', (language, text, expected) => {
    expect(searchText(text, language)).toBe(expected)
  })

  test('a piece of a Chinese text is found in it as a phrase', () => {
    expect(searchText('港口城市的外交部周一宣布', 'zh')).toContain(searchText('外交部', 'zh'))
  })
})
