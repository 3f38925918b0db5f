// What readers press: why, sources, and to talk about an edition.

import type { Block, Brief, Form, FormField, Message, Ref } from '../../domain.ts'
import { inRows, type Offer, withButtons } from '../../message/buttons.ts'
import { numberSources } from '../../message/marks.ts'
import { editionOffers } from '../../message/offers.ts'
import { texts } from '../../message/texts.ts'
import type { Ack } from '../../ports.ts'
import type { ChatParts } from '../chat-command.ts'
import { conversationOf, turnTo } from '../conversation.ts'
import { briefsOf, citedIn, passagesOfMark, pointsOf } from '../shown.ts'
import { type Tapped, toWhoPressed } from './tapped.ts'

const PER_ROW = 5
const LONGEST_QUESTION = 500

type Of<Kind extends Ref['kind']> = Extract<Ref, { readonly kind: Kind }>

export async function why({ store }: ChatParts, ref: Of<'why'>, tapped: Tapped): Promise<Ack | undefined> {
  const brief = await store.brief(ref.briefId)
  return brief && toWhoPressed(tapped, await pointsOf(store, brief, tapped.language))
}

export async function sources(
  parts: ChatParts,
  { of, mark }: Of<'sources'>,
  tapped: Tapped,
): Promise<Ack | undefined> {
  const { language } = tapped
  const cited = await citedIn(parts.store, of)
  if (mark !== undefined) {
    const passages = await passagesOfMark(parts.store, cited, mark, language)
    return passages && toWhoPressed(tapped, passages)
  }
  const marked = new Map(
    numberSources(cited).flatMap((each) => each.sources.map((source) => [source.mark, source] as const)),
  )
  if (marked.size === 0) return undefined
  const say = texts(language)
  const marks = [...marked.keys()].map(
    (number): Offer => ({
      label: say.buttons.mark(number),
      ref: { kind: 'sources', of, mark: number },
    }),
  )
  const blocks: readonly Block[] = [
    { kind: 'quiet', text: say.allSources },
    { kind: 'sources', sources: [...marked.values()] },
  ]
  return toWhoPressed(tapped, await withButtons(parts, { language, blocks }, inRows(marks, PER_ROW)))
}

/** The conversation is about these briefs from now on. */
export async function ask(parts: ChatParts, ref: Of<'ask'>, tapped: Tapped): Promise<Ack | undefined> {
  const briefs = await briefsToAskAbout(parts, ref)
  if (briefs.length === 0) return undefined
  await turnTo(parts, await conversationOf(parts, tapped.event), briefs)
  return {
    kind: 'form',
    form: askingForm(await parts.store.refOf(ref, parts.clock.now()), briefs, tapped.language),
    instead: toWhoPressed(tapped, await askingMessage(parts, { ref, briefs, tapped })),
  }
}

/** What is asked, and about which brief if about one. */
function askingForm(ref: string, briefs: readonly Brief[], language: string): Form {
  const { buttons, askForm } = texts(language)
  const question: FormField = {
    kind: 'words',
    name: 'question',
    label: askForm.question,
    hint: askForm.questionHint,
    isRequired: true,
    longest: LONGEST_QUESTION,
  }
  const which: FormField = {
    kind: 'choice',
    name: 'brief',
    label: askForm.brief,
    hint: askForm.allBriefs,
    isRequired: false,
    choices: briefs.map(({ id, headline }, at) => ({ label: `${at + 1}. ${headline}`, value: id })),
  }
  return { title: buttons.ask, ref, fields: briefs.length > 1 ? [which, question] : [question] }
}

export async function briefsToAskAbout(
  { store }: ChatParts,
  { editionId, briefId }: Of<'ask'>,
): Promise<readonly Brief[]> {
  if (briefId !== undefined) return briefsOf(store, [briefId])
  return (await store.edition(editionId))?.entries.map(({ brief }) => brief) ?? []
}

async function askingMessage(
  parts: ChatParts,
  {
    ref,
    briefs,
    tapped,
  }: { readonly ref: Of<'ask'>; readonly briefs: readonly Brief[]; readonly tapped: Tapped },
): Promise<Message> {
  const { language, event } = tapped
  const say = texts(language)
  const isOne = briefs.length === 1
  const choices = briefs.map(
    ({ id }, at): Offer => ({
      label: say.buttons.askNumber(at + 1),
      ref: { kind: 'ask', editionId: ref.editionId, briefId: id },
    }),
  )
  const message: Message = {
    language,
    blocks: [
      { kind: 'quiet', text: say.youAreReading },
      { kind: 'rows', rows: briefs.map(({ headline }, at) => ({ term: `${at + 1}`, text: headline })) },
      { kind: 'text', text: isOne ? say.askAnything : say.whichOne },
    ],
  }
  const offers = isOne ? editionOffers({ briefs, chat: event.chat }, language) : inRows(choices, PER_ROW)
  return withButtons(parts, message, offers)
}
