// The stories of the last days in memory, for single-pass clustering: in comes an article's features, out goes the
// story it belongs to, or none. Grounding 5.3; thresholds there.

import { DAY_MS } from '../clock.ts'
import { combineFrequencies, type Frequencies, inverseFrequency } from '../text/frequencies.ts'
import { cosine, Heaviest } from '../text/vector.ts'
import { type Features, SumVector, type TermVector } from './features.ts'

export interface Member {
  readonly articleId: string
  readonly duplicateGroup: string
  readonly at: number
  readonly features: Features
}

/**
 * A story that may still grow: sums of its members' vectors. Most stories have one article, whose vectors are the sums.
 * `id` is set once it is stored.
 */
export interface OpenStory {
  id?: string
  readonly language: string
  readonly members: Member[]
  title: TermVector
  body: TermVector
  names: TermVector
  representative: Member
  /** The weight shared with the article that is looked up just now; kept here because a map of stories costs more. */
  shared?: number | undefined
}

const PARTS = ['title', 'body', 'names'] as const
const JOIN_SCORE = 0.3
const TITLE_ALONE = 0.5
const RARE_NAME_IDF = 4
const SIGMA_DAYS = 3
export const ACTIVE_MS = 5 * DAY_MS
const MAX_MEMBERS = 60
/** About 500 words: longer articles do not stand better for their story. */
const FULL_CHARACTERS = 3000
const LOOKUP_TERMS = 12
const MAX_HOLDERS = 150
const MAX_CANDIDATES = 12

export class StoryIndex {
  readonly #stories = new Set<OpenStory>()
  readonly #storyOf = new Map<string, OpenStory>()
  readonly #byId = new Map<string, OpenStory>()
  readonly #byTerm = new Map<number, Set<OpenStory>>()
  readonly #documentCounts = new Map<number, number>()
  #documents = 0
  readonly #background: (language: string) => Frequencies<number>

  constructor(background: (language: string) => Frequencies<number>) {
    this.#background = background
  }

  /** In how many of the indexed articles a name or stem occurs. */
  get frequencies(): Frequencies<number> {
    return { documents: this.#documents, count: (term) => this.#documentCounts.get(term) ?? 0 }
  }

  /** The story an article belongs to: the likeliest of those that share a rare term with it, if it is likely enough. */
  find(member: Member): OpenStory | undefined {
    const frequencies = combineFrequencies(this.#background(member.features.language), this.frequencies)
    let best: { readonly story: OpenStory; readonly score: number } | undefined
    for (const story of this.#candidates(member.features)) {
      if (!isOpenTo(story, member) || !sharesSubject(story, member.features, frequencies)) continue
      const score = likeness(story, member.features) * (0.35 + 0.65 * timeliness(story, member.at))
      if (score >= JOIN_SCORE && (!best || score > best.score)) best = { story, score }
    }
    return best?.story
  }

  /** Adds an article to a story that `find` gave, or to a new one. */
  add(member: Member, found?: OpenStory): OpenStory {
    const story = found ?? storyOf(member)
    if (found) join(found, member)
    this.#stories.add(story)
    this.#storyOf.set(member.articleId, story)
    for (const term of lookupTerms(member.features)) {
      const holders = this.#byTerm.get(term)
      if (holders) holders.add(story)
      else this.#byTerm.set(term, new Set([story]))
    }
    this.#count(member.features)
    return story
  }

  has(articleId: string): boolean {
    return this.#storyOf.has(articleId)
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
    for (const part of PARTS) story[part] = sumAfter(story[part], member.features[part], -1)
    this.#leave(story, member)
    story.representative = bestStanding(story)
    return undefined
  }

  /** Forgets stories that have had no article within that time; they stay stored. */
  forgetOutside(since: number, until: number): void {
    for (const story of this.#stories) {
      if (!story.members.some(({ at }) => at >= since && at <= until)) this.#forget(story)
    }
  }

  #forget(story: OpenStory): void {
    this.#stories.delete(story)
    if (story.id !== undefined) this.#byId.delete(story.id)
    for (const member of story.members.splice(0)) {
      this.#storyOf.delete(member.articleId)
      this.#leave(story, member)
    }
  }

  /** The story is no longer looked up by what only this member said, and its words are no longer counted. */
  #leave(story: OpenStory, { features }: Member): void {
    this.#count(features, -1)
    const kept = new Set(story.members.flatMap((member) => [...lookupTerms(member.features)]))
    for (const term of lookupTerms(features)) {
      if (kept.has(term)) continue
      const holders = this.#byTerm.get(term)
      if (holders?.delete(story) && holders.size === 0) this.#byTerm.delete(term)
    }
  }

  /** The stories that share most weight of rare terms with the article; terms that many stories share tell nothing. */
  #candidates(features: Features): readonly OpenStory[] {
    const sharing: OpenStory[] = []
    for (const term of lookupTerms(features)) {
      const holders = this.#byTerm.get(term)
      if (!holders || holders.size > MAX_HOLDERS) continue
      const weight = features.names.weights.get(term) ?? features.body.weights.get(term) ?? 0
      for (const story of holders) {
        if (story.shared === undefined) sharing.push(story)
        story.shared = (story.shared ?? 0) + weight
      }
    }
    const best = new Heaviest<OpenStory>(MAX_CANDIDATES)
    for (const story of sharing) {
      best.offer(story, story.shared ?? 0)
      story.shared = undefined
    }
    return best.entries.map(([story]) => story)
  }

  #count({ body, names }: Features, sign: 1 | -1 = 1): void {
    this.#documents += sign
    for (const term of body.weights.keys()) this.#countTerm(term, sign)
    for (const term of names.weights.keys()) if (!body.weights.has(term)) this.#countTerm(term, sign)
  }

  #countTerm(term: number, sign: 1 | -1): void {
    const count = (this.#documentCounts.get(term) ?? 0) + sign
    if (count > 0) this.#documentCounts.set(term, count)
    else this.#documentCounts.delete(term)
  }
}

function storyOf(first: Member): OpenStory {
  const { language, title, body, names } = first.features
  return { language, members: [first], title, body, names, representative: first, shared: undefined }
}

function join(story: OpenStory, member: Member): void {
  story.members.push(member)
  for (const part of PARTS) story[part] = sumAfter(story[part], member.features[part], 1)
  story.representative = bestStanding(story)
}

/** The sum after a vector has joined it or left. That of one article is the article's own, and stays as it is. */
function sumAfter(before: TermVector, vector: TermVector, sign: 1 | -1): SumVector {
  const sum = before instanceof SumVector ? before : new SumVector().add(before)
  return sum.add(vector, sign)
}

/** Members of the story whose bodies are alike enough to be worth a comparison run by run, likeliest first. */
export function alikeMembers(story: OpenStory, features: Features, minCosine: number): readonly Member[] {
  return story.members
    .map((member) => ({ member, likeness: cosine(member.features.body, features.body) }))
    .filter((entry) => entry.likeness >= minCosine)
    .sort((a, b) => b.likeness - a.likeness)
    .map((entry) => entry.member)
}

function isOpenTo(story: OpenStory, member: Member): boolean {
  return (
    story.language === member.features.language &&
    story.members.length < MAX_MEMBERS &&
    Math.abs(latest(story) - member.at) < ACTIVE_MS
  )
}

function latest(story: OpenStory): number {
  return story.members.reduce((time, member) => Math.max(time, member.at), Number.NEGATIVE_INFINITY)
}

/** A story and an article need more in common than a topic: a rare name, or nearly the same title. */
function sharesSubject(story: OpenStory, features: Features, frequencies: Frequencies<number>): boolean {
  for (const name of features.names.weights.keys()) {
    if (story.names.weights.has(name) && inverseFrequency(frequencies, name) > RARE_NAME_IDF) return true
  }
  return cosine(story.title, features.title) >= TITLE_ALONE
}

function likeness(story: OpenStory, features: Features): number {
  return (
    0.45 * cosine(story.body, features.body) +
    0.2 * cosine(story.title, features.title) +
    0.35 * cosine(story.names, features.names)
  )
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
  return (
    0.35 * cosine(member.features.body, story.body) +
    0.2 * Math.min(1, member.features.characters / FULL_CHARACTERS) +
    0.15 * near(latest(story) - member.at) +
    0.1 * (isOriginal ? 1 : 0)
  )
}

/** The heaviest terms of body and names; vectors hold theirs heaviest first. */
function lookupTerms({ body, names }: Features): ReadonlySet<number> {
  return new Set([...firstTerms(body), ...firstTerms(names)])
}

function firstTerms({ weights }: TermVector): readonly number[] {
  const terms: number[] = []
  for (const term of weights.keys()) {
    if (terms.push(term) === LOOKUP_TERMS) break
  }
  return terms
}
