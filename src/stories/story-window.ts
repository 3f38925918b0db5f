// The stories of a stretch of time in memory, kept in step with what is stored: when the stretch moves, only what is
// missing is read, and what lies outside is forgotten.

import { DAY_MS } from '../clock.ts'
import type { StoryStore } from '../ports.ts'
import { unpackFeatures } from './packed-features.ts'
import { groupOf, StoryIndex } from './story-index.ts'

/** What lies before the stretch by less is kept: the next one may want it again. */
const SLACK_MS = 3 * DAY_MS

export class StoryWindow {
  index = new StoryIndex()
  /** The index holds every article placed whose time lies within. */
  #since = Number.POSITIVE_INFINITY
  #until = Number.NEGATIVE_INFINITY
  /** The newest placement that was read; this process and others may have placed more. */
  #placedAt = 0
  readonly #store: Pick<StoryStore, 'placements'>

  constructor(store: Pick<StoryStore, 'placements'>) {
    this.#store = store
  }

  async cover(wantedSince: number, until: number): Promise<void> {
    const [from, to, placedSince] = [this.#since, this.#until, this.#placedAt]
    const since = wantedSince - from < SLACK_MS ? Math.min(from, wantedSince) : wantedSince
    // Until all is read nothing is known: a reading that fails is begun anew.
    this.#since = Number.POSITIVE_INFINITY
    this.#until = Number.NEGATIVE_INFINITY
    if (since > to || until < from) {
      this.index = new StoryIndex()
      await this.#read({ since, until, placedSince: 0 })
    } else {
      this.index.forgetOutside(since, until)
      if (since < from) await this.#read({ since, until: from, placedSince: 0 })
      if (until > to) await this.#read({ since: to, until, placedSince: 0 })
      await this.#read({ since, until, placedSince })
    }
    this.#since = since
    this.#until = until
  }

  async #read(query: Parameters<StoryStore['placements']>[0]): Promise<void> {
    for (const placement of await this.#store.placements(query)) {
      const { articleId, storyId, at, placedAt } = placement
      this.#placedAt = Math.max(this.#placedAt, placedAt)
      if (this.index.has(articleId)) continue
      const duplicateGroup = groupOf(articleId, placement.duplicateGroup)
      const member = { articleId, duplicateGroup, at, features: unpackFeatures(placement.features) }
      const story = this.index.add(member, this.index.withId(storyId))
      this.index.setId(story, storyId)
    }
  }
}
