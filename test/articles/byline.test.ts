import { expect, test } from 'vitest'
import { parseByline } from '../../src/articles/byline.ts'

const rows: readonly (readonly [line: string, names: string | undefined, publisher: string | undefined])[] = [
  ['By Jane Doe', 'Jane Doe', undefined],
  ['By Mara Lindqvist and Tom Okoro', 'Mara Lindqvist and Tom Okoro', undefined],
  ['BY MARA LINDQVIST', 'MARA LINDQVIST', undefined],
  ['By Edith Vane, Staff Writer', 'Edith Vane', undefined],
  ['By Edith Vane in Port Ellery', 'Edith Vane', undefined],
  ['By Edith Vane, Reuters', 'Edith Vane', 'Reuters'],
  ['By Edith Vane | Published 4 March 2026', 'Edith Vane', undefined],
  ['Written by Edith Vane', 'Edith Vane', undefined],
  ['Petra Halloran / Northwire', 'Petra Halloran', 'Northwire'],
  ['Petra Halloran / Northwire • 4 min read', 'Petra Halloran', 'Northwire'],
  ['Petra Halloran/Bloomberg', 'Petra Halloran', 'Bloomberg'],
  ['Von Jana Reuter', 'Jana Reuter', undefined],
  ['Von Jana Reuter und Karl Beier', 'Jana Reuter und Karl Beier', undefined],
  ['Von Jana Reuter, dpa', 'Jana Reuter', 'dpa'],
  ['Par Camille Berthier', 'Camille Berthier', undefined],
  ['Por Lucía Ferrer', 'Lucía Ferrer', undefined],
  ['Автор: Ирина Соколова', 'Ирина Соколова', undefined],
  ['Maria van der Berg', 'Maria van der Berg', undefined],
  ["By Sean O'Leary and Anne-Marie d'Arcy", "Sean O'Leary and Anne-Marie d'Arcy", undefined],
  ['By Jane Doe jane.doe@courier.example', 'Jane Doe', undefined],
  ['Reuters', undefined, 'Reuters'],
  ['AFP', undefined, 'AFP'],
]

test.each(rows)('“%s” names %s and %s', (line, names, publisher) => {
  const byline = parseByline(line)
  expect(byline?.names).toBe(names)
  expect(byline?.publisher).toBe(publisher)
})

const others: readonly string[] = [
  'By the time she arrived, it was over',
  'By June the bridge will be open',
  'Home News Japan and much more',
  'Ferry to Brannock Island to stop for the winter',
  'Share',
  'Von wegen sicher',
  'News Desk',
  '',
]

test.each(others)('“%s” is no by-line', (line) => {
  const byline = parseByline(line)
  expect(byline?.isMarked ? byline : undefined).toBeUndefined()
})
