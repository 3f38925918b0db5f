import type { Chat, Person } from '../domain.ts'
import { UserError } from '../errors.ts'

/** A chat as people write it: `platform:id`, `platform:id/thread`. */
export function chatAddress({ platform, id, thread }: Omit<Chat, 'kind'>): string {
  return `${platform}:${id}${thread === undefined ? '' : `/${thread}`}`
}

/** The platform ends at the first colon, a thread begins at the last slash. Throws UserError when it is no address. */
export function parseChatAddress(text: string): Omit<Chat, 'kind'> {
  const [, platform, id, thread] = /^([a-z]+):(.*?[^/])(?:\/([^/]+))?$/.exec(text.trim()) ?? []
  if (platform === undefined || id === undefined)
    throw new UserError(
      `"${text}" is no chat. Write it as platform:id or platform:id/thread, like terminal:local.`,
    )
  return { platform, id, ...(thread !== undefined && { thread }) }
}

/** Somebody as people write him: `platform:id`. Throws UserError when it is nobody. */
export function parsePerson(text: string): Person {
  const [, platform, id] = /^([a-z]+):(.+)$/.exec(text.trim()) ?? []
  if (platform === undefined || id === undefined)
    throw new UserError(`"${text}" is nobody. Write a person as platform:id, like terminal:local.`)
  return { platform, id }
}
