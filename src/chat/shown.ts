// What was shown, and what stands behind its marks.

import type { Brief, Message, Shown } from '../domain.ts'
import { messageFromPassages } from '../message/from-passages.ts'
import { messageFromPoints, type RevisionOf } from '../message/from-points.ts'
import { type Cited, citationsIn, citationsOfMark } from '../message/marks.ts'
import type { Store } from '../ports.ts'

/** What is not there any more is left out. */
export async function citedIn(store: Store, shown: Shown | undefined): Promise<readonly Cited[]> {
  if (!shown) return []
  if (shown.kind === 'briefs') return briefsOf(store, shown.ids)
  const answer = await store.answer(shown.id)
  return answer ? [answer] : []
}

export async function briefsOf(store: Store, ids: readonly string[]): Promise<readonly Brief[]> {
  const briefs = await Promise.all(ids.map((id) => store.brief(id)))
  return briefs.filter((brief) => brief !== undefined)
}

/** The sentences behind one mark, each in its paragraph; undefined when there is no such mark. */
export async function passagesOfMark(
  store: Store,
  cited: readonly Cited[],
  mark: number,
  language: string,
): Promise<Message | undefined> {
  const citations = citationsOfMark(cited, mark)
  const [first] = citations
  if (!first) return undefined
  const source = cited.flatMap((one) => one.sources).find((one) => one.articleId === first.articleId)
  const revision = await store.revision(first.articleId, first.revision)
  return source && revision && messageFromPassages({ mark, source, revision, citations }, language)
}

/** The points of a brief, each with the sentences it stands on. */
export async function pointsOf(store: Store, brief: Brief, language: string): Promise<Message> {
  const revisions = new Map<string, ReturnType<RevisionOf>>()
  for (const { articleId, revision } of citationsIn(brief)) {
    const key = `${articleId}.${revision}`
    if (!revisions.has(key)) revisions.set(key, await store.revision(articleId, revision))
  }
  return messageFromPoints(
    brief,
    (articleId, revision) => revisions.get(`${articleId}.${revision}`),
    language,
  )
}
