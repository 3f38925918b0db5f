// A post of ours as Discord wants it.

import type { Api } from './api.ts'
import { inviteUrl } from './links.ts'
import type { Button, CardPart, Component, Post } from './payload.ts'

const FLAGS = { ephemeral: 64, suppressNotifications: 4_096, cards: 32_768 } as const

/** Nobody is ever pinged by words from outside. */
export const NO_PINGS = { parse: [] } as const

export interface WireOptions {
  readonly isEphemeral?: boolean
  /** An edit of a message that may have held something else. */
  readonly isEdit?: boolean
  /** Who is called by it, and nobody else. */
  readonly calls?: string | undefined
}

/** What every message has, however it is sent. */
export async function bodyOf(api: Api, post: Post, signal: AbortSignal, options: WireOptions = {}) {
  const components = await withLinks(api, post.components, signal)
  const flags =
    (post.embed ? 0 : FLAGS.cards) |
    (options.isEphemeral ? FLAGS.ephemeral : 0) |
    (post.isSilent && !options.isEdit && !options.isEphemeral ? FLAGS.suppressNotifications : 0)
  const { line, allowed } = callOf(post, options)
  return {
    ...(post.embed && { embeds: [post.embed], ...(line && { content: line }) }),
    components: line && !post.embed ? [{ type: 10, content: line }, ...components] : components,
    ...(flags > 0 && { flags }),
    allowed_mentions: { ...NO_PINGS, ...allowed },
  }
}

/** The line that calls somebody, and that it may: one person, or the role that an owner chose. */
function callOf({ calledRole }: Post, { calls }: WireOptions) {
  if (calls !== undefined) return { line: `<@${calls}>`, allowed: { users: [calls] } }
  return calledRole === undefined ? {} : { line: `<@&${calledRole}>`, allowed: { roles: [calledRole] } }
}

export const EPHEMERAL = FLAGS.ephemeral

/** Buttons that lead to where the bot is added name it, and it may have to be asked for. */
async function withLinks(api: Api, components: readonly Component[], signal: AbortSignal) {
  const needsLink = JSON.stringify(components).includes('"style":5')
  if (!needsLink) return components
  const url = inviteUrl((await api.application(signal)).id)
  const linked = (part: Component | Button): unknown => {
    if (part.type === 2) return part.style === 5 ? { ...part, url } : part
    if (!('components' in part)) return part
    return { ...part, components: (part.components as readonly (CardPart | Button)[]).map(linked) }
  }
  return components.map(linked)
}
