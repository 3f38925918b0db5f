import type { Block, Edition, EditionEntry, Message, Reason } from '../domain.ts'
import { longDate, sinceWhen, timeOfDay } from './dates.ts'
import { briefBlocks } from './from-brief.ts'
import type { SlotTime } from './from-notice.ts'
import { type Marked, numberSources } from './marks.ts'
import { texts } from './texts.ts'
import { writtenNote } from './written.ts'

/** How an edition of a schedule is headed. */
export interface EditionFrame {
  readonly slot: SlotTime
  readonly isLate: boolean
  /** So many editions before it did not come; merged, this one tells what they would have. */
  readonly missed: number
  readonly isMerged: boolean
  readonly isSilent: boolean
  /** It is only looked at: being empty, it would not be sent. */
  readonly isWithheld?: boolean
}

/** The whole edition; marks count on from brief to brief. Without a frame it is one of this moment. */
export function messageFromEdition(edition: Edition, language: string, frame?: EditionFrame): Message {
  const marked = numberSources(edition.entries.map(({ brief }) => brief))
  const zone = frame?.slot.zone
  const entries = edition.entries.flatMap(({ update }, at) =>
    marked[at] ? entryBlocks(marked[at], update, { language, zone, now: edition.composedAt }) : [],
  )
  return {
    language,
    blocks: [
      titleOf(edition, language, frame?.slot),
      ...(frame ? notes(frame, language) : []),
      ...(entries.length > 0 ? entries : [emptyBlock(edition.reason, language)]),
      ...writtenNote(
        edition.entries.map(({ brief }) => brief),
        language,
      ),
    ],
    ...(frame?.isSilent && { isSilent: true }),
  }
}

function titleOf({ composedAt }: Edition, language: string, slot: SlotTime | undefined): Block {
  const say = texts(language)
  if (!slot) return { kind: 'title', text: say.editionTitle(longDate(composedAt, language)) }
  const { at, zone } = slot
  const words = timeOfDay(at, language, zone)
  const text = say.editionTitle(longDate(at, language, zone), words)
  return { kind: 'title', text, moments: [{ words, at, isTimeOfDay: true }] }
}

/** A headline, that it goes on from an earlier post if it does, points, sources. */
function entryBlocks(
  marked: Marked<EditionEntry['brief']>,
  update: EditionEntry['update'],
  {
    language,
    zone,
    now,
  }: { readonly language: string; readonly zone: string | undefined; readonly now: number },
): readonly Block[] {
  const [headline, ...rest] = briefBlocks(marked, language)
  if (!update || !headline) return briefBlocks(marked, language)
  const text = texts(language).update(sinceWhen(update.at, { now, language, zone }))
  return [headline, { kind: 'update', text, earlier: update }, ...rest]
}

function notes(
  { slot, isLate, missed, isMerged, isWithheld }: EditionFrame,
  language: string,
): readonly Block[] {
  const say = texts(language)
  const text = [
    isWithheld && say.notSent,
    isLate && say.late(timeOfDay(slot.at, language, slot.zone)),
    missed > 0 && (isMerged ? say.merged(missed) : say.dropped(missed)),
  ]
    .filter((note) => typeof note === 'string')
    .join(' ')
  return text === '' ? [] : [{ kind: 'quiet', text }]
}

function emptyBlock(reason: Reason | undefined, language: string): Block {
  const say = texts(language)
  if (reason?.kind === 'no-stories') return { kind: 'text', text: say.noNewStories }
  if (reason?.kind === 'off-topic') return { kind: 'text', text: say.noneFits(reason.stories) }
  if (reason?.kind === 'all-told') return { kind: 'text', text: say.allTold(reason.stories) }
  return { kind: 'text', text: say.nothingNew }
}
