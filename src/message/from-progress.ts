// What is shown of an answer that is being made: how far it is, and the points that were checked already.

import type { AnswerProgress, Block, Message } from '../domain.ts'
import { foreign } from './language-note.ts'
import { marksOf, numberSources } from './marks.ts'
import { texts } from './texts.ts'

/** Undefined: nobody has told yet how far it is. */
export function messageFromProgress(progress: AnswerProgress | undefined, language: string): Message {
  const say = texts(language)
  if (progress === undefined) return quiet(say.lookingUp, language)
  if (progress.kind === 'reading') return quiet(say.reading(progress.articles), language)
  return {
    language,
    blocks: [...checkedBlocks(progress, language), { kind: 'quiet', text: say.stillChecking }],
  }
}

/** What stays when nobody wants the rest. */
export function messageOfStopped(progress: AnswerProgress | undefined, language: string): Message {
  const say = texts(language)
  const blocks = progress?.kind === 'checked' ? checkedBlocks(progress, language) : []
  if (blocks.length === 0) return quiet(say.stopped, language)
  return { language, blocks: [...blocks, { kind: 'quiet', text: say.stoppedThere }] }
}

function quiet(text: string, language: string): Message {
  return { language, blocks: [{ kind: 'quiet', text }] }
}

function checkedBlocks(
  { points, sources }: Extract<AnswerProgress, { kind: 'checked' }>,
  language: string,
): readonly Block[] {
  const marked = numberSources([{ points, sources }]).flatMap((each) => each.sources)
  const blocks: readonly Block[] = points.map((point) => {
    const cited = sources.find(({ articleId }) => articleId === point.citations[0]?.articleId)
    return {
      kind: 'point',
      text: point.text,
      marks: marksOf(point, marked),
      ...foreign(cited?.language ?? language, language),
    }
  })
  return marked.length > 0 ? [...blocks, { kind: 'sources', sources: marked }] : blocks
}
