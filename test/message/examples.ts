import type { Answer, Brief, Citation, Source } from '../../src/domain.ts'

export function aSource(articleId: string, more: Partial<Source> = {}): Source {
  return {
    articleId,
    name: `Source of ${articleId}`,
    title: `Title of ${articleId}`,
    language: 'en',
    kind: 'full',
    ...more,
  }
}

export function aCitation(articleId: string, sentence = 1): Citation {
  return {
    articleId,
    revision: 1,
    sentence,
    start: sentence * 10,
    end: sentence * 10 + 5,
    quote: `q${sentence}`,
  }
}

/** One point for each list of article ids, citing the sentence of its ordinal in each of them. */
export function aBrief(id: string, cited: readonly (readonly string[])[], more: Partial<Brief> = {}): Brief {
  const points = cited.map((articles, at) => ({
    text: `Point ${at + 1}`,
    citations: articles.map((article) => aCitation(article, at + 1)),
  }))
  return {
    id,
    headline: `Headline of ${id}`,
    points,
    sources: [...new Set(cited.flat())].map((article) => aSource(article)),
    language: 'en',
    engine: 'extractive',
    findings: [],
    inputs: [],
    writtenAt: 0,
    ...more,
  }
}

export function anAnswer(more: Partial<Answer> = {}): Answer {
  return {
    id: 'q1',
    conversationId: 'c1',
    answeredAt: 0,
    question: 'Why?',
    kind: 'answered',
    points: [{ text: 'Because.', citations: [aCitation('a1')] }],
    sources: [aSource('a1')],
    nearest: [],
    score: 1,
    language: 'en',
    engine: 'extractive',
    ...more,
  }
}

export function aRefusal(more: Partial<Answer> = {}): Answer {
  return anAnswer({ kind: 'refused', reason: 'not-stored', points: [], sources: [], ...more })
}
