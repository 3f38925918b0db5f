// What is said at once, to a button that was pressed above all: from the store alone, while the platform still waits. What needs an
// engine is left to the desk.

import type { InboundEvent, Message, Ref } from '../domain.ts'
import { UserError } from '../errors.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import type { Ack } from '../ports.ts'
import type { ChatParts } from './chat-command.ts'
import { latestStories } from './commands/stories.ts'
import { completions } from './completions.ts'
import { editionOfPost } from './conversation.ts'
import { languageOf } from './language-of.ts'
import { rate } from './taps/rate.ts'
import { ask, sources, why } from './taps/reading.ts'
import { change, set, settle, subscribe } from './taps/settings.ts'
import { asNotice, type Tapped, toWhoPressed } from './taps/tapped.ts'

/** Whoever presses what is gone gets so many. */
const LATEST = 5

/** Undefined for what is answered later. */
export async function respond(parts: ChatParts, event: InboundEvent): Promise<Ack | undefined> {
  if (event.kind === 'typing') return { kind: 'choices', choices: await completions(parts, event.text) }
  if (event.kind === 'about') return respondToAbout(parts, event)
  if (event.kind !== 'tap') return undefined
  const tapped: Tapped = { event, language: languageOf(event) }
  const ref = await parts.store.ref(event.ref)
  if (ref && isLater(ref)) return undefined
  try {
    const ack = ref && (await ackOf(parts, ref, tapped))
    return ack ?? toWhoPressed(tapped, await goneMessage(parts, tapped))
  } catch (error) {
    if (error instanceof UserError) return asNotice(tapped, error.inLanguage(tapped.language))
    throw error
  }
}

/** Whoever points at an edition asks about it; any other message is answered later. */
async function respondToAbout(
  parts: ChatParts,
  event: Extract<InboundEvent, { kind: 'about' }>,
): Promise<Ack | undefined> {
  const { chat, receipt } = event
  const edition = receipt === undefined ? undefined : await editionOfPost(parts, { chat, receipt })
  return edition && ask(parts, { kind: 'ask', editionId: edition.id }, { event, language: languageOf(event) })
}

/** What an engine is needed for, or a platform has to be asked. */
const LATER = ['say', 'preview', 'share', 'copy', 'begin'] as const

type LaterRef = Extract<Ref, { readonly kind: (typeof LATER)[number] }>

export function isLater(ref: Ref): ref is LaterRef {
  return LATER.some((kind) => kind === ref.kind)
}

/** Undefined when what it means is no longer here. */
async function ackOf(
  parts: ChatParts,
  ref: Exclude<Ref, LaterRef>,
  tapped: Tapped,
): Promise<Ack | undefined> {
  switch (ref.kind) {
    case 'ask':
      return ask(parts, ref, tapped)
    case 'why':
      return why(parts, ref, tapped)
    case 'sources':
      return sources(parts, ref, tapped)
    case 'rate':
      return rate(parts, ref, tapped)
    case 'set':
      return set(parts, ref, tapped)
    case 'subscribe':
      return subscribe(parts, ref, tapped)
    case 'pause':
    case 'resume':
    case 'remove':
      return change(parts, ref, tapped)
    case 'settle':
      return settle(parts, ref, tapped)
  }
}

/** Where others read there is room for a few words. */
async function goneMessage(parts: ChatParts, { event, language }: Tapped): Promise<Message> {
  const say = texts(language)
  if (event.chat.kind !== 'private') return messageFromText(say.notHereAnyMore, language)
  const latest = await latestStories(parts, LATEST, language)
  return {
    ...latest,
    blocks: [{ kind: 'text', text: `${say.notHereAnyMore} ${say.theLatest}` }, ...latest.blocks],
  }
}
