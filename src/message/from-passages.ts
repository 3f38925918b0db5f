import type { Article, Block, Citation, Message, Source } from '../domain.ts'
import { foreign } from './language-note.ts'
import { unlinked } from './unlinked.ts'

export interface Passages {
  readonly mark: number
  readonly source: Source
  /** The text the citations point into. */
  readonly revision: Pick<Article, 'text' | 'sentences'>
  readonly citations: readonly Citation[]
}

type Passage = Extract<Block, { kind: 'passage' }>

/** The cited sentences of one mark, each in its paragraph, under the name of their article. */
export function messageFromPassages(
  { mark, source, revision, citations }: Passages,
  language: string,
): Message {
  return {
    language,
    blocks: [
      { kind: 'headline', text: unlinked(source.title), ...foreign(source.language, language) },
      { kind: 'sources', sources: [{ mark, source }] },
      ...passagesIn(revision, citations).map((passage) => ({
        ...passage,
        ...foreign(source.language, language),
      })),
    ],
  }
}

/** The cited sentences of one text, each in its paragraph; without the text, as they were quoted. */
export function passagesIn(
  revision: Passages['revision'] | undefined,
  citations: readonly Citation[],
): readonly Passage[] {
  if (!revision) return citations.map(byItself)
  const inText = Map.groupBy(citations, (citation) => paragraphOf(revision, citation))
  return [...inText].flatMap(([paragraph, cited]) =>
    paragraph === undefined ? cited.map(byItself) : [paragraphPassage(revision, paragraph, cited)],
  )
}

/** The paragraph a citation stands in; undefined when the text has changed and no longer says this there. */
function paragraphOf(
  { text, sentences }: Passages['revision'],
  { sentence, start, end, quote }: Citation,
): number | undefined {
  if (text.slice(start, end) !== quote) return undefined
  return sentences.find(({ ordinal }) => ordinal === sentence)?.paragraph
}

function paragraphPassage(
  { text, sentences }: Passages['revision'],
  paragraph: number,
  cited: readonly Citation[],
): Passage {
  const own = sentences.filter((sentence) => sentence.paragraph === paragraph)
  const start = Math.min(...[...own, ...cited].map((span) => span.start))
  const end = Math.max(...[...own, ...cited].map((span) => span.end))
  return {
    kind: 'passage',
    text: unlinked(text.slice(start, end)),
    cited: cited.map((citation) => [citation.start - start, citation.end - start] as const),
  }
}

/** A sentence whose paragraph is not known is shown as it was quoted. */
function byItself({ quote }: Citation): Passage {
  return { kind: 'passage', text: unlinked(quote), cited: [[0, quote.length]] }
}
