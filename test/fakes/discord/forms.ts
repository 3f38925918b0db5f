// The bodies of messages, as strict as this server is: what it does not know fails the test.

import { z } from 'zod'
import type { WireComponent, WireEmbed } from './wire.ts'

/** Everybody says that nobody is to be pinged but whom it names; whatever is said in the words of a feed. */
const allowedMentions = z.strictObject({
  parse: z.tuple([]),
  users: z.array(z.string()).optional(),
  roles: z.array(z.string()).optional(),
})
const components = z.array(z.custom<WireComponent>((value) => typeof value === 'object' && value !== null))
const embeds = z.array(z.custom<WireEmbed>((value) => typeof value === 'object' && value !== null))

const words = {
  content: z.string().nullish(),
  embeds: embeds.nullish(),
  components: components.nullish(),
  flags: z.int().min(0).optional(),
  allowed_mentions: allowedMentions,
}

export const newMessage = z.strictObject({
  ...words,
  nonce: z.string().optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z
    .strictObject({ message_id: z.string(), fail_if_not_exists: z.boolean().optional() })
    .optional(),
})

export const editedMessage = z.strictObject(words)
export const followUp = z.strictObject(words)
/** Nonces are not known there. */
export const starter = z.strictObject(words)
export const firstWords = z.strictObject(words)
export type MessageBody = z.infer<typeof newMessage>
