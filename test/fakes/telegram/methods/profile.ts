// What Telegram shows of the bot itself, in every language.

import { z } from 'zod'
import { badRequest } from '../api-error.ts'
import { method } from '../method.ts'

const language = { language_code: z.string().exactOptional() } as const

export const setMyName = method({ name: z.string().default(''), ...language }, (_, { name }) =>
  within(name, 64),
)

export const setMyDescription = method({ description: z.string().default(''), ...language }, (_, params) =>
  within(params.description, 512),
)

export const setMyShortDescription = method(
  { short_description: z.string().default(''), ...language },
  (_, params) => within(params.short_description, 120),
)

function within(text: string, maxCharacters: number): true {
  if ([...text].length > maxCharacters) throw badRequest('BOT_TITLE_INVALID')
  return true
}
