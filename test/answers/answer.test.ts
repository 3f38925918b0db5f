import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerQuestion } from '../../src/answers/answer.ts'
import type { ArticleSource } from '../../src/articles/to-article.ts'
import { DAY_MS, MINUTE_MS, systemClock } from '../../src/clock.ts'
import {
  type AskedStore,
  askedStore,
  BEES,
  citedIn,
  firstOf,
  NEWS,
  NOW,
  QUILL,
  sentenceOf,
  TUNNEL,
} from './asked-store.ts'

let desk: AskedStore
beforeEach(async () => {
  desk = await askedStore()
})
afterEach(() => desk[Symbol.asyncDispose]())

describe('a question that the store answers', () => {
  test.each([
    ['How many people were injured in the Orlan tunnel?', 'Nine people were injured'],
    ['When were people injured in the Orlan tunnel?', 'on Tuesday morning'],
    ['Why was the Orlan tunnel closed?', 'a seal between two segments had given way'],
    ['Who is the chief executive of Quill Robotics?', 'Ivo Marrane'],
    ['What was the net profit of Quill Robotics?', '42 million crowns'],
    ['Where does Quill Robotics want to hire people?', 'Dunmore'],
    ['Which factory will Varn Motors close?', 'Ashby'],
    ['quill shares', 'rose 6 percent'],
    ['Wie viel hat der Bau der Straßenbahn in Holm gekostet?', '140 Millionen Kronen'],
  ])('%s', async (question, words) => {
    const answer = await desk.ask(question)
    expect(answer).toMatchObject({ kind: 'answered', nearest: [] })
    expect(answer.reason).toBeUndefined()
    expect(firstOf(answer)).toContain(words)
  })

  test('is answered by one to three points, each verbatim, each with a citation that opens its sentence', async () => {
    const answers = await Promise.all(
      ['What happened in the Orlan tunnel?', 'What did Tessa Bruun say?', 'What does Quill Robotics do?'].map(
        (question) => desk.ask(question),
      ),
    )
    for (const { points } of answers) {
      expect(points.length).toBeGreaterThanOrEqual(1)
      expect(points.length).toBeLessThanOrEqual(3)
      for (const { text, citations } of points) {
        const opened = await Promise.all(
          citations.map(async ({ articleId, revision, sentence, start, end, quote }) => {
            const stored = await desk.store.revision(articleId, revision)
            if (!stored) throw new Error(`${articleId} is not stored`)
            expect(stored.text.slice(start, end)).toBe(quote)
            expect(sentenceOf(stored, sentence)).toBe(quote)
            return quote
          }),
        )
        expect(text).toBe(opened.join(' '))
      }
    }
  })

  test('begins and ends without what belongs to the page and not to the sentence', async () => {
    await using marked = await askedStore([
      {
        ...TUNNEL,
        text: 'ORLAN (Harbour Press) - Nine people were injured when water broke into the Orlan tunnel on Tuesday. (Reuters)',
      },
    ])
    const { points } = await marked.ask('How many people were injured in the Orlan tunnel?')
    expect(points.map(({ text }) => text)).toEqual([
      'Nine people were injured when water broke into the Orlan tunnel on Tuesday.',
    ])
    expect(points[0]?.citations[0]?.quote).toMatch(/^ORLAN \(Harbour Press\) - Nine/)
  })

  test('shows whom "it" or "she" means by the sentence before', async () => {
    const answer = await desk.ask('What did the team of Lena Ostrow explain by the end of spraying?')
    expect(firstOf(answer)).toBe(
      'The team of Lena Ostrow counted 61 nests. It explains the return by the end of spraying in the fields nearby.',
    )
    expect(answer.points[0]?.citations.map(({ sentence }) => sentence)).toEqual([2, 3])
  })

  test('asked for yes or no is answered by the sentence, never by yes or no', async () => {
    const answer = await desk.ask('Did Quill Robotics make a profit?')
    expect(firstOf(answer)).toContain('made a net profit of 42 million crowns')
    expect(answer.points.map(({ text }) => text).join(' ')).not.toMatch(/\b(?:yes|no)\b/i)
  })

  test('names each cited article once, in the order of the first citation', async () => {
    const answer = await desk.ask('What was the net profit or net loss of the companies last year?')
    expect(answer.sources.map(({ externalId }) => externalId)).toEqual([...new Set(citedIn(answer))])
  })
})

describe('copies and reports of one story', () => {
  test('a copy of an article is not cited beside it', async () => {
    await using copied = await askedStore([
      ...NEWS,
      { ...TUNNEL, externalId: 'copy', publisher: 'Coast Wire' },
    ])
    const answer = await copied.ask('How many people were injured in the Orlan tunnel?')
    expect(answer.points.filter(({ text }) => text.includes('Nine people'))).toHaveLength(1)
    expect(answer.sources).toHaveLength(1)
  })

  test('the newest figures come first', async () => {
    await using updated = await askedStore([
      ...NEWS,
      {
        externalId: 'update',
        publisher: 'Coast Wire',
        title: 'Orlan tunnel: number of injured rises to 14',
        publishedAt: NOW,
        text: 'Fourteen people were injured when water broke into the Orlan tunnel on Tuesday morning, the fire service said on Wednesday.\n\nEngineer Tessa Bruun said that a seal between two segments of the tunnel had given way.',
      },
    ])
    const answer = await updated.ask('How many people were injured in the Orlan tunnel?')
    expect(citedIn(answer)[0]).toBe('update')
  })
})

describe('a question that the store does not answer', () => {
  test.each([
    'What is the price of silver?',
    'Who won the cup final in Belgravia?',
    'What did the mayor of Porto say about the Orlan tunnel and Lisbon?',
    'How tall is Mount Hesper?',
  ])('%s is refused, without a point', async (question) => {
    expect(await desk.ask(question)).toMatchObject({
      kind: 'refused',
      reason: 'not-stored',
      points: [],
      sources: [],
    })
  })

  test('is refused with the nearest articles, at most five, each once', async () => {
    const { nearest, kind } = await desk.ask(
      'What did the mayor of Porto say to Lisbon about the Orlan tunnel?',
    )
    expect(kind).toBe('refused')
    expect(nearest[0]).toMatchObject({ externalId: 'tunnel', name: 'Harbour Post', title: TUNNEL.title })
    expect(nearest.length).toBeLessThanOrEqual(5)
    expect(new Set(nearest.map(({ articleId }) => articleId)).size).toBe(nearest.length)
  })

  test('because no figure is there gets the closest sentences, marked as such, with the nearest articles', async () => {
    await using desk = await askedStore([
      {
        externalId: 'chapel',
        title: 'Chapel of Saint Orla gets new bells',
        text: 'The chapel of Saint Orla gets new bells, one of the gifts of the Group of Seven, a club of bakers.\n\nThe bells were cast in Dunmore.',
      },
    ])
    const answer = await desk.ask('How many bells does the chapel of Saint Orla get?')
    expect(answer).toMatchObject({ kind: 'closest', reason: 'not-stored' })
    expect(answer.score).toBeLessThan(0)
    expect(firstOf(answer)).toContain('new bells')
    expect(answer.nearest.map(({ externalId }) => externalId)).toEqual(['chapel'])
  })

  test('because a paper of that name is not stored, is refused', async () => {
    expect(await desk.ask('What did the Evening Times report about the Orlan tunnel?')).toMatchObject({
      kind: 'refused',
      reason: 'not-stored',
    })
  })

  test.each(['How many people were injured?', 'x', '?', 'Why?'])(
    'is refused by an empty store, which says that it is empty: %s',
    async (question) => {
      await using empty = await askedStore([])
      expect(await empty.ask(question)).toMatchObject({
        kind: 'refused',
        reason: 'not-stored',
        nearest: [],
        isStoreEmpty: true,
      })
    },
  )
})

describe('what is out of scope', () => {
  test.each([
    'Should I buy shares of Quill Robotics?',
    'Will the shares of Quill Robotics fall?',
    'What will happen to the Orlan tunnel?',
    'Who is right, Norvia or Tamsin?',
    'Is Ivo Marrane a good leader?',
    'Soll ich Aktien von Quill Robotics kaufen?',
  ])('%s is refused as that, without a look at the store', async (question) => {
    expect(await desk.ask(question)).toMatchObject({
      kind: 'refused',
      reason: 'out-of-scope',
      points: [],
      nearest: [],
    })
  })

  test('leaves the talk where it was', async () => {
    const { conversationId } = await desk.ask('What was the net profit of Quill Robotics?')
    await desk.ask('Should I buy its shares?', { conversation: conversationId })
    const answer = await desk.ask('And the year before?', { conversation: conversationId })
    expect(firstOf(answer)).toContain('17 million crowns the year before')
  })
})

describe('a question that could mean anything', () => {
  test.each(['Why?', 'And the year before?', 'Who is she?', '???', 'of the and'])(
    '%s is refused as ambiguous',
    async (question) => {
      expect(await desk.ask(question)).toMatchObject({ kind: 'refused', reason: 'ambiguous', nearest: [] })
    },
  )
})

describe('a comparison', () => {
  test('is answered by the best sentence of each side', async () => {
    const answer = await desk.ask('Compare the profit of Quill Robotics and the loss of Varn Motors')
    expect(answer.kind).toBe('answered')
    expect(answer.points).toHaveLength(2)
    expect(citedIn(answer)).toEqual(['quill', 'varn'])
  })

  test('keeps the words that both sides share', async () => {
    const answer = await desk.ask(
      "Compare Tamsin's share of the exports of Norvia with Tamsin's share of the imports of Norvia",
    )
    expect(answer.kind).toBe('answered')
    expect(answer.points.map(({ text }) => text)).toEqual([
      expect.stringContaining('27 percent of its exports'),
      expect.stringContaining('source of imports'),
    ])
  })

  test('of which one side is not stored is answered in part, and says so', async () => {
    const answer = await desk.ask(
      'Compare the net profit of Quill Robotics and the net profit of Zephyr Aerospace',
    )
    expect(answer).toMatchObject({ kind: 'closest', reason: 'partial' })
    expect(citedIn(answer)).toEqual(['quill'])
  })

  test('of which neither side is stored is refused', async () => {
    expect(await desk.ask('Compare Zephyr Aerospace and Bolt Dynamics')).toMatchObject({
      kind: 'refused',
      reason: 'not-stored',
      points: [],
    })
  })
})

describe('a question about what two sources say', () => {
  test('is answered by sentences of both', async () => {
    const answer = await desk.ask(
      'Did the Harbour Post report on the closed Orlan tunnel after the Kest Ledger reported the loss of the carmaker Varn Motors?',
    )
    expect(answer.kind).toBe('answered')
    expect(new Set(citedIn(answer))).toEqual(new Set(['tunnel', 'varn']))
  })

  test.each([
    'Did the Harbour Post report on the wages of Belmar nurses after the Kest Ledger reported the strike of Tolvan pilots?',
    'Did the Harbour Post report higher wages of nurses before the Kest Ledger reported a strike of pilots at the airport in autumn?',
    'What do the Harbour Post and the Kest Ledger say about the price of bitcoin, gold, silver and oil this year?',
  ])('and neither has said is not answered: %s', async (question) => {
    expect((await desk.ask(question)).kind).not.toBe('answered')
  })
})

test('"now" is the clock\'s unless the question brings its own', async () => {
  const parts = { store: desk.store, clock: { ...systemClock, now: () => NOW } }
  const conversation = await desk.store.openConversation(NOW)
  const question = 'How many people were injured in the Orlan tunnel?'
  const byClock = await answerQuestion(parts, { question, conversation })
  const byQuestion = await answerQuestion(parts, { question, conversation, now: NOW - DAY_MS })
  expect(byClock.focus?.at).toBe(NOW)
  expect(byQuestion.focus?.at).toBe(NOW - DAY_MS)
})

describe('a follow-up', () => {
  /** The answers to questions asked one minute apart in one conversation. */
  async function talk(...questions: readonly string[]) {
    const { conversationId } = await desk.ask(questions[0] ?? '')
    const answers = []
    for (const [at, question] of questions.slice(1).entries()) {
      const now = NOW + (at + 1) * MINUTE_MS
      answers.push(await desk.ask(question, { conversation: conversationId, now }))
    }
    return answers
  }

  test.each([
    ['And the year before?', '17 million crowns the year before'],
    ['Why?', 'because hospitals ordered twice as many'],
    ['What about the shares?', 'rose 6 percent'],
    ['and who is the chief executive?', 'Ivo Marrane'],
    ['How many people does it want to hire?', '400 people'],
  ])('%s is about what was talked about', async (question, words) => {
    const [answer] = await talk('What was the net profit of Quill Robotics?', question)
    expect(answer?.kind).toBe('answered')
    expect(answer && firstOf(answer)).toContain(words)
  })

  test('"what about imports?" asks for imports where exports were asked for', async () => {
    const [answer] = await talk(
      'What share of the exports of Norvia does Tamsin take?',
      'what about imports?',
    )
    expect(answer && firstOf(answer)).toContain('source of imports')
  })

  test('leans on the answer before it, not on the first one', async () => {
    const [, answer] = await talk(
      'What was the net profit of Quill Robotics?',
      'How many people were injured in the Orlan tunnel?',
      'Why was it closed?',
    )
    expect(answer && firstOf(answer)).toContain('a seal between two segments')
  })

  test('that begins a new subject is answered about that, and the talk goes on there', async () => {
    const [bees, nests] = await talk(
      'What was the net profit of Quill Robotics?',
      'and what about the wild bees?',
      'how many nests?',
    )
    expect(bees && citedIn(bees)[0]).toBe('bees')
    expect(nests && firstOf(nests)).toContain('61 nests')
  })

  test('whose own words are nowhere is not answered by saying the same again', async () => {
    const [answer] = await talk('What was the net profit of Quill Robotics?', 'and the submarines?')
    expect(answer?.kind).not.toBe('answered')
  })

  describe('about a year', () => {
    const mill: ArticleSource = {
      externalId: 'mill',
      title: 'Corvin earns less',
      publishedAt: NOW - DAY_MS,
      text: 'Corvin made a profit of 5 million crowns in 2025.\n\nIn 2024 it had earned 9 million crowns, and the year before 7 million.\n\nManager Dana Osric blamed the drought.\n\nIt will not pay a dividend.',
    }
    const trial: ArticleSource = {
      externalId: 'trial',
      title: 'Builder before the court',
      publishedAt: NOW - DAY_MS,
      text: 'A builder took 20,000 crowns in 2019, the court said.',
    }

    async function answersTo(...questions: readonly string[]) {
      await using store = await askedStore([mill, trial])
      const { conversationId: conversation } = await store.ask('What was the profit of Corvin in 2025?')
      const answers = []
      for (const question of questions) answers.push(await store.ask(question, { conversation }))
      return answers
    }

    test.each(['And the year before?', 'and the previous year?', 'And in 2024?'])(
      '%s means the one before',
      async (question) => {
        const [answer] = await answersTo(question)
        expect(answer?.kind).toBe('answered')
        expect(answer && firstOf(answer)).toContain('In 2024 it had earned 9 million')
      },
    )

    test('of which the subject has nothing does not go to another subject', async () => {
      const [answer] = await answersTo('and in 2019?')
      expect(answer?.kind).not.toBe('answered')
      expect(answer && citedIn(answer)).not.toContain('trial')
    })

    test('does not hold for "why?" and for "its"', async () => {
      const [why, dividend] = await answersTo('why?', 'what about its dividend?')
      expect(why && firstOf(why)).toContain('blamed the drought')
      expect(dividend && firstOf(dividend)).toContain('It will not pay a dividend')
    })

    test('"he" is nobody where nobody was named', async () => {
      const [answer] = await answersTo('who is he?')
      expect(answer).toMatchObject({ kind: 'refused', reason: 'ambiguous' })
    })

    test('"she" is who was named in the answer', async () => {
      const [, who, age] = await answersTo('why?', 'who is she?', 'how old is she?')
      expect(who?.kind).toBe('answered')
      expect(who && firstOf(who)).toContain('Dana Osric')
      expect(age?.kind).toBe('closest')
    })
  })

  test('leans on the last answer, not on what came closest since', async () => {
    const [closest, answer] = await talk(
      'What was the net profit of Quill Robotics?',
      'How old is Tessa Bruun?',
      'And the year before?',
    )
    expect(closest?.kind).toBe('closest')
    expect(answer && firstOf(answer)).toContain('17 million crowns')
  })

  test('about a name that is not stored is refused', async () => {
    const [answer] = await talk('What was the net profit of Quill Robotics?', 'What about Zephyr Aerospace?')
    expect(answer?.kind).toBe('refused')
  })

  test('a question that stands alone borrows nothing', async () => {
    const [answer] = await talk(
      'What was the net profit of Quill Robotics?',
      'How many people were injured in the Orlan tunnel?',
    )
    expect(answer && new Set(citedIn(answer))).toEqual(new Set(['tunnel']))
  })

  test.each([
    [30, 'answered'],
    [31, 'refused'],
  ])('%i minutes after the last answer is %s', async (minutes, kind) => {
    const { conversationId } = await desk.ask('What was the net profit of Quill Robotics?')
    const now = NOW + minutes * MINUTE_MS
    const answer = await desk.ask('Why?', { conversation: conversationId, now })
    expect(answer.kind).toBe(kind)
  })

  test('a refusal in between does not end the talk', async () => {
    const [, answer] = await talk(
      'What was the net profit of Quill Robotics?',
      'Who won the cup final in Belgravia?',
      'And the year before?',
    )
    expect(answer && firstOf(answer)).toContain('17 million crowns')
  })

  test('of another conversation knows nothing of this one', async () => {
    await desk.ask('What was the net profit of Quill Robotics?')
    expect(await desk.ask('Why?')).toMatchObject({ kind: 'refused', reason: 'ambiguous' })
  })
})

test('a conversation keeps its last ten turns', async () => {
  const { conversationId: conversation } = await desk.ask('What was the net profit of Quill Robotics?')
  const questions = Array.from({ length: 11 }, (_, at) => `How many nests were counted in Corrow (${at})?`)
  for (const question of questions) await desk.ask(question, { conversation })
  const kept = await desk.conversation(conversation)
  expect(kept?.turns.map(({ question }) => question)).toEqual(questions.slice(1))
})

describe('the scope of a question', () => {
  const rival = {
    ...QUILL,
    externalId: 'rival',
    publisher: 'Harbour Post',
    title: 'Quill Robotics profit beats hopes',
    text: 'The net profit of Quill Robotics reached 42 million crowns, more than analysts had hoped for.\n\nThe company is looking for a second factory.',
  }

  test.each(['Harbour Post', 'Kest Ledger'])('a source that is named is heard first: %s', async (source) => {
    await using both = await askedStore([...NEWS, rival])
    const answer = await both.ask(`What does the ${source} report about the net profit of Quill Robotics?`)
    expect(answer.sources[0]?.name).toBe(source)
  })

  test('a relative period that holds too few articles does not hide the others', async () => {
    const answer = await desk.ask('How many nests of wild bees were counted in Corrow this week?')
    expect(answer.points.map(({ text }) => text).join(' ') || answer.nearest[0]?.title).toMatch(
      /61 nests|Wild bees/,
    )
    expect(answer.nearest.concat(answer.sources).map(({ externalId }) => externalId)).toContain(
      BEES.externalId,
    )
  })
})
