// The stories of the last days in memory, for single-pass clustering: in comes an article's features, out goes the
// story it belongs to, or none. Constants are measured by the bench `stories`.

import { DAY_MS } from '../clock.ts'
import type { Frequencies } from '../text/frequencies.ts'
import { HashCounts } from '../text/hash-counts.ts'
import { Heaviest } from '../text/vector.ts'
import { type Features, rarestWeight } from './features.ts'
import { product, type Term, TermSum, type TermVector, VectorWeights, type Weights } from './term-vector.ts'

export interface Member {
  readonly articleId: string
  readonly duplicateGroup: string
  readonly at: number
  readonly features: Features
}

/** Most articles are in no group but their own: one name is held then, not two alike. */
export function groupOf(articleId: string, duplicateGroup: string): string {
  return duplicateGroup === articleId ? articleId : duplicateGroup
}

/** A story that may still grow. `id` is set once it is stored. */
export interface OpenStory {
  id?: string | undefined
  readonly language: string
  readonly members: Member[]
  /** Of the terms of all members, once it had several; most stories have one. */
  sum?: TermSum | undefined
  representative: Member
  /**
   * The weight shared with the article that is looked up just now, else `NOT_SHARED`; kept here because a map of stories costs more, and
   * always a number because what is a number now and then takes memory each time it changes.
   */
  shared: number
}

/** At first only what is surely one story joins; once all that came are there, the likeliest is believed sooner. */
export const SURE_SCORE = 0.21
export const LIKELY_SCORE = 0.13
/** Rare terms that two articles have to share before half of their likeness is believed. */
const FEW_SHARED = 1.25
const SIGMA_DAYS = 3
export const ACTIVE_MS = 5 * DAY_MS
const MAX_MEMBERS = 60
/** A full story takes only what is nearly a copy of it: a report that a hundred papers print stays one. */
const COPY_SCORE = 0.6
const MAX_COPIES = 300
/** About 500 words: longer articles do not stand better for their story. */
const FULL_CHARACTERS = 3000
const LOOKUP_TERMS = 24
const MAX_HOLDERS = 150
const MAX_CANDIDATES = 8
const NOT_SHARED = -0.5

export class StoryIndex {
  readonly #storyOf = new Map<string, OpenStory>()
  readonly #byId = new Map<string, OpenStory>()
  /** Lists, because a set takes five times the memory. */
  readonly #byTerm = new Map<Term, OpenStory[]>()
  readonly #documentCounts = new HashCounts()
  #documents = 0

  /** In how many of the indexed articles a term is among the heaviest. */
  get frequencies(): Frequencies<Term> {
    return { documents: this.#documents, count: (term) => this.#documentCounts.get(term) }
  }

  /** The story an article belongs to: the likeliest but `own` of those that share a rare term with it, if it is likely enough. */
  find(member: Member, minScore: number, own?: OpenStory): OpenStory | undefined {
    const rarest = rarestWeight(member.features.language, this.frequencies)
    const weights = new VectorWeights(member.features.terms)
    let best: { readonly story: OpenStory; readonly score: number } | undefined
    for (const story of this.#candidates(member.features, own)) {
      if (!isOpenTo(story, member)) continue
      const score =
        likeness(story, member.features, weights, rarest) * (0.35 + 0.65 * timeliness(story, member.at))
      const isFull = story.members.length >= MAX_MEMBERS
      if (score >= (isFull ? COPY_SCORE : minScore) && (!best || score > best.score)) best = { story, score }
    }
    return best?.story
  }

  /** Adds an article to a story that `find` gave, or to a new one. */
  add(member: Member, found?: OpenStory): OpenStory {
    const story = found ?? storyOf(member)
    if (found) join(found, member)
    this.#storyOf.set(member.articleId, story)
    const { terms } = member.features
    for (let at = 0; at < lookupSize(terms); at++) {
      const term = terms.termAt(at)
      const holders = this.#byTerm.get(term)
      if (!holders) this.#byTerm.set(term, [story])
      else if (!found || !holders.includes(story)) holders.push(story)
    }
    this.#count(member.features)
    return story
  }

  has(articleId: string): boolean {
    return this.#storyOf.has(articleId)
  }

  /** The story that holds the article and no other. */
  aloneIn(articleId: string): OpenStory | undefined {
    const story = this.#storyOf.get(articleId)
    return story?.members.length === 1 ? story : undefined
  }

  withId(storyId: string): OpenStory | undefined {
    return this.#byId.get(storyId)
  }

  /** The story is stored now, under this id. */
  setId(story: OpenStory, storyId: string): void {
    story.id = storyId
    this.#byId.set(storyId, story)
  }

  /** Takes an article out again, because its text has changed. Gives the id of a story that has no other article. */
  remove(articleId: string): string | undefined {
    const story = this.#storyOf.get(articleId)
    const member = story?.members.find((other) => other.articleId === articleId)
    if (!story || !member) return undefined
    if (story.members.length === 1) {
      this.#forget(story)
      return story.id
    }
    this.#storyOf.delete(articleId)
    story.members.splice(story.members.indexOf(member), 1)
    story.sum?.add(member.features.terms, -1)
    this.#leave(story, member)
    story.representative = bestStanding(story)
    return undefined
  }

  /** Forgets stories that have had no article within that time; they stay stored. */
  forgetOutside(since: number, until: number): void {
    for (const story of new Set(this.#storyOf.values())) {
      if (!story.members.some(({ at }) => at >= since && at <= until)) this.#forget(story)
    }
  }

  #forget(story: OpenStory): void {
    if (story.id !== undefined) this.#byId.delete(story.id)
    for (const member of story.members.splice(0)) {
      this.#storyOf.delete(member.articleId)
      this.#leave(story, member)
    }
  }

  /** The story is no longer looked up by what only this member said, and its words are no longer counted. */
  #leave(story: OpenStory, { features }: Member): void {
    this.#count(features, -1)
    const kept = new Set(story.members.flatMap((member) => lookupTerms(member.features)))
    for (const term of lookupTerms(features)) {
      if (kept.has(term)) continue
      const holders = this.#byTerm.get(term)
      const place = holders?.indexOf(story) ?? -1
      if (place >= 0) holders?.splice(place, 1)
      if (holders?.length === 0) this.#byTerm.delete(term)
    }
  }

  /** The stories that share most weight of rare terms with the article; terms that many stories share tell nothing. */
  #candidates({ terms }: Features, own: OpenStory | undefined): readonly OpenStory[] {
    const sharing: OpenStory[] = []
    for (let at = 0; at < lookupSize(terms); at++) {
      const weight = terms.weightAt(at)
      const holders = this.#byTerm.get(terms.termAt(at))
      if (!holders || holders.length > MAX_HOLDERS) continue
      for (const story of holders) {
        if (story.shared === NOT_SHARED) sharing.push(story)
        story.shared = Math.max(0, story.shared) + weight
      }
    }
    const best = new Heaviest<OpenStory>(MAX_CANDIDATES)
    for (const story of sharing) {
      if (story !== own) best.offer(story, story.shared)
      story.shared = NOT_SHARED
    }
    return best.items
  }

  #count({ terms }: Features, sign: 1 | -1 = 1): void {
    this.#documents += sign
    const counts = this.#documentCounts
    for (let at = 0; at < terms.size; at++) {
      const term = terms.termAt(at)
      counts.set(term, counts.get(term) + sign)
    }
  }
}

function storyOf(first: Member): OpenStory {
  return {
    id: undefined,
    language: first.features.language,
    members: [first],
    sum: undefined,
    representative: first,
    shared: NOT_SHARED,
  }
}

function join(story: OpenStory, member: Member): void {
  const [first] = story.members
  story.sum ??= first && new TermSum().add(first.features.terms)
  story.members.push(member)
  story.sum?.add(member.features.terms)
  story.representative = bestStanding(story)
}

/** Members of the story whose bodies are alike enough to be worth a comparison run by run, likeliest first. */
export function alikeMembers(story: OpenStory, features: Features, minCosine: number): readonly Member[] {
  const weights = new VectorWeights(features.terms)
  const cosine = ({ terms }: Features) => product(terms, weights) / (terms.length * features.terms.length)
  return story.members
    .map((member) => ({ member, likeness: cosine(member.features) }))
    .filter((entry) => entry.likeness >= minCosine)
    .sort((a, b) => b.likeness - a.likeness)
    .map((entry) => entry.member)
}

function isOpenTo(story: OpenStory, member: Member): boolean {
  return (
    story.language === member.features.language &&
    story.members.length < MAX_COPIES &&
    Math.abs(latest(story) - member.at) < ACTIVE_MS
  )
}

function latest(story: OpenStory): number {
  return story.members.reduce((time, member) => Math.max(time, member.at), Number.NEGATIVE_INFINITY)
}

/**
 * The mean likeness of the members to an article, 0 to 1: a cosine, believed the less the fewer rare terms they share, since short
 * texts are alike by chance.
 */
function likeness(
  { members, sum }: OpenStory,
  { terms }: Features,
  weights: Weights,
  rarest: number,
): number {
  const total = sum
    ? product(terms, sum)
    : members.reduce((before, { features }) => before + product(features.terms, weights), 0)
  if (total === 0) return 0
  const length = members.reduce((before, { features }) => before + features.terms.length, 0)
  const shared = total / members.length / rarest ** 2
  return (total / (length * terms.length)) * (shared / (shared + FEW_SHARED))
}

function timeliness(story: OpenStory, at: number): number {
  const times = story.members.map((member) => member.at)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return (2 * near(at - Math.max(...times)) + near(at - mean) + near(at - Math.min(...times))) / 4
}

function near(differenceMs: number): number {
  const days = differenceMs / DAY_MS
  return Math.exp(-(days * days) / (2 * SIGMA_DAYS * SIGMA_DAYS))
}

function bestStanding(story: OpenStory): Member {
  return story.members.reduce((best, other) =>
    standing(other, story) > standing(best, story) ? other : best,
  )
}

/** How well an article stands for its story (grounding 5.4, without trust in sources, which nobody has set yet). */
function standing(member: Member, story: OpenStory): number {
  const isOriginal = member.duplicateGroup === member.articleId
  const { terms } = member.features
  return (
    0.35 * (story.sum ? product(terms, story.sum) / (terms.length * story.sum.length) : 1) +
    0.2 * Math.min(1, member.features.characters / FULL_CHARACTERS) +
    0.15 * near(latest(story) - member.at) +
    0.1 * (isOriginal ? 1 : 0)
  )
}

/** It is looked up by its heaviest terms. */
function lookupSize({ size }: TermVector): number {
  return Math.min(LOOKUP_TERMS, size)
}

function lookupTerms({ terms }: Features): readonly Term[] {
  return Array.from({ length: lookupSize(terms) }, (_, at) => terms.termAt(at))
}
