import type { Page } from '../domain.ts'

/** An article to be: a page that is cleaned and judged, or a text that is taken as it is; and what came with it. */
export interface Draft {
  /** The operand, with `:line` for JSON lines and `#n` for items of a feed. */
  readonly input: string
  readonly content: Content
  readonly known: Known
  /** What is kept as a snippet when the content is no article: the first of them that holds anything. */
  readonly otherwise?: readonly Content[]
  /** What of it could not be used, in sentences. */
  readonly note?: string
}

export type Content = { readonly page: Page } | { readonly text: string }

/** What came with a text or a page; it wins over what the page says of itself. */
export interface Known {
  /** Of the article that it was before, whatever it is called now. */
  readonly identity?: string
  readonly externalId?: string
  readonly url?: string
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  readonly site?: string
  readonly publishedAt?: number
  readonly language?: string
  readonly categories?: readonly string[]
}

/** What stands in the place of an input that could not be read. */
export interface InputError {
  readonly input: string
  /** Of a JSON line, where that much of it could be read. */
  readonly id?: string
  readonly line?: number
  /** One sentence that names the input. */
  readonly error: string
}
