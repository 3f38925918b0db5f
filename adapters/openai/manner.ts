// How a server is spoken to: as its kind is documented, as a probe found it, and without what it has refused since.

import { z } from 'zod'
import type { Profile, SchemaMode } from './profile.ts'
import type { OpenaiSettings } from './settings.ts'
import type { Manner } from './wire.ts'

/** What a probe finds. `hasRoom`: a text of six thousand tokens is read from its beginning. */
export const foundSchema = z.object({
  schema: z.enum(['schema', 'json', 'prompt']),
  limitField: z.enum(['max_completion_tokens', 'max_tokens']),
  hasRoom: z.boolean(),
})
export type Found = Readonly<z.infer<typeof foundSchema>>

export interface Manners {
  now(): Manner
  use(found: Found): void
  /** False when there is nothing left to leave out. */
  leaveOut(field: string): boolean
}

/** A reply of a shape becomes JSON of any shape, and at last words in the prompt. */
const LOOSER: Readonly<Record<SchemaMode, SchemaMode | undefined>> = {
  schema: 'json',
  json: 'prompt',
  prompt: undefined,
}

export function createManners(profile: Profile, settings: OpenaiSettings): Manners {
  let { schema, limitField, hasRoom }: Found = { ...profile, hasRoom: true }
  const without = new Set<string>()
  return {
    now: () => ({
      profile,
      schemaMode: schema,
      limitField,
      hasRoom,
      effort: settings.OPENAI_REASONING,
      isStream: settings.OPENAI_STREAM === 'yes',
      without,
    }),
    use(found) {
      ;({ schema, limitField, hasRoom } = found)
    },
    leaveOut(field) {
      if (field === 'response_format') {
        const looser = LOOSER[schema]
        schema = looser ?? schema
        return looser !== undefined
      }
      if (without.has(field)) return false
      without.add(field)
      if (field !== limitField) return true
      // Without any limit a reply may cost what it likes: the other name, or nothing is asked.
      limitField = limitField === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens'
      return !without.has(limitField)
    },
  }
}
