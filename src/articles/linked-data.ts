// The article of a page's JSON-LD (schema.org NewsArticle and its relatives). Pages write it carelessly; whatever does not
// fit is passed over.

import type { LivePost } from './live-blog.ts'
import { present } from './present.ts'

export interface LinkedData {
  readonly headline?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  readonly datePublished?: string
  readonly language?: string
  readonly articleBody?: string
  /** What was posted to a live blog, in the order of the page. */
  readonly posts?: readonly LivePost[]
  /** False when the page says that the text is for subscribers. */
  readonly isFree?: boolean
}

type Thing = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review)$/
const MAX_THINGS = 500

export function readLinkedData(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap((script) => thingsIn(parsed(script)))
  const article =
    things.find((thing) => typeOf(thing) === 'LiveBlogPosting') ??
    things.find((thing) => ARTICLE_TYPE.test(typeOf(thing)))
  if (!article) return { authors: [], ...present({ datePublished: writtenDate(scripts) }) }
  return {
    authors: namesOf(article.author ?? article.creator),
    ...present({
      headline: textOf(article.headline) ?? textOf(article.name),
      publisher: namesOf(article.publisher)[0],
      datePublished: textOf(article.datePublished) ?? textOf(article.dateCreated) ?? writtenDate(scripts),
      language: textOf(article.inLanguage),
      articleBody: textOf(article.articleBody),
      posts: livePosts(article.liveBlogUpdate),
      isFree: [article, ...partsOf(article)]
        .map((part) => freeOf(part.isAccessibleForFree))
        .find((isFree) => isFree === false),
    }),
  }
}

function livePosts(value: unknown): readonly LivePost[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value
    .slice(0, MAX_THINGS)
    .filter(isThing)
    .flatMap((post) => {
      const paragraphs = paragraphsOf(textOf(post.articleBody) ?? textOf(post.headline))
      return paragraphs.length > 0
        ? [{ ...present({ postedAt: textOf(post.datePublished) }), paragraphs }]
        : []
    })
}

/** The paragraphs of a text as JSON-LD gives it; one that holds markup is left alone. */
export function paragraphsOf(text = ''): readonly string[] {
  if (/<\/?[a-z]/i.test(text)) return []
  return text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** Of a page that is no kind of article, or whose JSON is broken. */
function writtenDate(scripts: readonly string[]): string | undefined {
  return scripts.map((script) => /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(script)?.[1]).find(Boolean)
}

/** Line breaks inside strings are a common slip. */
function parsed(script: string): unknown {
  const json = script.replace(/^\s*(?:<!--|<!\[CDATA\[|\/\*.*?\*\/)?|(?:-->|\]\]>|;)\s*$/g, '')
  for (const attempt of [json, json.replace(/[\x00-\x1f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return undefined
}

/** Also those in arrays, `@graph` and `mainEntity`. */
function thingsIn(value: unknown): readonly Thing[] {
  const found: Thing[] = []
  const queue: unknown[] = [value]
  while (queue.length > 0 && found.length < MAX_THINGS) {
    const one = queue.shift()
    if (Array.isArray(one)) queue.push(...one.slice(0, MAX_THINGS))
    else if (isThing(one)) {
      found.push(one)
      queue.push(one['@graph'], one.mainEntity, one.mainEntityOfPage)
    }
  }
  return found
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typeOf(thing: Thing): string {
  const type = thing['@type']
  return Array.isArray(type) ? String(type[0]) : String(type ?? '')
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? decodeEntities(value).trim() || undefined : undefined
}

/** A name, a thing with a name, or several of them. */
function namesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.slice(0, 10).flatMap(namesOf)
  const name = isThing(value) ? (Array.isArray(value.name) ? value.name[0] : value.name) : value
  const text = textOf(name)?.replace(/\s+/g, ' ')
  return text && !/^https?:/.test(text) ? [text] : []
}

/** What a page that is partly free says of its parts. */
function partsOf({ hasPart }: Thing): readonly Thing[] {
  return (Array.isArray(hasPart) ? hasPart.slice(0, MAX_THINGS) : [hasPart]).filter(isThing)
}

function freeOf(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(amp|quot|apos|#0?39|#x27|lt|gt|nbsp);/gi,
    (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole,
  )
}
