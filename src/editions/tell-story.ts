// A chosen story → its entry in an edition: its brief, or what is new in it since the chat was told.

import type { EditionEntry, Reason } from '../domain.ts'
import type { BriefOrder } from '../summarizer/brief-cache.ts'
import { type WriteOptions, type WriteParts, writeBrief } from '../summarizer/write-brief.ts'
import { writeUpdate } from '../summarizer/write-update.ts'
import type { Candidate, CandidateArticle } from './candidate.ts'
import type { Choosable } from './selection.ts'
import type { ToldStory } from './told-stories.ts'

/** A reason when there is nothing to tell. */
export async function tellStory(
  parts: WriteParts,
  options: WriteOptions,
  { candidate, told }: Pick<Choosable, 'candidate' | 'told'>,
): Promise<EditionEntry | Reason> {
  if (!told) {
    const brief = await writeBrief(parts, orderOf(candidate, candidate.articles, options), options)
    return brief && brief.points.length > 0 ? { brief } : { kind: 'no-points' }
  }
  const brief = await writeUpdate(parts, orderOf(candidate, told.fresh, options), told.briefs, options)
  if (!brief) return toldReason(told)
  const { at, receipt } = told.latest
  return { brief, update: { at, ...(receipt !== undefined && { receipt }) } }
}

export function toldReason({ latest }: ToldStory): Reason {
  return { kind: 'told', at: latest.at }
}

function orderOf(
  { story }: Candidate,
  articles: readonly CandidateArticle[],
  { length, language }: WriteOptions,
): BriefOrder {
  return {
    storyId: story.id,
    headline: story.headline,
    inputs: articles.map(({ id, revision }) => ({ articleId: id, revision })),
    length,
    ...(language !== undefined && { language }),
  }
}
