// What a chat was told of the stories it could be told again, and what has come since.

import type { Brief, Told } from '../domain.ts'
import type { Candidate, CandidateArticle } from './candidate.ts'

export interface ToldStory {
  /** The latest post about it. */
  readonly latest: Told
  /** All that was told of it. */
  readonly briefs: readonly Brief[]
  /** Articles that came or changed since; copies of told ones are none. */
  readonly fresh: readonly CandidateArticle[]
}

/** Looks up what was told of a story: under its id, or from one of its articles when it was another story then. */
export function toldStories(told: readonly Told[]): (candidate: Candidate) => ToldStory | undefined {
  const byKey = new Map<string, Told[]>()
  for (const one of told) {
    for (const key of [one.storyId, ...one.brief.inputs.map(({ articleId }) => articleId)]) {
      const others = byKey.get(key)
      if (others) others.push(one)
      else byKey.set(key, [one])
    }
  }
  return ({ story, articles }) => {
    if (byKey.size === 0) return undefined
    const keys = [story.id, ...articles.map(({ id }) => id)]
    const own = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))]
    const [latest] = own.sort((a, b) => b.at - a.at)
    if (!latest) return undefined
    const briefs = [...new Map(own.map(({ brief }) => [brief.id, brief])).values()]
    return { latest, briefs, fresh: freshArticles(articles, briefs) }
  }
}

/**
 * Those that no told brief was written from as they are now. An article that joined the duplicate group of a told one says
 * the same; a told one that changed is looked at whatever group it is in.
 */
function freshArticles(
  articles: readonly CandidateArticle[],
  briefs: readonly Brief[],
): readonly CandidateArticle[] {
  const inputs = briefs.flatMap((brief) => brief.inputs)
  const known = new Set(inputs.map(({ articleId, revision }) => `${articleId}.${revision}`))
  const ids = new Set(inputs.map(({ articleId }) => articleId))
  const groups = new Set(articles.filter(({ id }) => ids.has(id)).map(({ duplicateGroup }) => duplicateGroup))
  return articles.filter(
    ({ id, revision, duplicateGroup }) =>
      !known.has(`${id}.${revision}`) && (ids.has(id) || !groups.has(duplicateGroup)),
  )
}
