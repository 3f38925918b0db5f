// Invented articles in any number: words by Zipf's law, sentences, paragraphs, names, figures; the same for the same seed.

import type { ArticleLine } from '../../src/articles/article-line.ts'
import { randomFrom } from './random.ts'

const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi ga ge go ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo za ze'.split(
    ' ',
  )

export interface Generator {
  article(number: number): ArticleLine
  /** A question of a few words that occur together in one article. */
  question(number: number): string
}

export function generator(o: {
  readonly words: number
  readonly vocabulary?: number
  /** The most frequent words, in their order; made up like the others if there are none. */
  readonly smallWords?: readonly string[]
  readonly seed?: number
}): Generator {
  const vocabulary = Array.from(
    { length: o.vocabulary ?? 20_000 },
    (_, rank) => o.smallWords?.[rank] ?? wordOf(rank),
  )
  const articleWords = (number: number) => {
    const random = randomFrom((o.seed ?? 1) * 1_000_003 + number)
    return Array.from({ length: o.words }, () => vocabulary[zipf(random, vocabulary.length)] ?? '')
  }
  return {
    article(number) {
      const words = articleWords(number)
      return {
        id: `g${number}`,
        url: `https://outlet${number % 40}.example/story/${number}`,
        title: sentence(words.slice(0, 9)).replace(/\.$/, ''),
        text: paragraphs(words, number),
        html: undefined,
        publishedAt: Date.UTC(2026, 0, 1) + number * 30_000,
        publisher: `Outlet ${number % 40}`,
        language: 'en',
      }
    },
    question(number) {
      const words = articleWords(number).filter((word) => word.length > 5)
      return `What did ${words.slice(0, 5).join(' ')}?`
    },
  }
}

function wordOf(rank: number): string {
  let word = ''
  for (let rest = rank + 60; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

/** A rank whose chance falls with one over itself. */
function zipf(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size))) - 1)
}

function paragraphs(words: readonly string[], number: number): string {
  const made: string[] = []
  for (let at = 0; at < words.length; at += 54) {
    const sentences = [0, 18, 36].map((from) =>
      sentence(words.slice(at + from, at + from + 18), number + at + from),
    )
    made.push(sentences.filter((text) => text !== '.').join(' '))
  }
  return made.join('\n\n')
}

/** Every third sentence has a figure, every one a name. */
function sentence(words: readonly string[], number = 1): string {
  const told = words.map((word, at) =>
    at === 0 || at === 7 ? word.charAt(0).toUpperCase() + word.slice(1) : word,
  )
  if (number % 3 === 0) told.splice(4, 0, String(number % 997))
  return `${told.join(' ')}.`
}
