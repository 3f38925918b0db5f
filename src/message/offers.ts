// What readers can press below editions and answers.

import type { Answer, Brief, Chat, RatingReason, Ref, Shown } from '../domain.ts'
import { inRows, type Offer } from './buttons.ts'
import type { Notice } from './from-notice.ts'
import { texts } from './texts.ts'

const PER_ROW = 5
/** A post is no wall of buttons: the briefs further down have their sources. */
const MOST_WHYS = 10

export interface OfferedEdition {
  /** Absent when it is shown once and no edition of a schedule. */
  readonly editionId?: string
  readonly briefs: readonly Brief[]
  readonly chat: Chat
  /** Whoever reads it there can have it sent to him in private. */
  readonly hasCopies?: boolean
}

/** Ask, why each of them, and all sources. Where others read, asking leads into the private chat. */
export function editionOffers(
  { editionId, briefs, chat, hasCopies = false }: OfferedEdition,
  language: string,
): readonly (readonly Offer[])[] {
  if (briefs.length === 0) return []
  const say = texts(language).buttons
  const ids = briefs.map(({ id }) => id)
  const ask: readonly Offer[] =
    editionId === undefined
      ? []
      : [
          {
            label: say.ask,
            ref: { kind: 'ask', editionId },
            ...(chat.kind !== 'private' && { isPrivate: true }),
          },
        ]
  const sources = sourcesOffer({ kind: 'briefs', ids }, language)
  const copy: readonly Offer[] =
    hasCopies && editionId !== undefined && chat.kind !== 'private'
      ? [{ label: say.copy, ref: { kind: 'copy', editionId } }]
      : []
  return [...inRows(whys(ids, language), PER_ROW), [...ask, sources, ...copy]]
}

function whys(briefIds: readonly string[], language: string): readonly Offer[] {
  const { why } = texts(language).buttons
  return briefIds.slice(0, MOST_WHYS).map((briefId, at) => ({
    label: why(briefIds.length === 1 ? undefined : at + 1),
    ref: { kind: 'why', briefId },
  }))
}

/** Where an answer that only the asker sees can be shown to everybody: below a post of that receipt, or in the chat itself. */
export interface Shareable {
  readonly below?: string
}

/** Its sources, that it is no good, and to show it to others. */
export function answerOffers(
  { id, points }: Answer,
  language: string,
  shareable?: Shareable,
): readonly (readonly Offer[])[] {
  if (points.length === 0) return []
  const of: Shown = { kind: 'answer', id }
  const say = texts(language).buttons
  const share: readonly Offer[] = shareable
    ? [
        {
          label: shareable.below === undefined ? say.shareHere : say.shareInThread,
          ref: { kind: 'share', answerId: id, ...shareable },
        },
      ]
    : []
  return [
    [...share, sourcesOffer(of, language), { label: say.noGood, ref: { kind: 'rate', of, isGood: false } }],
  ]
}

/** Questions to press instead of writing them, one in a row. */
export function questionOffers(questions: readonly string[]): readonly (readonly Offer[])[] {
  return questions.map((text) => [{ label: text, ref: { kind: 'say', text } }])
}

export function sourcesOffer(of: Shown, language: string): Offer {
  return { label: texts(language).buttons.sources, ref: { kind: 'sources', of } }
}

/** What can be wrong with it. */
export function reasonOffers(of: Shown, language: string): readonly (readonly Offer[])[] {
  const reasons: readonly RatingReason[] =
    of.kind === 'answer'
      ? ['too-long', 'off-topic', 'wrong']
      : ['too-long', 'off-topic', 'wrong', 'too-often']
  const label = texts(language).buttons.reason
  return inRows(
    reasons.map(
      (reason): Offer => ({ label: label[reason], ref: { kind: 'rate', of, isGood: false, reason } }),
    ),
    2,
  )
}

/** What mends it. */
export function noticeOffers(notice: Notice, language: string): readonly (readonly Offer[])[] {
  const say = texts(language).buttons
  switch (notice.kind) {
    case 'chat-paused':
      return [[{ label: say.tryAgain, ref: { kind: 'resume', subscriptionId: notice.subscriptionId } }]]
    case 'chat-ended':
    case 'late':
      return []
    case 'may-have-arrived': {
      const settle = (as: 'arrived' | 'again'): Ref => ({ kind: 'settle', deliveryId: notice.deliveryId, as })
      return [
        [
          { label: say.itIsThere, ref: settle('arrived') },
          { label: say.sendAgain, ref: settle('again') },
        ],
      ]
    }
  }
}
