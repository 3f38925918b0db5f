import type { Chat } from '../domain.ts'

/** A chat as people write it: `platform:id`, `platform:id/thread`. */
export function chatAddress({ platform, id, thread }: Chat): string {
  return `${platform}:${id}${thread === undefined ? '' : `/${thread}`}`
}
