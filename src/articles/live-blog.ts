// A live blog is told all day on one page; its article is what was posted last, newest first.

import { parseIsoTime } from '../clock.ts'
import { chromeOf } from './chrome.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { htmlBlocks } from './html-blocks.ts'
import type { LinkedData } from './linked-data.ts'

export interface LivePost {
  readonly postedAt?: string
  readonly paragraphs: readonly string[]
}

/** Fewer are an article with an update or two. */
const MIN_POSTS = 3
const MAX_POSTS = 10
/** Posts beyond are older than any brief is about. */
const MAX_LOOKED = 200

/** The paragraphs of the newest posts; nothing where the page is no live blog. */
export function newestPosts(document: DomDocument, { posts = [] }: LinkedData): readonly string[] {
  const all = posts.length > 0 ? posts : markedPosts(document)
  if (all.length < MIN_POSTS) return []
  return [...all]
    .sort((a, b) => postedAt(b) - postedAt(a))
    .slice(0, MAX_POSTS)
    .flatMap(({ paragraphs }) => paragraphs)
    .filter((text) => chromeOf(text) === undefined)
}

/** Posts that say when stand before those that do not, which keep their order. */
function postedAt({ postedAt: text }: LivePost): number {
  return (text && parseIsoTime(text)) || 0
}

function markedPosts(document: DomDocument): readonly LivePost[] {
  const elements = [...document.querySelectorAll('[itemprop~="liveBlogUpdate"]')].slice(0, MAX_LOOKED)
  return elements.map(postOf).filter(({ paragraphs }) => paragraphs.length > 0)
}

function postOf(element: DomElement): LivePost {
  const time = element.querySelector('[itemprop="datePublished"], time')
  const postedAt = time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? undefined
  const prose = htmlBlocks(element).filter(({ isProse }) => isProse)
  return { ...(postedAt && { postedAt }), paragraphs: prose.map(({ text }) => text) }
}
