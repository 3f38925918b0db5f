import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/domain.ts'
import type { BriefOptions } from '../../src/summarizer/engine.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { createModelEngine } from '../../src/summarizer/model-engine.ts'
import {
  CALL_NANO_USD,
  prompts,
  type Said,
  type ScriptedModel,
  scriptedModel,
} from '../fakes/scripted-model.ts'
import { anArticle, NOW } from './articles.ts'

const FLOOD = `Twelve people were injured near Oberlin on Monday when the river Vessen broke through a dyke.

Two bridges near Oberlin were swept away in the night, fire chief Marta Kestrel said.

About 400 people had to leave their homes in the valley below the dyke.

The railway line between Oberlin and Tarn is blocked in five places.`

const flood = await anArticle('flood', FLOOD, { title: 'River breaks dyke near Oberlin' })

const INJURED = {
  cites: [1],
  certainty: 'reported',
  text: 'Twelve people were injured near Oberlin on Monday.',
}
const BRIDGES = {
  cites: [2],
  certainty: 'reported',
  text: 'Two bridges near Oberlin were swept away, fire chief Marta Kestrel said.',
}
const HOMES = { cites: [3], certainty: 'reported', text: 'About 400 people had to leave their homes.' }
const HEADLINE = { cites: [1], text: 'Twelve people injured near Oberlin' }
const briefOf = (...points: readonly object[]): Said => ({ ok: true, points, headline: HEADLINE })

async function write(
  model: ScriptedModel,
  options: Partial<BriefOptions> = {},
  articles: readonly Article[] = [flood],
) {
  const engine = createModelEngine({ model, prompts, extractive: createExtractiveEngine() })
  return engine.brief({ articles }, { points: 3, now: NOW, ...options })
}

const texts = ({ points }: Awaited<ReturnType<typeof write>>) => points.map(({ text }) => text)
const purposes = (model: ScriptedModel) => model.asked.map(({ purpose }) => purpose)
/** What must never be among what was sent. */
const failed = ({ findings }: Awaited<ReturnType<typeof write>>) =>
  findings.filter(({ level, became }) => level === 'fail' && became === undefined)

describe('what passes is sent as it was written', () => {
  test('with what its sources do not agree on, of which the model was told', async () => {
    const other = await anArticle(
      'other',
      'Nineteen people were injured when the Vessen broke through a dyke near Oberlin on Monday.\n\nThe army is flying sandbags to the valley, the ministry said.',
      { publisher: 'Radio Osmund', title: 'Army helps at broken dyke', publishedAt: NOW + 1 },
    )
    const model = scriptedModel()
    model.script('brief', {
      ok: true,
      points: [
        { ...INJURED, text: 'Nineteen people were injured near Oberlin on Monday.' },
        {
          cites: [2],
          certainty: 'reported',
          text: 'The army is flying sandbags to the valley, the ministry said.',
        },
      ],
      headline: { cites: [1], text: 'Nineteen people injured near Oberlin' },
    })
    const brief = await write(model, {}, [other, flood])
    expect(model.asked[0]?.user).toMatch(
      /^Nineteen people \(Radio Osmund, S1\); Twelve people \(Publisher of flood, S\d+\)$/m,
    )
    expect(brief.difference?.map(({ text }) => text)).toEqual(['Nineteen people', 'Twelve people'])
    expect(brief.sources.map(({ articleId }) => articleId).toSorted()).toEqual(['flood', 'other'])
  })

  test('with its citations, sources, model, prompt, inputs and cost', async () => {
    const model = scriptedModel()
    model.script('brief', briefOf(INJURED, BRIDGES, HOMES))
    const brief = await write(model)
    expect(brief).toMatchObject({
      engine: 'model',
      model: 'scripted-1',
      promptVersion: prompts.versionOf('brief'),
      headline: 'Twelve people injured near Oberlin',
      language: 'en',
      nanoUsd: CALL_NANO_USD,
      inputs: [{ articleId: 'flood', revision: 1 }],
      sources: [{ articleId: 'flood' }],
    })
    expect(texts(brief)).toEqual([INJURED.text, BRIDGES.text, HOMES.text])
    expect(brief.points.every(({ isWritten }) => isWritten)).toBe(true)
    expect(brief.points[1]?.citations).toMatchObject([{ articleId: 'flood', sentence: 2 }])
    expect(purposes(model)).toEqual(['brief'])
  })

  test('one story is one call, with its sentences numbered in a fence', async () => {
    const model = scriptedModel()
    model.script('brief', briefOf(INJURED, BRIDGES))
    await write(model)
    expect(model.asked[0]?.user).toContain('S1 (Publisher of flood, 2026-03-03) Twelve people were injured')
    expect(model.asked[0]?.user).toContain('Mode: compress.')
  })
})

describe('what fails', () => {
  const WRONG = {
    ...BRIDGES,
    text: 'Five bridges near Oberlin were swept away, fire chief Marta Kestrel said.',
  }

  test('is mended once', async () => {
    const model = scriptedModel()
    model.script('brief', briefOf(INJURED, WRONG, HOMES))
    model.script('repair', { items: [{ id: 1, cites: [2], text: BRIDGES.text, drop: false }] })
    const brief = await write(model)
    expect(texts(brief)).toEqual([INJURED.text, BRIDGES.text, HOMES.text])
    expect(purposes(model)).toEqual(['brief', 'repair'])
    expect(model.asked[1]?.user).toContain('The cited sentences do not give this figure.')
    expect(failed(brief)).toEqual([])
    expect(brief.nanoUsd).toBe(2 * CALL_NANO_USD)
  })

  test('again is replaced by the sentence it cites, word for word', async () => {
    const model = scriptedModel()
    model.script('brief', briefOf(INJURED, WRONG, HOMES))
    model.script('repair', { items: [{ id: 1, cites: [2], text: WRONG.text, drop: false }] })
    const brief = await write(model)
    expect(texts(brief)[1]).toBe(
      'Two bridges near Oberlin were swept away in the night, fire chief Marta Kestrel said.',
    )
    expect(brief.points.map(({ isWritten }) => isWritten ?? false)).toEqual([true, false, true])
    expect(purposes(model)).toEqual(['brief', 'repair'])
    expect(failed(brief)).toEqual([])
    expect(brief.findings).toContainEqual(expect.objectContaining({ kind: 'number', became: 'replaced' }))
  })

  test('is replaced when it cannot be mended', async () => {
    const model = scriptedModel()
    model.script('brief', briefOf(INJURED, WRONG, HOMES))
    model.script('repair', { fails: 'late' })
    expect(texts(await write(model))[1]).toContain('Two bridges')
  })

  test('is replaced without a second call when the budget is nearly gone', async () => {
    const model = scriptedModel()
    model.allow('no-repair')
    model.script('brief', briefOf(INJURED, WRONG, HOMES))
    expect(texts(await write(model))[1]).toContain('Two bridges')
    expect(purposes(model)).toEqual(['brief'])
  })

  test('without a citation and alike to no sentence is left out', async () => {
    const model = scriptedModel()
    model.allow('no-repair')
    const invented = { cites: [99], certainty: 'reported', text: 'A museum opened its new wing.' }
    model.script('brief', briefOf(INJURED, BRIDGES, invented))
    const brief = await write(model)
    expect(texts(brief)).toEqual([INJURED.text, BRIDGES.text])
    expect(brief.findings).toContainEqual(expect.objectContaining({ kind: 'citation', became: 'left-out' }))
  })

  test('mostly, the whole brief is made of sentences', async () => {
    const model = scriptedModel()
    model.allow('no-repair')
    model.script(
      'brief',
      briefOf(WRONG, { ...HOMES, text: 'About 900 people had to leave their homes.' }, INJURED),
    )
    const brief = await write(model)
    expect(brief.engine).toBe('extractive')
    expect(brief.points.some(({ isWritten }) => isWritten)).toBe(false)
    expect(brief.isProvisional).toBeUndefined()
    expect(brief.nanoUsd).toBe(CALL_NANO_USD)
  })

  test('is not said twice', async () => {
    const model = scriptedModel()
    model.script(
      'brief',
      briefOf(INJURED, { ...INJURED, text: 'Twelve people near Oberlin were injured on Monday.' }, HOMES),
    )
    expect(texts(await write(model))).toEqual([INJURED.text, HOMES.text])
  })
})

describe('the headline', () => {
  test.each([
    ['a figure that no point has', { cites: [4], text: 'Line to Tarn blocked in five places' }],
    ['a name that no point has', { cites: [4], text: 'Railway line between Oberlin and Tarn blocked' }],
    ['a figure of its own', { cites: [1], text: 'Thirteen people injured near Oberlin' }],
    ['no citation', { cites: [], text: 'Twelve people injured near Oberlin' }],
  ])('with %s gives way to the title of the article', async (_name, headline) => {
    const model = scriptedModel()
    model.script('brief', { ok: true, points: [INJURED, BRIDGES], headline })
    const brief = await write(model)
    expect(brief.engine).toBe('model')
    expect(brief.headline).toBe('River breaks dyke near Oberlin')
  })
})

describe('a brief always ships', () => {
  test.each(['late', 'unavailable', 'no-budget'] as const)('when the model is %s', async (fails) => {
    const model = scriptedModel()
    model.script('brief', { fails })
    const brief = await write(model)
    expect(brief).toMatchObject({ engine: 'extractive', isProvisional: true })
    expect(brief.points.length).toBeGreaterThan(0)
    expect(brief.findings).toMatchObject([{ kind: 'model', level: 'soft' }])
  })

  test('when nothing useful comes twice', async () => {
    const model = scriptedModel()
    model.script('brief', { fails: 'unusable' }, { fails: 'unusable' })
    expect((await write(model)).engine).toBe('extractive')
    expect(purposes(model)).toEqual(['brief', 'brief'])
  })

  test('with half of the sentences when all are too long', async () => {
    const model = scriptedModel()
    model.script('brief', { fails: 'too-long' }, briefOf(INJURED, BRIDGES))
    await write(model)
    const [whole, half] = model.asked.map(({ user }) => user.match(/^S\d+ /gm)?.length)
    expect([whole, half]).toEqual([4, 2])
  })

  test('when the model finds the sentences too few', async () => {
    const model = scriptedModel()
    model.script('brief', { ok: false, points: [], headline: { cites: [], text: '' } })
    expect((await write(model)).engine).toBe('extractive')
  })

  test('without a call when the budget is gone', async () => {
    const model = scriptedModel()
    model.allow('none')
    expect((await write(model)).engine).toBe('extractive')
    expect(model.asked).toEqual([])
  })

  test('without a call when there is only one sentence', async () => {
    const model = scriptedModel()
    const short = await anArticle('short', 'Twelve people were injured near Oberlin on Monday.')
    expect((await write(model, {}, [short])).engine).toBe('extractive')
    expect(model.asked).toEqual([])
  })

  test('but not to whoever does not wait any more', async () => {
    const model = scriptedModel()
    model.script('brief', briefOf(INJURED))
    const signal = AbortSignal.abort(new Error('nobody waits'))
    await expect(write(model, { signal })).rejects.toThrow('nobody waits')
  })
})

describe('length', () => {
  test('is kept: later points that have no room are left out', async () => {
    const model = scriptedModel()
    model.script('brief', briefOf(INJURED, BRIDGES, HOMES))
    const brief = await write(model, { maxWords: 20 })
    expect(texts(brief)).toEqual([INJURED.text, BRIDGES.text])
    expect(model.asked[0]?.user).toContain('Words of all points together: 20.')
  })
})

describe('in the reader’s language', () => {
  const GERMAN = [
    {
      cites: [1],
      certainty: 'reported',
      anchors: [
        { src: 'Twelve people', dst: 'Zwölf Menschen' },
        { src: 'Oberlin', dst: 'Oberlin' },
        { src: 'on Monday', dst: 'am Montag' },
      ],
      text: 'Zwölf Menschen wurden am Montag bei Oberlin verletzt.',
    },
    {
      cites: [3],
      certainty: 'reported',
      anchors: [{ src: 'About 400 people', dst: 'Etwa 400 Menschen' }],
      text: 'Etwa 400 Menschen mussten ihre Häuser im Tal verlassen.',
    },
  ]
  const headline = {
    cites: [1],
    anchors: [
      { src: 'Twelve people', dst: 'Zwölf Menschen' },
      { src: 'Oberlin', dst: 'Oberlin' },
    ],
    text: 'Zwölf Menschen bei Oberlin verletzt',
  }
  const supported = (ids: readonly number[]) => ({
    items: ids.map((id) => ({ id, evidence: [1], problem: '', label: 'supported' })),
  })

  test('every point has its anchors and is read by a judge', async () => {
    const model = scriptedModel()
    model.script('brief', { ok: true, points: GERMAN, headline })
    model.script('judge', supported([1, 2]))
    const brief = await write(model, { language: 'de' })
    expect(brief).toMatchObject({ engine: 'model', language: 'de', headline: headline.text })
    expect(texts(brief)).toEqual(GERMAN.map(({ text }) => text))
    expect(model.asked[0]?.user).toContain('Language: German. Mode: paraphrase. Anchors: yes.')
    expect(purposes(model)).toEqual(['brief', 'judge'])
  })

  test('a point without its anchors is replaced by a translated sentence', async () => {
    const model = scriptedModel()
    model.script('brief', { ok: true, points: [GERMAN[0], { ...GERMAN[1], anchors: [] }], headline })
    model.script('judge', supported([1]), supported([1]))
    model.script('translation', {
      items: [
        {
          id: 1,
          anchors: [{ src: '400 people', dst: '400 Menschen' }],
          text: 'Rund 400 Menschen mussten ihre Häuser im Tal unter dem Deich verlassen.',
        },
      ],
    })
    const brief = await write(model, { language: 'de' })
    expect(texts(brief)[1]).toBe('Rund 400 Menschen mussten ihre Häuser im Tal unter dem Deich verlassen.')
    expect(brief.points[1]?.isWritten).toBe(true)
  })

  test('else by the sentence in its own language, which says so', async () => {
    const model = scriptedModel()
    model.script('brief', { ok: true, points: [GERMAN[0], { ...GERMAN[1], anchors: [] }], headline })
    model.script('judge', supported([1]))
    model.script('translation', { items: [] })
    const brief = await write(model, { language: 'de' })
    expect(brief.points[1]).toMatchObject({
      language: 'en',
      text: expect.stringContaining('About 400 people'),
    })
    expect(brief.points[1]?.isWritten).toBeUndefined()
  })

  test('what the judge does not call supported is not sent', async () => {
    const model = scriptedModel()
    model.allow('no-repair')
    model.script('brief', { ok: true, points: GERMAN, headline })
    model.script('judge', {
      items: [
        { id: 1, evidence: [1], problem: '', label: 'supported' },
        { id: 2, evidence: [3], problem: 'The valley is below the dyke.', label: 'partly' },
      ],
    })
    const brief = await write(model, { language: 'de' })
    expect(texts(brief)[1]).toContain('About 400 people')
    expect(failed(brief)).toEqual([])
  })

  test('a model of one’s own that never proved its judgement is not asked', async () => {
    const model = scriptedModel({ isLocal: true })
    const brief = await write(model, { language: 'de' })
    expect(brief).toMatchObject({ engine: 'extractive', language: 'en' })
    expect(model.asked).toEqual([])
  })

  test('without the means for a judge the sentences are quoted', async () => {
    const model = scriptedModel()
    model.allow('no-judge')
    expect((await write(model, { language: 'de' })).engine).toBe('extractive')
    expect(model.asked).toEqual([])
  })
})
