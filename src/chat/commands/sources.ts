import type { Message, Shown } from '../../domain.ts'
import { messageFromPassages } from '../../message/from-passages.ts'
import { messageFromText } from '../../message/from-text.ts'
import { type Cited, citationsOfMark } from '../../message/marks.ts'
import { texts } from '../../message/texts.ts'
import type { Store } from '../../ports.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'

export const sourcesCommand: ChatCommand = {
  name: 'sources',
  usage: '/sources 2',
  group: 'news',
  run: sources,
}

/** The cited sentences of one mark of what was shown last, each in its paragraph. */
async function sources({ store }: ChatParts, { conversation, text, language }: Said): Promise<Message> {
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
