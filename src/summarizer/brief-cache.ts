// Briefs are written once: what is stored is found by its key, and what somebody is writing just now is waited for.

import { createHash } from 'node:crypto'
import { MINUTE_MS } from '../clock.ts'
import type { Brief } from '../domain.ts'
import type { BriefLength, Engine } from './engine.ts'

/** Of one process: briefs that are being written, and the last ones that were. */
export type RecentBriefs = Map<string, Promise<Brief | undefined>>

export interface BriefOrder {
  readonly storyId?: string
  readonly headline?: string
  readonly inputs: readonly { readonly articleId: string; readonly revision: number }[]
  /** Of an update: the briefs that were told before. */
  readonly after?: readonly string[]
  readonly language?: string
  readonly length: BriefLength
}

const MAX_RECENT = 300

/** The same key is the same brief: engine, model, prompt, language, length, story and the texts it is written from. */
export function cacheKeyOf(engine: Pick<Engine, 'name' | 'version'>, order: BriefOrder): string {
  const { storyId, headline, inputs, after, language, length } = order
  const texts = inputs.map(({ articleId, revision }) => `${articleId}.${revision}`).sort()
  const { points, maxWords, maxCharacters } = length
  const parts = [
    engine.name,
    engine.version,
    language,
    points,
    maxWords,
    maxCharacters,
    storyId,
    headline,
    texts,
    after,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

/** For so long what the extractive engine wrote in the place of a silent model is good enough. */
const PROVISIONAL_MS = 10 * MINUTE_MS

/** Calls `write` once for all who ask at the same time. What failed is written anew for whoever asks next. */
export async function writtenOnce(
  recent: RecentBriefs,
  key: string,
  now: number,
  write: () => Promise<Brief | undefined>,
): Promise<Brief | undefined> {
  for (let known = recent.get(key); known !== undefined; known = recent.get(key)) {
    const brief = await known
    if (!brief?.isProvisional || now - brief.writtenAt < PROVISIONAL_MS) return brief
    if (recent.get(key) === known) recent.delete(key)
  }
  const written = write()
  recent.set(key, written)
  written.catch(() => void recent.delete(key))
  if (recent.size > MAX_RECENT) recent.delete(recent.keys().next().value ?? '')
  return written
}
