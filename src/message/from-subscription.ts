// One subscription, or all there are: what is decided about them, and when the next edition comes.

import type { Block, Message, PausedChat, Subscription } from '../domain.ts'
import { chatAddress } from './chat-address.ts'
import { localDateAndTime } from './dates.ts'
import { reasonSentence } from './reasons.ts'
import { type Face, type Texts, texts } from './texts.ts'

/** A subscription as it is shown. */
export interface ShownSubscription {
  readonly subscription: Subscription
  /** What is decided about it, as its owner would write it. */
  readonly fields: readonly { readonly term: string; readonly text: string }[]
  readonly chatPause?: PausedChat
}

export interface ReadAt {
  readonly face: Face
  readonly language: string
}

type Done = keyof Texts['subscription']

/** With what was just done to it, if something was. `isNew`: it is being set up, and nothing comes of it yet. */
export function messageFromSubscription(
  shown: ShownSubscription,
  { face, language, done, isNew = false }: ReadAt & { readonly done?: Done; readonly isNew?: boolean },
): Message {
  const say = texts(language)
  const { id, chat } = shown.subscription
  if (done === 'removed') return { language, blocks: [{ kind: 'text', text: say.subscription[done](id) }] }
  return {
    language,
    blocks: [
      { kind: 'headline', text: done ? say.subscription[done](id) : `${id} · ${chatAddress(chat)}` },
      ...(isNew
        ? [{ kind: 'text' as const, text: say.setUp.explain }]
        : stateBlocks(shown, { face, language })),
      ...(hasNewFields(done) ? [{ kind: 'rows' as const, rows: fieldRows(shown, { face, language }) }] : []),
      ...(done?.startsWith('added') ? hints(id, { face, language }) : []),
    ],
  }
}

/** Why it does not go on, and how it would; or when the next edition comes. */
export function stateBlocks(
  { subscription, chatPause }: Pick<ShownSubscription, 'subscription' | 'chatPause'>,
  { face, language }: ReadAt,
): readonly Block[] {
  const say = texts(language)
  const { id, chat, pausedAt, nextEditionAt, schedule } = subscription
  const resume = say.how[face].resume(id)
  const when = (at: number) => localDateAndTime(at, language, schedule.zone)
  const text = (at: number, sentence: (time: string) => string): Block => ({
    kind: 'text',
    text: sentence(when(at)),
    moments: [{ words: when(at), at }],
  })
  if (pausedAt !== undefined)
    return [text(pausedAt, say.pausedSince), { kind: 'quiet', text: say.toGoOn(resume) }]
  if (!chatPause) return [text(nextEditionAt, say.nextEdition)]
  const reason = reasonSentence(chatPause.reason, language, schedule.zone)
  return [
    text(chatPause.since, (time) => say.chatPausedSince(chatAddress(chat), time, reason)),
    { kind: 'quiet', text: say.whenMended(resume) },
  ]
}

/** To pause and to resume change none. */
function hasNewFields(done: Done | undefined): boolean {
  return done === undefined || /^(?:added|changed|unchanged)/.test(done)
}

/** In a chat buttons change them, so that they need not be called as they are written; in English they are anyway. */
function fieldRows({ fields }: ShownSubscription, { face, language }: ReadAt) {
  const { fieldMeans: means, settings } = texts(language)
  const isNamed = face === 'chat' && language !== 'en'
  return fields.map(({ term, text }) => {
    const meaning = means[term]?.[text.split(' ').at(-1) ?? '']
    if (!isNamed) return { term, text: meaning === undefined ? text : `${text}: ${meaning}` }
    return { term: settings.field[term] ?? term, text: settings.value[text] ?? meaning ?? text }
  })
}

/** A chat sees its own; the command line sees all, each with its chat. */
export function messageFromSubscriptions(
  all: readonly ShownSubscription[],
  { face, language }: ReadAt,
): Message {
  const say = texts(language)
  if (all.length === 0) {
    const blocks: readonly Block[] = [
      { kind: 'text', text: say.noSubscription[face] },
      { kind: 'quiet', text: say.how[face].add },
    ]
    return { language, blocks }
  }
  const rows = all.map((shown) => subscriptionRow(shown, { face, language }))
  return { language, blocks: [{ kind: 'rows', rows }] }
}

function subscriptionRow({ subscription, fields, chatPause }: ShownSubscription, { face, language }: ReadAt) {
  const say = texts(language)
  const { id, chat, topics, schedule, nextEditionAt, pausedAt } = subscription
  const times = fields.find(({ term }) => term === 'schedule')?.text
  const next = say.rowNext(localDateAndTime(nextEditionAt, language, schedule.zone))
  const state = pausedAt !== undefined ? say.rowPaused : chatPause ? say.rowChatPaused : next
  return {
    term: id,
    text: topics || say.everything,
    note: [face === 'cli' && chatAddress(chat), times, state].filter(Boolean).join(' · '),
  }
}

function hints(id: string, { face, language }: ReadAt): readonly Block[] {
  const how = texts(language).how[face]
  return [
    { kind: 'quiet', text: how.edit(id) },
    { kind: 'quiet', text: how.preview(id) },
  ]
}
