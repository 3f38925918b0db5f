// What the stories stage compares of an article: weighted stems of its title and body, and its names. The features are
// stored with the placement, so that a process that starts later need not read the articles again.

import type { Article } from '../domain.ts'
import type { Frequencies } from '../text/frequencies.ts'
import { nameKeys } from '../text/names.ts'
import { contentStems } from '../text/tokens.ts'
import { countsOf, heaviest, type Vector, vectorFrom, weightOf } from '../text/vector.ts'

export interface Features {
  readonly language: string
  readonly characters: number
  readonly title: Vector
  readonly body: Vector
  readonly names: Vector
}

/** About 200 content words: news tells what happened first, and later words add more noise than likeness (grounding 5.3). */
const READ_CHARACTERS = 2500
const BODY_TERMS = 60
const NAME_TERMS = 30
/** A name in the title says more about the event than one in the body (grounding 5.3). */
const TITLE_NAME_WEIGHT = 2

export function featuresOf(article: Article, frequencies: Frequencies): Features {
  const beginning = article.text.slice(0, READ_CHARACTERS)
  const titleNames = nameKeys(article.title, article.language)
  const names = countsOf(nameKeys(beginning, article.language))
  for (const name of titleNames) names.set(name, (names.get(name) ?? 0) + TITLE_NAME_WEIGHT)
  return {
    language: article.language,
    characters: article.text.length,
    title: heaviestTerms(countsOf(contentStems(article.title, article.language)), frequencies, NAME_TERMS),
    body: heaviestTerms(countsOf(contentStems(beginning, article.language)), frequencies, BODY_TERMS),
    names: heaviestTerms(names, frequencies, NAME_TERMS),
  }
}

/** The `limit` heaviest terms, heaviest first. */
function heaviestTerms(counts: ReadonlyMap<string, number>, frequencies: Frequencies, limit: number): Vector {
  const entries: [string, number][] = []
  for (const [term, count] of counts) entries.push([term, weightOf(term, count, frequencies)])
  return vectorFrom(new Map(heaviest(entries, limit)))
}

/** A sum of vectors that members join and leave. */
export class SumVector implements Vector {
  readonly weights = new Map<string, number>()
  #squares = 0

  get length(): number {
    return Math.sqrt(this.#squares)
  }

  add({ weights }: Vector, sign: 1 | -1 = 1): this {
    for (const [term, weight] of weights) {
      const before = this.weights.get(term) ?? 0
      const after = before + sign * weight
      const isGone = after < 0.005
      if (isGone) this.weights.delete(term)
      else this.weights.set(term, after)
      this.#squares += (isGone ? 0 : after * after) - before * before
    }
    return this
  }
}

/** The stored form: language and length, then a line each for title, body and names, terms with their weight in hundredths. */
export function packFeatures({ language, characters, title, body, names }: Features): string {
  return [`${language} ${characters}`, ...[title, body, names].map(packVector)].join('\n')
}

export function unpackFeatures(packed: string): Features {
  const [head = '', title = '', body = '', names = ''] = packed.split('\n')
  const [language = '', characters = '0'] = head.split(' ')
  return {
    language,
    characters: Number(characters),
    title: unpackVector(title),
    body: unpackVector(body),
    names: unpackVector(names),
  }
}

function packVector({ weights }: Vector): string {
  let packed = ''
  for (const [term, weight] of weights) packed += `${packed && ' '}${term} ${Math.round(weight * 100)}`
  return packed
}

function unpackVector(packed: string): Vector {
  const words = packed.split(' ')
  const weights = new Map<string, number>()
  for (let at = 0; at + 1 < words.length; at += 2) weights.set(words[at] ?? '', Number(words[at + 1]) / 100)
  return vectorFrom(weights)
}
