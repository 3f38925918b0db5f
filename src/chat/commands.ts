// What a reader can say besides a question: one table for every platform.

import { DAY_MS } from '../clock.ts'
import type { Conversation, Message, Shown } from '../domain.ts'
import { composeEdition, type EditionParts } from '../editions/compose-edition.ts'
import { parseTopics } from '../editions/topics.ts'
import { messageFromEdition } from '../message/from-edition.ts'
import { messageFromHelp } from '../message/from-help.ts'
import { messageFromPassages } from '../message/from-passages.ts'
import { messageFromStories } from '../message/from-stories.ts'
import { messageFromText } from '../message/from-text.ts'
import { type Cited, citationsOfMark } from '../message/marks.ts'
import { texts } from '../message/texts.ts'
import type { Store } from '../ports.ts'
import { DEFAULT_LENGTH } from '../summarizer/engine.ts'
import { sourceOf } from '../summarizer/source-of.ts'

const EDITION_PERIOD_MS = DAY_MS
const MOST_BRIEFS = 6
const MOST_STORIES = 20

export interface ChatCommand {
  readonly name: string
  /** How it is written, for the help: `/sources 2`. */
  readonly usage: string
  run(parts: EditionParts, said: Said): Promise<Message>
}

/** What came with the command, and where. */
export interface Said {
  readonly conversation: Conversation
  /** The words behind the command. */
  readonly text: string
  readonly language: string
}

export const commands: readonly ChatCommand[] = [
  { name: 'brief', usage: '/brief [topic]', run: brief },
  { name: 'sources', usage: '/sources 2', run: sources },
  { name: 'stories', usage: '/stories', run: stories },
  { name: 'help', usage: '/help', run: async (_parts, { language }) => messageFromHelp(commands, language) },
]

/** The edition of the last day, of one topic if one is named. */
async function brief(parts: EditionParts, { conversation, text, language }: Said): Promise<Message> {
  const now = parts.clock.now()
  const edition = await composeEdition(parts, {
    since: now - EDITION_PERIOD_MS,
    limit: MOST_BRIEFS,
    length: DEFAULT_LENGTH,
    topics: parseTopics(text),
  })
  const ids = edition.entries.map(({ brief }) => brief.id)
  if (ids.length > 0) await parts.store.setShown(conversation.id, { kind: 'briefs', ids }, undefined)
  return messageFromEdition(edition, language)
}

/** The cited sentences of one mark of what was shown last, each in its paragraph. */
async function sources({ store }: EditionParts, { conversation, text, language }: Said): Promise<Message> {
  const cited = await shownLast(store, conversation.shown)
  const mark = Number(text)
  if (cited.length === 0) return messageFromText(texts(language).nothingShown, language)
  const citations = Number.isInteger(mark) ? citationsOfMark(cited, mark) : []
  const [first] = citations
  if (!first) return messageFromText(texts(language).noSuchMark(text), language)
  const source = cited.flatMap((one) => one.sources).find((one) => one.articleId === first.articleId)
  const revision = await store.revision(first.articleId, first.revision)
  if (!source || !revision) return messageFromText(texts(language).noSuchMark(text), language)
  return messageFromPassages({ mark, source, revision, citations }, language)
}

async function shownLast(store: Store, shown: Shown | undefined): Promise<readonly Cited[]> {
  if (!shown) return []
  const cited =
    shown.kind === 'answer'
      ? [await store.answer(shown.id)]
      : await Promise.all(shown.ids.map((id) => store.brief(id)))
  return cited.filter((one) => one !== undefined)
}

async function stories({ store, clock }: EditionParts, { language }: Said): Promise<Message> {
  const latest = await store.stories(clock.now() - EDITION_PERIOD_MS, MOST_STORIES)
  const withSources = await Promise.all(
    latest.map(async (story) => ({ story, sources: (await store.articles(story.articleIds)).map(sourceOf) })),
  )
  return messageFromStories(withSources, language)
}
