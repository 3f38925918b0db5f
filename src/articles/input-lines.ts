// JSON lines as drafts, one at a time: a big file is never held as a whole, and a bad line is an error in its place.

import { reasonOf } from '../errors.ts'
import { type ArticleLine, articleLineSchema, leftOutOf } from './article-line.ts'
import { lines } from './byte-stream.ts'
import type { Draft, InputError } from './draft.ts'
import { present } from './present.ts'

const MAX_LINE_BYTES = 10_000_000

export interface LineOptions {
  /** The operand, as drafts and errors carry it. */
  readonly input: string
  /** The operand as a sentence names it. */
  readonly name: string
  /** What `text` is: an article that is taken as it is, or a page that is cleaned. */
  readonly lineText: 'article' | 'page'
}

export async function* readArticleLines(
  source: AsyncIterable<Uint8Array>,
  options: LineOptions,
): AsyncGenerator<Draft | InputError, void> {
  for await (const { number, text } of lines(source, MAX_LINE_BYTES)) yield readLine(text, number, options)
}

function readLine(
  text: string | undefined,
  line: number,
  { input, name, lineText }: LineOptions,
): Draft | InputError {
  const place = { input: `${input}:${line}`, line }
  const failed = (problem: string, id?: string) => ({
    ...place,
    ...present({ id }),
    error: `${name}, line ${line}: ${problem}`,
  })
  if (text === undefined)
    return failed('the line is longer than 10 MB, more than any article; it was left out.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return failed(`this is not JSON (${reasonOf(error)}).`)
  }
  const parsed = articleLineSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = issue?.path.join('.')
    return failed(
      field ? `"${field}" ${issue?.message}.` : 'this is not a JSON object with the fields of an article.',
      idOf(value),
    )
  }
  const draft = draftOfLine(parsed.data, place.input, lineText)
  if (!draft) return failed(`${MISSING_TEXT}.`, parsed.data.id)
  return { ...draft, ...present({ note: leftOutOf(Object(value), parsed.data) }) }
}

export const MISSING_TEXT = 'there is neither "text" nor "html", and one of them must hold the article'

/** Undefined when the line has neither text nor HTML. */
export function draftOfLine(
  line: ArticleLine,
  input: string,
  lineText: LineOptions['lineText'],
): Draft | undefined {
  const content = contentOf(line, lineText)
  return content && { input, content, known: knownOf(line) }
}

/** `text` wins where both are given, unless it is empty. */
function contentOf(line: ArticleLine, lineText: 'article' | 'page'): Draft['content'] | undefined {
  const url = present({ url: line.url })
  if (line.html !== undefined && !line.text?.trim())
    return { page: { format: 'html', body: line.html, ...url } }
  if (line.text === undefined) return undefined
  return lineText === 'page' ? { page: { format: 'text', body: line.text, ...url } } : { text: line.text }
}

function knownOf({ id, url, title, publishedAt, publisher, language, ...line }: ArticleLine): Draft['known'] {
  const categories = [line.category ?? [], line.categories ?? []].flat()
  return present({
    externalId: id,
    url,
    title,
    publishedAt,
    publisher,
    language,
    categories: categories.length > 0 ? categories : undefined,
  })
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id) : undefined
}
