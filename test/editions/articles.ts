// Invented news of Port Ellery and its neighbours, a story each, and what became of one of them.

import type { ArticleSource } from '../../src/articles/to-article.ts'

type Told = Partial<ArticleSource>

export const flood: Told = {
  externalId: 'flood',
  title: 'Twelve injured as the Vessen floods its valley',
  publisher: 'Meridian Press',
  text: [
    'Twelve people were injured when the river Vessen flooded its valley on Sunday night, the rescue service said.',
    'About 400 residents of Halden spent the night in the school gymnasium. The road to Marrow is under water and closed.',
    'The regional governor, Ada Brook, called it the worst flood since 1978.',
  ].join('\n\n'),
}

/** The same text with an outlet's own frame. */
export const floodCopy: Told = {
  ...flood,
  externalId: 'flood-copy',
  title: 'Twelve injured as Vessen floods valley',
  publisher: 'Ellery Courier',
}

/** Another outlet, a day later: a new figure and one thing more. */
export const floodNews: Told = {
  externalId: 'flood-news',
  title: 'Number of injured in the Vessen flood rises to nineteen',
  publisher: 'Northern Ledger',
  text: [
    'Nineteen people were injured when the river Vessen flooded its valley on Sunday night, the rescue service said on Tuesday.',
    'Divers recovered the bell of the sunken chapel of Halden from the mud.',
    'The regional governor, Ada Brook, called it the worst flood since 1978.',
  ].join('\n\n'),
}

export const bridge: Told = {
  externalId: 'bridge',
  title: 'Ellery Bridge closed after cracks are found in its main cable',
  publisher: 'Ellery Courier',
  categories: ['traffic'],
  text: [
    'The Ellery Bridge was closed to all traffic on Monday after inspectors found three cracks in its main cable.',
    'A free ferry with four boats runs every 20 minutes until the cable is mended, harbour director Ines Calloway said.',
  ].join('\n\n'),
}

export const kelp: Told = {
  externalId: 'kelp',
  title: 'Kelp farm off Sundmark doubles its harvest',
  publisher: 'Sundmark Radio',
  categories: ['business'],
  text: [
    'The kelp farm off Sundmark brought in 900 tonnes this season, twice as much as a year ago.',
    'Its owner, Piet Aldous, wants to hire thirty more divers before the summer.',
  ].join('\n\n'),
}

export const museum: Told = {
  externalId: 'museum',
  title: 'Lanner portrait returns to the Tolvik museum',
  publisher: 'Tolvik Post',
  text: [
    'The stolen Lanner portrait is back in the Tolvik museum, eleven years after it was cut from its frame.',
    'The police found it rolled up in the attic of a clockmaker.',
  ].join('\n\n'),
}
