import type { Article, Citation, Message, Source } from '../domain.ts'

export interface Passages {
  readonly mark: number
  readonly source: Source
  /** The text the citations point into. */
  readonly revision: Pick<Article, 'text' | 'sentences'>
  readonly citations: readonly Citation[]
}

/** The cited sentences of one mark, each in its paragraph. */
export function messageFromPassages(
  { mark, source, revision, citations }: Passages,
  language: string,
): Message {
  const byParagraph = Map.groupBy(citations, (citation) => paragraphOf(revision, citation))
  return {
    language,
    blocks: [
      { kind: 'headline', text: source.title, language: source.language },
      ...[...byParagraph].map(([paragraph, cited]) => passage(revision, paragraph, cited, source.language)),
      { kind: 'sources', sources: [{ mark, source }] },
    ],
  }
}

function paragraphOf({ sentences }: Passages['revision'], citation: Citation): number {
  return sentences.find((sentence) => sentence.ordinal === citation.sentence)?.paragraph ?? 0
}

function passage(
  revision: Passages['revision'],
  paragraph: number,
  cited: readonly Citation[],
  language: string,
) {
  const own = revision.sentences.filter((sentence) => sentence.paragraph === paragraph)
  const start = Math.min(...own.map((sentence) => sentence.start), ...cited.map((citation) => citation.start))
  const end = Math.max(...own.map((sentence) => sentence.end), ...cited.map((citation) => citation.end))
  return {
    kind: 'passage' as const,
    text: revision.text.slice(start, end),
    cited: cited.map((citation) => [citation.start - start, citation.end - start] as const),
    language,
  }
}
