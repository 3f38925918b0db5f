import { describe, expect, test } from 'vitest'
import type { Article, NewBrief } from '../../src/domain.ts'
import type { BriefOptions, BriefSubject } from '../../src/summarizer/engine.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { anArticle, HOUR_MS, NOW, sampleArticles } from './articles.ts'

const REPORT = `A fire destroyed the old grain mill of Corvin on Sunday night and injured six people, the fire service said.

The fire broke out at 11 p.m. in the drying room of the mill, which was built in 1887. Flames were seen from the neighbouring town of Hale, twelve kilometres away.

Ninety firefighters fought the fire until the morning. Fire chief Dana Osric said that the roof had fallen in and that the walls might follow.`

const REACTION = `The owner of the burnt mill in Corvin wants to build it again within two years, he told the Hale Gazette.

Tobias Renn puts the damage at 14 million crowns and says that the mill was insured. Its 35 workers will be paid until the summer.

The grain of 200 farms was stored in the mill. Farmers fear that prices for flour will rise in the region before the harvest.`

const CAUSE = `An overheated dryer caused the fire that destroyed the mill of Corvin, investigators believe.

The machine had been repaired in January, police spokeswoman Ilse Maro said on Monday evening. The number of injured people has risen to nine, among them two firefighters.

The mill square stays closed because the walls might fall. Osric expects that it can be opened on Thursday.`

interface Told extends Partial<BriefOptions> {
  readonly representativeId?: string
}

function tell(articles: readonly Article[], { representativeId, ...options }: Told = {}): Promise<NewBrief> {
  const subject: BriefSubject = { articles, ...(representativeId !== undefined && { representativeId }) }
  return createExtractiveEngine().brief(subject, { points: 4, now: NOW, ...options })
}

async function theStory(): Promise<readonly [Article, Article, Article]> {
  return Promise.all([
    anArticle('report', REPORT, {
      title: 'Fire destroys mill in Corvin',
      publisher: 'Corvin Post',
      publishedAt: NOW - 20 * HOUR_MS,
    }),
    anArticle('reaction', REACTION, {
      title: 'Owner wants to rebuild burnt mill',
      publisher: 'Hale Gazette',
      publishedAt: NOW - 10 * HOUR_MS,
    }),
    anArticle('cause', CAUSE, {
      title: 'Dryer caused mill fire in Corvin, police say',
      publisher: 'Radio Osmund',
      publishedAt: NOW - HOUR_MS,
    }),
  ])
}

async function samples(...ids: readonly string[]): Promise<readonly Article[]> {
  return (await sampleArticles()).filter(({ id }) => ids.includes(id))
}

const articlesCited = ({ points }: NewBrief) =>
  points.map(({ citations }) => citations[0]?.articleId ?? 'none')
const allText = ({ points }: NewBrief) => points.map(({ text }) => text).join('\n')

describe('the brief of a story', () => {
  test('is made of several sources, each named once, in the order of the points', async () => {
    const brief = await tell(await theStory())
    expect(new Set(articlesCited(brief)).size).toBeGreaterThan(1)
    expect(brief.sources.map(({ articleId }) => articleId)).toEqual([...new Set(articlesCited(brief))])
  })

  test.each(['report', 'reaction', 'cause'])(
    'is headed by the representative article and begins with it: %s',
    async (representativeId) => {
      const articles = await theStory()
      const brief = await tell(articles, { representativeId })
      expect(brief.headline).toBe(articles.find(({ id }) => id === representativeId)?.title)
      expect(articlesCited(brief)[0]).toBe(representativeId)
    },
  )

  test('goes on by the time of publication, within an article by place', async () => {
    const articles = await theStory()
    const brief = await tell(articles, { points: 6, representativeId: 'reaction' })
    const order = ['reaction', 'report', 'cause']
    const places = brief.points.map(({ citations: [citation] }) => [
      order.indexOf(citation?.articleId ?? ''),
      citation?.sentence ?? 0,
    ])
    expect(places).toEqual([...places].sort(([a = 0, i = 0], [b = 0, j = 0]) => a - b || i - j))
  })

  test('has at most two points of one source', async () => {
    const articles = await theStory()
    const second = await anArticle(
      'second',
      'The mill of Corvin was the last one on the river Anse. It milled 9,000 tonnes of rye each year for bakeries in Hale.',
      { publisher: 'Corvin Post', title: 'The last mill on the Anse', publishedAt: NOW - 5 * HOUR_MS },
    )
    for (const points of [3, 4]) {
      const brief = await tell([...articles, second], { points })
      const counts = Map.groupBy(articlesCited(brief), (id) => (id === 'second' ? 'report' : id))
      for (const [source, cited] of counts) expect(cited.length, source).toBeLessThanOrEqual(2)
    }
  })

  test('does not say one thing twice in other sources’ words', async () => {
    const [report, reaction] = await theStory()
    const again = await anArticle(
      'again',
      'A fire destroyed the old grain mill of Corvin on Sunday night and six people were injured, the fire service of Corvin said. The road to Hale is closed for lorries.',
      { title: 'Mill fire', publishedAt: NOW - 15 * HOUR_MS },
    )
    const brief = await tell([report, reaction, again], { representativeId: 'report', points: 6 })
    expect(brief.points.filter(({ text }) => /destroyed the old grain mill/.test(text))).toHaveLength(1)
  })

  test('does not say again in fewer words what it has said', async () => {
    const brief = await tell(await samples('sample-1', 'sample-3', 'sample-4'), {
      representativeId: 'sample-1',
    })
    expect(brief.points.filter(({ text }) => /cracks in/.test(text))).toHaveLength(1)
  })

  test('prefers a sentence that tells something to one that only hints at it', async () => {
    const report = await anArticle('report', REPORT, { title: 'Fire destroys mill in Corvin' })
    const hint = await anArticle(
      'hint',
      'The millers of Corvin said they would object. The city council wants to build flats on the square of the burnt mill, mayor Lena Voss told Radio Osmund.',
      { title: 'Quarrel about the mill of Corvin' },
    )
    const brief = await tell([report, hint], { representativeId: 'hint', points: 1 })
    expect(allText(brief)).toContain('wants to build flats')
  })

  test('is headed by the article that has the best sentence, when nobody says which heads the story', async () => {
    const [report] = await theStory()
    const newer = await anArticle(
      'newer',
      'Readers from Hale remember the mill. They write of summers by the river and of the smell of bread.',
      { title: 'Letters to the editor', publishedAt: NOW },
    )
    const { headline, points } = await tell([newer, report])
    expect(headline).toBe('Fire destroys mill in Corvin')
    expect(points[0]?.text).toMatch(/^A fire destroyed the old grain mill/)
  })

  test('does not depend on the order in which the articles are given', async () => {
    const articles = await theStory()
    const [one, other] = [await tell(articles), await tell([...articles].reverse())]
    expect(other.points).toEqual(one.points)
  })

  test('says what it was made from, cited or not', async () => {
    const brief = await tell(await theStory(), { points: 1 })
    expect(brief.inputs.map(({ articleId }) => articleId)).toEqual(['report', 'reaction', 'cause'])
  })

  test('reads the latest eight of many articles', async () => {
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        anArticle(`a${at}`, `Village number ${at} sends ${at + 20} helpers to the burnt mill in Corvin.`, {
          publishedAt: NOW - at * HOUR_MS,
        }),
      ),
    )
    const brief = await tell(many, { points: 12 })
    expect(brief.points.length).toBeGreaterThan(0)
    for (const id of articlesCited(brief)) expect(Number(id.slice(1))).toBeLessThan(8)
  })
})

describe('copies of one text', () => {
  const COPY = { title: 'Mill burns down', publisher: 'Copyist Daily', publishedAt: NOW }

  test('are one article when the store says so', async () => {
    const articles = await theStory()
    const copy = await anArticle('copy', REPORT, { ...COPY, duplicateGroup: 'report' })
    const brief = await tell([...articles, copy], { points: 6 })
    expect(articlesCited(brief)).toContain('report')
    expect(articlesCited(brief)).not.toContain('copy')
  })

  test('are one article also when nobody has compared them yet', async () => {
    const [report] = await theStory()
    const edited = REPORT.replace('Ninety firefighters', 'About ninety firefighters').replace(
      '11 p.m.',
      '11 PM',
    )
    const copy = await anArticle('copy', `CORVIN (Meridian Press) - ${edited}`, COPY)
    const brief = await tell([report, copy], { points: 6 })
    expect(new Set(articlesCited(brief))).toEqual(new Set(['report']))
  })

  test('leave the one that heads the story', async () => {
    const [report] = await theStory()
    const copy = await anArticle('copy', REPORT, { ...COPY, duplicateGroup: 'report' })
    const brief = await tell([report, copy], { representativeId: 'copy' })
    expect(brief.headline).toBe('Mill burns down')
    expect(new Set(articlesCited(brief))).toEqual(new Set(['copy']))
  })
})

describe('when figures have changed', () => {
  test('the newer one is told and the older is not', async () => {
    const older = await anArticle(
      'older',
      'The storm on the coast of Anse has injured 12 people, the fire service said. Roofs were torn off in Hale.',
      { title: 'Storm injures 12', publisher: 'Corvin Post', publishedAt: NOW - 10 * HOUR_MS },
    )
    const newer = await anArticle(
      'newer',
      'The storm on the coast of Anse has injured 19 people, the fire service said on Tuesday. Trains to Hale run again.',
      { title: 'Storm injures 19', publisher: 'Hale Gazette', publishedAt: NOW },
    )
    const brief = await tell([older, newer], { points: 2 })
    expect(allText(brief)).toContain('19 people')
    expect(allText(brief)).not.toContain('12 people')
  })

  test.each([
    'The fire service said on Tuesday that the number of people injured in the storm had risen to 19, from 12.',
    'The storm on the coast of Anse has injured 19 people, seven more than the 12 known so far, said the fire service.',
  ])('the older one is not told as the news, however much room there is: %s', async (news) => {
    const older = await anArticle(
      'older',
      'Twelve people were injured in the storm on the coast of Anse, the fire service said. Roofs were torn off in Hale.',
      { title: 'Storm on the coast', publisher: 'Corvin Post', publishedAt: NOW - 10 * HOUR_MS },
    )
    const newer = await anArticle('newer', news, { title: 'More injured', publisher: 'Hale Gazette' })
    const text = allText(await tell([older, newer], { points: 20, representativeId: 'older' }))
    expect(text).toContain('19')
    expect(text).not.toContain('Twelve people')
  })

  test('a multiple and a span of time are no older figures of what a newer article counts', async () => {
    const { points } = await tell(await samples('sample-11', 'sample-12'), { representativeId: 'sample-11' })
    expect(points[0]?.text).toMatch(/^The kelp forest off Cape Morrow has grown to 61 .* seven years ago/)
  })

  test('both are told when they count different things', async () => {
    const older = await anArticle('older', 'The storm destroyed 12 boats in the harbour of Anse on Monday.', {
      title: 'Storm in Anse',
      publishedAt: NOW - 10 * HOUR_MS,
    })
    const newer = await anArticle('newer', 'The repair of the lighthouse will take 19 days, the city said.', {
      title: 'Lighthouse damaged',
      publishedAt: NOW,
    })
    const text = allText(await tell([older, newer], { points: 2 }))
    expect(text).toContain('12 boats')
    expect(text).toContain('19 days')
  })
})

describe('of articles in several languages', () => {
  const inGerman = () =>
    anArticle(
      'bericht',
      'Ein Feuer hat am Sonntag die alte Mühle von Corvin zerstört. Sechs Menschen wurden nach Angaben der Feuerwehr verletzt.',
      { title: 'Feuer zerstört Mühle in Corvin', language: 'de' },
    )

  test('those of the reader’s language are told', async () => {
    const brief = await tell([...(await theStory()), await inGerman()], { language: 'de' })
    expect(brief.language).toBe('de')
    expect(new Set(articlesCited(brief))).toEqual(new Set(['bericht']))
  })

  test('those of the representative are told when there is none in the reader’s', async () => {
    const articles = [...(await theStory()), await inGerman()]
    const brief = await tell(articles, { language: 'fr', representativeId: 'bericht' })
    expect(brief.language).toBe('de')
  })

  test('those of the most frequent language are told when nothing else decides', async () => {
    const brief = await tell([await inGerman(), ...(await theStory())])
    expect(brief.language).toBe('en')
    expect(articlesCited(brief)).not.toContain('bericht')
  })
})
