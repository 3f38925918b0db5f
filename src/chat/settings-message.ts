// A subscription with its settings as buttons, and the choice of values of one of them.

import type { Message, Ref, Subscription } from '../domain.ts'
import { previewEdition } from '../editions/preview-edition.ts'
import { inRows, type Offer, withButtons } from '../message/buttons.ts'
import { messageFromSubscription } from '../message/from-subscription.ts'
import { type Texts, texts } from '../message/texts.ts'
import type { ChatParts } from './chat-command.ts'
import { shownSubscription } from './shown-subscription.ts'
import { type SubscriptionField, usualFields } from './subscription-fields.ts'

/** What opens the question whether to remove it, where a field stands else. */
export const REMOVAL = 'remove'
/** No field: the whole menu. */
const MENU = ''
const PER_ROW = 2
const MOST_CATEGORIES = 8

type Parts = Pick<ChatParts, 'store' | 'clock'>

/** One message per subscription, with what was just done to it. */
export async function settingsMessage(
  parts: Parts,
  subscription: Subscription,
  language: string,
  done?: keyof Texts['subscription'],
): Promise<Message> {
  const { store } = parts
  const shown = shownSubscription(subscription, await store.pausedChats(), language)
  const isNew = await isBeingSetUp(parts, subscription)
  const message = messageFromSubscription(shown, { face: 'chat', language, isNew, ...(done && { done }) })
  if (done === 'removed') return message
  const isHalted = subscription.pausedAt !== undefined || shown.chatPause !== undefined
  return withButtons(parts, message, menuOffers(subscription, { isHalted, isNew }, language))
}

/** It was made by a setup and never subscribed to. */
async function isBeingSetUp({ store }: Parts, { id, pausedAt }: Subscription): Promise<boolean> {
  return pausedAt !== undefined && (await store.editions({ subscriptionId: id, limit: 1 })).length === 0
}

function menuOffers(
  { id }: Subscription,
  { isHalted, isNew }: { readonly isHalted: boolean; readonly isNew: boolean },
  language: string,
): readonly (readonly Offer[])[] {
  const { buttons, settings } = texts(language)
  const fields = usualFields.map(({ name }) => setOffer(id, settings.field[name] ?? name, name))
  const state = isHalted ? 'resume' : 'pause'
  const goOn: Offer = isNew
    ? { label: buttons.subscribe, ref: { kind: 'subscribe', subscriptionId: id } }
    : { label: buttons[state], ref: { kind: state, subscriptionId: id } }
  const preview: Offer = { label: buttons.preview, ref: { kind: 'preview', subscriptionId: id } }
  return [...inRows(fields, PER_ROW), [preview, goOn], [setOffer(id, buttons.remove, REMOVAL)]]
}

/** What the next edition would be; of one that is being set up, with the button that begins it. */
export async function previewMessage(
  parts: ChatParts,
  subscription: Subscription,
  language: string,
): Promise<Message> {
  const { message } = await previewEdition(parts, subscription)
  if (!(await isBeingSetUp(parts, subscription))) return message
  const { id } = subscription
  const { buttons } = texts(language)
  return withButtons(parts, message, [
    [
      { label: buttons.subscribe, ref: { kind: 'subscribe', subscriptionId: id } },
      setOffer(id, buttons.back, MENU),
    ],
  ])
}

/** The values that most people want, and how to write another. */
export async function choiceMessage(
  parts: Parts,
  { subscription, field }: { readonly subscription: Subscription; readonly field: SubscriptionField },
  language: string,
): Promise<Message> {
  const { buttons, settings } = texts(language)
  const { id } = subscription
  const word = (value: string) => settings.value[value] ?? value
  const message: Message = {
    language,
    blocks: [
      {
        kind: 'headline',
        text: settings.choose(
          settings.field[field.name] ?? field.name,
          word(field.show(subscription, language)),
        ),
      },
      { kind: 'quiet', text: settings.orWrite(id, field.name) },
    ],
  }
  const values = [...field.suggested, ...(field.name === 'topics' ? await categories(parts) : [])]
  const choices = values.map((value) => setOffer(id, word(value), field.name, value))
  return withButtons(parts, message, [...inRows(choices, PER_ROW), [setOffer(id, buttons.back, MENU)]])
}

export function removalMessage(parts: Parts, { id }: Subscription, language: string): Promise<Message> {
  const { buttons, settings } = texts(language)
  const message: Message = { language, blocks: [{ kind: 'text', text: settings.removeQuestion(id) }] }
  const remove: Offer = { label: buttons.reallyRemove, ref: { kind: 'remove', subscriptionId: id } }
  return withButtons(parts, message, [[remove, setOffer(id, buttons.back, MENU)]])
}

function setOffer(subscriptionId: string, label: string, field: string, value?: string): Offer {
  const ref: Ref = { kind: 'set', subscriptionId, field, ...(value !== undefined && { value }) }
  return { label, ref }
}

/** What the feeds say they are about. */
async function categories({ store }: Parts): Promise<readonly string[]> {
  const feeds = await store.feeds()
  const named = new Set(feeds.flatMap(({ category }) => category ?? []))
  return [...named].slice(0, MOST_CATEGORIES).map((category) => `category:${category}`)
}
