// Whether a message that stands in a channel is a post of ours: the same words and the same buttons.

import type { APIMessage } from 'discord.js'
import type { Post } from './payload.ts'

const TELLING: ReadonlySet<string> = new Set(['content', 'title', 'description', 'custom_id'])

export function isSamePost(message: Pick<APIMessage, 'embeds' | 'components'>, post: Post): boolean {
  const call = post.calledRole === undefined ? '' : `content <@&${post.calledRole}>`
  const theirs = wordsIn([message.embeds ?? [], message.components ?? []]).filter((words) => words !== call)
  const ours = wordsIn([post.embed ? [post.embed] : [], post.components])
  return theirs.join('\n') === ours.join('\n')
}

/** Of what is written in any depth; Discord trims words, and adds numbers of its own. */
function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, held]) =>
      typeof held === 'string' ? (TELLING.has(key) ? [`${key} ${squeezed(held)}`] : []) : wordsIn(held),
    )
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
