import type { Edition, Message } from '../domain.ts'
import { longDate } from './dates.ts'
import { briefBlocks } from './from-brief.ts'
import { numberSources } from './marks.ts'
import { texts } from './texts.ts'

/** The whole edition; marks count on from brief to brief. */
export function messageFromEdition(edition: Edition, language: string): Message {
  const say = texts(language)
  const briefs = numberSources(edition.entries.map(({ brief }) => brief)).flatMap((marked) =>
    briefBlocks(marked, language),
  )
  return {
    language,
    blocks: [
      { kind: 'title', text: say.editionTitle(longDate(edition.composedAt, language)) },
      ...(briefs.length > 0 ? briefs : [{ kind: 'text' as const, text: say.nothingNew }]),
    ],
  }
}
