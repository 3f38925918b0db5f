import type { Page } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import type { Content, Draft, Known } from './draft.ts'
import { extract, whyTooLarge } from './extract.ts'
import { present } from './present.ts'
import { withoutDateAhead } from './publication-date.ts'
import { type PreparedArticle, sourceFromExtraction, toArticle } from './to-article.ts'

export interface Prepared {
  readonly prepared: PreparedArticle
  /** Why it is only a snippet, and what of it was left out. */
  readonly reason?: string
}

/** Why there is no article, and what it would have been called. */
export interface Rejection {
  readonly reason: string
  readonly title?: string
}

const DATE_AHEAD = 'Its date of publication lies ahead and was left out.'

/**
 * A draft → an article that can be stored: a page is cleaned and judged, a text is taken as it is. Never throws for what
 * a draft holds: a text that breaks us must not take its neighbours with it.
 */
export async function prepare(draft: Draft, now: number, make = toArticle): Promise<Prepared | Rejection> {
  const known = withoutDateAhead(draft.known, now)
  const notes = [draft.note, known === draft.known ? undefined : DATE_AHEAD]
  try {
    const made = await prepareFirst(draft, known, now, make)
    const reason = [made.reason, ...notes].filter(Boolean).join(' ')
    return reason === '' ? made : { ...made, reason }
  } catch (error) {
    return { reason: `The article could not be read: ${reasonOf(error)}.`, ...titled(known) }
  }
}

/** The content, else what may stand for it. */
async function prepareFirst(
  { content, otherwise = [] }: Draft,
  known: Known,
  now: number,
  make: typeof toArticle,
) {
  const made = await prepareContent(content, known, now, make)
  if ('prepared' in made) return made
  for (const other of otherwise) {
    const kept = await prepareContent(other, known, now, make)
    if ('prepared' in kept) return { prepared: asSnippet(kept.prepared), reason: made.reason }
  }
  return made
}

function asSnippet({ article, ...others }: PreparedArticle): PreparedArticle {
  return { ...others, article: { ...article, kind: 'snippet' } }
}

function prepareContent(
  content: Content,
  known: Known,
  now: number,
  make: typeof toArticle,
): Promise<Prepared | Rejection> {
  return 'text' in content ? prepareText(content.text, known, make) : preparePage(content.page, known, now)
}

async function prepareText(
  text: string,
  known: Known,
  make: typeof toArticle,
): Promise<Prepared | Rejection> {
  const reason = text.trim() === '' ? 'The text is empty.' : whyTooLarge('text', text, 'text')
  return reason === undefined ? { prepared: await make({ ...known, text }) } : { reason, ...titled(known) }
}

async function preparePage(page: Page, known: Known, now: number): Promise<Prepared | Rejection> {
  const { language, ...others } = known
  const extraction = await extract(page, { now, ...present({ language }) })
  const { status, reason = 'The page holds no article.', title } = extraction
  if (status === 'rejected') return { reason, ...titled({ title: known.title ?? title }) }
  const prepared = await toArticle(sourceFromExtraction(extraction, others))
  return { prepared, ...present({ reason: extraction.reason }) }
}

function titled({ title }: { readonly title?: string | undefined }): Pick<Rejection, 'title'> {
  return present({ title })
}
