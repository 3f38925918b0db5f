// One article as a JSON line. `null` is absent; dates are ISO 8601, a date alone is midnight UTC.

import { z } from 'zod'
import { parseIsoTime } from '../clock.ts'

const absent = (value: unknown) => value ?? undefined

const text = z.preprocess(absent, z.string('must be text').optional())

const id = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : absent(value)),
  z.string('must be text or a number').min(1, 'must not be empty').optional(),
)

const url = z.preprocess(
  absent,
  z
    .string('must be text')
    .refine((value) => URL.canParse(value), 'must be a whole address, such as https://example.org/story')
    .optional(),
)

const time = z.preprocess(
  absent,
  z
    .string('must be a date such as 2026-03-01 or 2026-03-01T07:30:00Z')
    .transform((value, context) => {
      const at = parseIsoTime(value)
      if (at !== undefined) return at
      context.addIssue('must be a date such as 2026-03-01 or 2026-03-01T07:30:00Z')
      return z.NEVER
    })
    .optional(),
)

/** `en-GB` is `en`. */
const language = z.preprocess(
  absent,
  z
    .string('must be text')
    .regex(/^[a-z]{2}(?:[-_]|$)/i, 'must be a language code such as en or de')
    .transform((value) => value.slice(0, 2).toLowerCase())
    .optional(),
)

const texts = z.preprocess(absent, z.array(z.string('must be texts'), 'must be a list of texts').optional())

export const articleLineSchema = z.object({
  id,
  url,
  title: text,
  text,
  html: text,
  publishedAt: time,
  publisher: text,
  language,
  category: text,
  categories: texts,
})

export type ArticleLine = z.infer<typeof articleLineSchema>
