import { hash } from 'node:crypto'
import type { ArticleKind, NewArticle } from '../domain.ts'
import type { SearchText } from '../ports.ts'
import { detectLanguage } from '../text/language.ts'
import { fold } from '../text/normalise.ts'
import { splitSentences } from '../text/sentences.ts'
import { canonicalUrl, webAddress } from './canonical-url.ts'
import type { Extraction } from './extraction.ts'
import { present } from './present.ts'
import { searchTextOf } from './search-text.ts'

const MADE_TITLE_CHARS = 100
/** More is no title but a text in the wrong place. */
const MAX_TITLE_CHARS = 500
/** Some feeds put every keyword of a page among the categories. */
const MAX_CATEGORIES = 20
const MAX_CATEGORY_CHARS = 60

export interface PreparedArticle {
  readonly article: NewArticle
  readonly searchText: SearchText
}

/** What is known of a text before it is an article. Empty strings count as absent. */
export interface ArticleSource {
  readonly text: string
  readonly kind?: ArticleKind
  /** Known from before; else it follows from what comes below. */
  readonly identity?: string | undefined
  readonly externalId?: string | undefined
  readonly url?: string | undefined
  /** What the page declares its address to be. */
  readonly canonicalUrl?: string | undefined
  readonly title?: string | undefined
  readonly byline?: string | undefined
  readonly publisher?: string | undefined
  readonly site?: string | undefined
  readonly publishedAt?: number | undefined
  readonly publishedAtInferred?: boolean | undefined
  readonly language?: string | undefined
  readonly categories?: readonly string[] | undefined
}

/** What came with a page wins over what the page says of itself. */
export function sourceFromExtraction(
  extraction: Extraction,
  known: Omit<ArticleSource, 'text'>,
): ArticleSource {
  return {
    ...extraction,
    ...present(known),
    ...(known.publishedAt !== undefined && { publishedAtInferred: undefined }),
  }
}

/** Identity, sentences, language, title and search words of a text, which is taken as it is. */
export async function toArticle(source: ArticleSource): Promise<PreparedArticle> {
  const text = storable(source.text)
  const language = source.language || (await detectLanguage(text)) || 'en'
  const sentences = splitSentences(text, language)
  const bodyHash = hashOf(text)
  const [first] = sentences
  const title =
    shortened(source.title ?? '', MAX_TITLE_CHARS) ||
    shortened(first ? text.slice(first.start, first.end) : text, MADE_TITLE_CHARS)
  const article: NewArticle = {
    identity: source.identity ?? identityOf(source, bodyHash),
    title,
    language,
    kind: source.kind ?? 'full',
    text,
    sentences,
    bodyHash,
    ...present({
      externalId: source.externalId || undefined,
      url: webAddress(source.url) ?? webAddress(source.canonicalUrl),
      byline: oneLine(source.byline),
      publisher: oneLine(source.publisher),
      site: oneLine(source.site),
      publishedAt: source.publishedAt,
      publishedAtInferred: source.publishedAtInferred || undefined,
      categories: categoriesOf(source.categories),
    }),
  }
  return { article, searchText: searchTextOf(article) }
}

/** What no database and no terminal can hold is left out; lines end in one way. */
function storable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed().trim()
}

function identityOf(source: ArticleSource, bodyHash: string): string {
  if (source.externalId) return `id:${source.externalId}`
  const url = canonicalUrl(source.url, source.canonicalUrl)
  return url ? `url:${url}` : `body:${bodyHash}`
}

/** White space that is not one space already: nearly all of it is, and each replacement takes memory. */
const SPACING = /[^\S ]\s*| \s+/g

/** 132 bits of the hash of the text without case, accents and spacing. */
function hashOf(text: string): string {
  return hash('sha256', fold(text).replace(SPACING, ' '), 'base64url').slice(0, 22)
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').toWellFormed().trim() || undefined
}

/** In lower case, each once; what is too long is a sentence and no category. */
function categoriesOf(categories: readonly string[] = []): readonly string[] | undefined {
  const names = categories
    .map((name) => oneLine(name)?.toLowerCase() ?? '')
    .filter((name) => name !== '' && name.length <= MAX_CATEGORY_CHARS)
  return names.length === 0 ? undefined : [...new Set(names)].slice(0, MAX_CATEGORIES)
}

/** A title on one line, cut before the word that would make it too long. */
function shortened(title: string, maxChars: number): string {
  const line = oneLine(title) ?? ''
  if (line.length <= maxChars) return line
  const cut = line.slice(0, maxChars)
  const lastSpace = cut.lastIndexOf(' ')
  return `${cut.slice(0, lastSpace > 0 ? lastSpace : maxChars - 1).replace(/[\s,;:–—-]+$/, '')}…`
}
