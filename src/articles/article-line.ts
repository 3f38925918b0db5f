// One article as a JSON line. `null` and empty text are absent; dates are ISO 8601, a date alone is midnight UTC. Only the
// article itself and its id can make a line unreadable: another field that cannot be read is left out.

import { z } from 'zod'
import { parseIsoTime } from '../clock.ts'
import { languageCode } from '../text/language.ts'
import { webAddress } from './canonical-url.ts'

const absent = (value: unknown) =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value

const body = z.preprocess((value) => value ?? undefined, z.string('must be text').optional())

const id = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : absent(value)),
  z.string('must be text or a number').optional(),
)

/** What `read` makes of a text, absent when that is nothing. */
function optional<T>(read: (text: string) => T | undefined) {
  return z.preprocess(absent, z.string().transform(read).optional()).catch(undefined)
}

const text = optional((value) => value)

/** What an optional field must be. */
const WANTED = {
  url: 'an address of the web, such as https://example.org/story',
  title: 'text',
  publishedAt: 'a date such as 2026-03-01 or 2026-03-01T07:30:00Z',
  publisher: 'text',
  language: 'a language code such as en or de',
  category: 'text',
  categories: 'a list of texts',
}

const texts = z.preprocess(absent, z.array(z.string()).optional()).catch(undefined)

export const articleLineSchema = z.object({
  id,
  url: optional(webAddress),
  title: text,
  text: body,
  html: body,
  publishedAt: optional(parseIsoTime),
  publisher: text,
  language: optional(languageCode),
  category: text,
  categories: texts,
})

export type ArticleLine = z.infer<typeof articleLineSchema>

/** The fields that were given and could not be read, in a sentence each; undefined when all could. */
export function leftOutOf(given: object, line: ArticleLine): string | undefined {
  const sentences = Object.entries(WANTED)
    .filter(([field]) => isGiven(given, field) && line[field as keyof ArticleLine] === undefined)
    .map(([field, wanted]) => `"${field}" was left out: it is not ${wanted}.`)
  return sentences.length > 0 ? sentences.join(' ') : undefined
}

function isGiven(given: object, field: string): boolean {
  return absent((given as Readonly<Record<string, unknown>>)[field]) !== undefined
}
