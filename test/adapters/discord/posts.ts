// Messages as posts, and what a reader sees of them.

import { type Post, postOf } from '../../../adapters/discord/payload.ts'
import { renderMessage } from '../../../adapters/discord/render.ts'
import type { Block, Message } from '../../../src/domain.ts'
import { checkMessage, within } from '../../fakes/discord/check-message.ts'
import { type ReadMarkdown, readMarkdown } from '../../fakes/discord/markdown.ts'
import type { WireComponent } from '../../fakes/discord/wire.ts'

const CARDS = 32_768

export const messageOf = (...blocks: readonly Block[]): Message => ({ language: 'en', blocks })

/** In cards, and the same in embeds. */
export function postsOf(message: Message): {
  readonly cards: readonly Post[]
  readonly embeds: readonly Post[]
} {
  const payloads = renderMessage(message)
  return {
    cards: payloads.map(postOf),
    embeds: payloads.map(({ plain = '' }) => postOf({ body: plain })),
  }
}

/** Throws what Discord would refuse it with. */
export function checkPost(post: Post): void {
  const { components, embed } = post
  // Where it leads is added when it is sent.
  const sent = JSON.parse(
    JSON.stringify(components).replaceAll('"style":5', '"style":5,"url":"https://discord.com/x"'),
  )
  checkMessage(embed ? { embeds: [{ ...embed }], components: sent } : { components: sent, flags: CARDS })
}

export function cardsIn({ components }: Post): readonly WireComponent[] {
  return (components as readonly WireComponent[]).flatMap(within)
}

export function readPost(post: Post): ReadMarkdown {
  const words = post.embed
    ? [post.embed.title ?? '', post.embed.description]
    : cardsIn(post).flatMap(({ content }) => content ?? [])
  return readMarkdown(words.join('\n'))
}

export function markdownIn(post: Post): string {
  return (
    post.embed?.description ??
    cardsIn(post)
      .flatMap(({ content }) => content ?? [])
      .join('\n---\n')
  )
}

export function labelsIn(post: Post): readonly (readonly string[])[] {
  return cardsIn(post)
    .filter(({ type }) => type === 1)
    .map(({ components = [] }) => components.map(({ label = '' }) => label))
}
