import { DAY_MS } from '../../clock.ts'
import type { Message } from '../../domain.ts'
import { composeEdition } from '../../editions/compose-edition.ts'
import { parseTopics } from '../../editions/topics.ts'
import { withButtons } from '../../message/buttons.ts'
import { messageFromEdition } from '../../message/from-edition.ts'
import { editionOffers } from '../../message/offers.ts'
import { DEFAULT_LENGTH } from '../../summarizer/engine.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'

const PERIOD_MS = DAY_MS
const MOST_BRIEFS = 6

export const briefCommand: ChatCommand = {
  name: 'brief',
  usage: '/brief [topic]',
  group: 'news',
  run: brief,
}

/** The edition of the last day, of one topic if one is named. */
async function brief(parts: ChatParts, { conversation, chat, text, language }: Said): Promise<Message> {
  const edition = await composeEdition(parts, {
    since: parts.clock.now() - PERIOD_MS,
    limit: MOST_BRIEFS,
    length: DEFAULT_LENGTH,
    topics: parseTopics(text),
  })
  const ids = edition.entries.map(({ brief }) => brief.id)
  if (ids.length > 0) await parts.store.setShown(conversation.id, { kind: 'briefs', ids }, conversation.focus)
  const briefs = edition.entries.map((entry) => entry.brief)
  return withButtons(parts, messageFromEdition(edition, language), editionOffers({ briefs, chat }, language))
}
