// One screen for the operator: what runs, what comes next, and what needs a hand, with what to do.

import type { Block, Delivery, DeliveryState, Feed, Message, PausedChat } from '../domain.ts'
import { chatAddress } from './chat-address.ts'
import { dateAndTime, localDateAndTime } from './dates.ts'
import { type CostFacts, spentText } from './from-costs.ts'
import { deliveryRow, whatToDo } from './from-deliveries.ts'
import type { ShownSubscription } from './from-subscription.ts'
import { type EditionFacts, editionSentence } from './from-why.ts'
import { reasonSentence } from './reasons.ts'
import { texts } from './texts.ts'

export interface StatusFacts {
  readonly database: string
  readonly isDeskRunning: boolean
  readonly feeds: readonly Feed[]
  /** Those that need a hand first, then those that come next; perhaps not all. */
  readonly subscriptions: readonly SubscriptionStatus[]
  readonly subscriptionCount: number
  readonly pausedCount: number
  readonly nextEditionAt?: number
  readonly pausedChats: readonly PausedChatStatus[]
  readonly deliveries: Readonly<Record<DeliveryState, number>>
  /** The model that writes, if one is configured, and what models cost so far. */
  readonly model?: { readonly name: string } & Pick<CostFacts, 'day' | 'month'>
  readonly unknown: readonly Delivery[]
  /** Due for long, and neither sent nor given up. */
  readonly stuck: readonly Delivery[]
}

export interface SubscriptionStatus extends Pick<ShownSubscription, 'subscription' | 'chatPause'> {
  readonly last?: EditionFacts
}

export interface PausedChatStatus {
  readonly pause: PausedChat
  /** One of its subscriptions: to resume that resumes the chat. */
  readonly subscriptionId?: string
}

const UTC = 'UTC'

type Row = Extract<Block, { kind: 'rows' }>['rows'][number]

export function messageFromStatus(facts: StatusFacts, language: string): Message {
  const say = texts(language).status
  const overview = [
    { term: say.desk, text: facts.isDeskRunning ? say.running : say.notRunning },
    { term: say.feeds, text: feedsText(facts.feeds, language) },
    { term: say.subscriptions, text: subscriptionsText(facts, language) },
    { term: say.outbox, text: outboxText(facts.deliveries, language) },
    ...(facts.model ? [{ term: say.model, text: modelText(facts.model, language) }] : []),
  ]
  return {
    language,
    blocks: [
      { kind: 'title', text: say.title(facts.database) },
      { kind: 'rows', rows: overview },
      ...section(
        say.failingFeeds,
        facts.feeds.flatMap((feed) => failingRow(feed, language)),
      ),
      ...section(
        say.pausedChats,
        facts.pausedChats.map((each) => pausedRow(each, language)),
      ),
      ...section(
        say.doubts,
        facts.unknown.map((delivery) => doubtRow(delivery, language)),
      ),
      ...section(
        say.stuck,
        facts.stuck.map((delivery) => deliveryRow(delivery, language)),
      ),
      ...section(
        say.editions,
        facts.subscriptions.map((each) => subscriptionRow(each, language)),
      ),
      ...moreLine(facts, language),
    ],
  }
}

function section(title: string, rows: readonly Row[]): readonly Block[] {
  return rows.length === 0
    ? []
    : [
        { kind: 'headline', text: title },
        { kind: 'rows', rows },
      ]
}

function feedsText(feeds: readonly Feed[], language: string): string {
  const say = texts(language).status
  if (feeds.length === 0) return say.noFeeds
  const read = feeds.flatMap(({ polledAt }) => polledAt ?? [])
  const going = feeds.flatMap(({ nextPollAt, pausedAt }) => (pausedAt === undefined ? nextPollAt : []))
  return [
    String(feeds.length),
    read.length === 0 ? say.neverRead : say.lastRead(dateAndTime(Math.max(...read), language)),
    ...(going.length === 0 ? [] : [say.nextRead(dateAndTime(Math.min(...going), language))]),
    ...(going.length === feeds.length ? [] : [say.pausedCount(feeds.length - going.length)]),
  ].join(' · ')
}

function subscriptionsText(
  { subscriptionCount, pausedCount, nextEditionAt }: StatusFacts,
  language: string,
): string {
  const say = texts(language).status
  if (subscriptionCount === 0) return say.noSubscriptions
  return [
    String(subscriptionCount),
    pausedCount > 0 && say.pausedCount(pausedCount),
    nextEditionAt !== undefined && say.nextEdition(dateAndTime(nextEditionAt, language)),
  ]
    .filter(Boolean)
    .join(' · ')
}

function outboxText(counts: StatusFacts['deliveries'], language: string): string {
  const say = texts(language).status
  const parts = [
    [counts.pending + counts.claimed, say.waiting],
    [counts.sending, say.sending],
    [counts.delivered, say.delivered],
    [counts.refused, say.notSent],
    [counts.expired, say.tooOld],
    [counts.unknown, say.unknown],
  ] as const
  const shown = parts.filter(([count]) => count > 0).map(([count, text]) => text(count))
  return shown.length === 0 ? say.outboxEmpty : shown.join(' · ')
}

function modelText({ name, day, month }: NonNullable<StatusFacts['model']>, language: string): string {
  const spent = texts(language).status.spent(spentText(day, language), spentText(month, language))
  return `${name} · ${spent}`
}

function failingRow(feed: Feed, language: string): readonly Row[] {
  const { id, url, title, problem } = feed
  if (problem === undefined) return []
  const say = texts(language).status
  const paused = feed.pausedAt === undefined ? '' : ` ${say.feedPaused(dateAndTime(feed.pausedAt, language))}`
  return [{ term: id, text: title ?? url, note: `${problem}${paused} ${say.tryFeed(id)}` }]
}

function pausedRow({ pause, subscriptionId }: PausedChatStatus, language: string): Row {
  const say = texts(language)
  const { chat, since, reason } = pause
  const why = `${say.status.since(localDateAndTime(since, language, UTC))}. ${reasonSentence(reason, language, UTC)}`
  const mend = subscriptionId && say.whenMended(say.how.cli.resume(subscriptionId))
  return { term: chatAddress(chat), text: why, ...(mend && { note: mend }) }
}

function doubtRow(delivery: Delivery, language: string): Row {
  const todo = whatToDo(delivery, language)
  return { ...deliveryRow(delivery, language), ...(todo !== undefined && { note: todo }) }
}

function subscriptionRow({ subscription, chatPause, last }: SubscriptionStatus, language: string): Row {
  const say = texts(language)
  const { id, chat, schedule, nextEditionAt, pausedAt } = subscription
  const when = (at: number) => localDateAndTime(at, language, schedule.zone)
  const next =
    pausedAt !== undefined ? say.rowPaused : chatPause ? say.rowChatPaused : say.rowNext(when(nextEditionAt))
  const before = last
    ? say.status.last(when(last.edition.slot), editionSentence(last, { language, zone: schedule.zone }))
    : say.status.none
  return { term: id, text: `${chatAddress(chat)} · ${next}`, note: before }
}

function moreLine({ subscriptionCount, subscriptions }: StatusFacts, language: string): readonly Block[] {
  const more = subscriptionCount - subscriptions.length
  return more > 0 ? [{ kind: 'quiet', text: texts(language).status.more(more) }] : []
}
