import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from '../../src/articles/extract.ts'
import { markedPages } from './marked-page.ts'

const now = Date.UTC(2026, 2, 10)
const pages = markedPages()

test.each(pages)(
  '$name gives the paragraphs of its story, in order, and nothing else',
  async ({ page, paragraphs }) => {
    const extraction = await extract({ format: 'text', body: page }, { now })
    expect(extraction.paragraphs).toEqual(paragraphs)
    expect(extraction).toMatchObject({ status: 'article', kind: 'full', text: paragraphs.join('\n\n') })
  },
)

test.each(pages)(
  '$name gives its title, by-line, publisher, site, date and language',
  async ({ page, head, name }) => {
    const extraction = await extract({ format: 'text', body: page }, { now })
    expect({
      title: extraction.title,
      byline: extraction.byline,
      publisher: extraction.publisher,
      site: extraction.site,
      date: new Date(extraction.publishedAt ?? 0).toISOString().slice(0, 10),
      inferred: extraction.publishedAtInferred,
      language: extraction.language,
    }).toEqual({
      title: head.get('title'),
      byline: head.get('byline'),
      publisher: head.get('publisher'),
      site: head.get('site'),
      date: head.get('date'),
      inferred: head.has('inferred') ? true : undefined,
      language: name.split('.').at(-2),
    })
  },
)

test('a date of December on a page copied in January is of the year before, whatever its footer says', async () => {
  const body = [
    'Snow closes the pass at Highmoor',
    '',
    '(Dec 28): The pass at Highmoor was closed on Sunday after half a metre of snow fell in six hours, the county said.',
    '',
    'Ploughs will not start before the wind drops, which forecasters do not expect until the middle of the week.',
    '',
    '© 2026 Highmoor Herald',
  ].join('\n')
  const extraction = await extract({ format: 'text', body }, { now: Date.UTC(2026, 0, 3) })
  expect(extraction).toMatchObject({ publishedAt: Date.UTC(2025, 11, 28), publishedAtInferred: true })
})

test('a text with nothing around it is its own story, without a title', async () => {
  const paragraph =
    'The council of Alderby voted on Monday to keep its three libraries open on Saturdays, although the county had asked it to save money.'
  const body = [paragraph, paragraph.replace('Monday', 'Tuesday'), paragraph.replace('three', 'four')].join(
    '\n\n',
  )
  const extraction = await extract({ format: 'text', body }, { now })
  expect(extraction).toMatchObject({ status: 'article', paragraphs: body.split('\n\n') })
  expect(extraction.title).toBeUndefined()
})

test('cards with dates under the story are left out, however long their teasers are', async () => {
  const story = ['Monday', 'Tuesday', 'Wednesday'].map(
    (day) =>
      `The council of Alderby voted on ${day} to keep its libraries open, although the county had asked it to save money.`,
  )
  const teaser =
    'People in the valley have waited for this for many years, and now that it is here they ask what it will change for them. '
  const cards = ['Mill', 'Quarry', 'Harbour', 'Chapel'].map(
    (place) => `The ${place} reopens after years\n\nJanuary 5, 2026\n\n${teaser.repeat(3)}${place}.`,
  )
  const body = ['Libraries stay open', 'By Edith Vane', ...story, 'Share', ...cards].join('\n\n')
  expect((await extract({ format: 'text', body }, { now })).paragraphs).toEqual(story)
})

const samplePage = '../shared/samples/edge-singapore-japan-curbs.txt'

test.skipIf(!existsSync(samplePage))(
  'the sample page gives its story of 19 paragraphs and what the page says of it',
  async () => {
    const extraction = await extract({ format: 'text', body: readFileSync(samplePage, 'utf8') }, { now })
    expect(extraction).toMatchObject({
      status: 'article',
      title: 'China’s curbs leave Japan little choice but to look to the US',
      byline: 'Yoshiaki Nohara',
      publisher: 'Bloomberg',
      site: 'The Edge Singapore',
      publishedAt: Date.UTC(2026, 0, 7),
      publishedAtInferred: true,
      language: 'en',
    })
    expect(extraction.paragraphs).toHaveLength(19)
    expect(extraction.paragraphs[16]).toContain('Group of Seven (G-7) and the United Nations')
    expect(extraction.text).not.toMatch(/See also|click here|Uploaded|Edge|Font|Share|Follow/)
  },
)
