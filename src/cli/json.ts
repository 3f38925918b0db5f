// The JSON documents of the command line, as the README describes them. Absent values are left out.

import { isoTime } from '../clock.ts'
import type { Answer, Brief, NewBrief, Point, Source, Story } from '../domain.ts'

export function briefJson(brief: NewBrief | Brief) {
  return {
    ...('id' in brief && { id: brief.id }),
    headline: brief.headline,
    points: brief.points.map((point) => pointJson(point, brief.sources)),
    ...(brief.difference && { difference: brief.difference }),
    engine: brief.engine,
    ...(brief.model !== undefined && { model: brief.model }),
    ...(brief.promptVersion !== undefined && { promptVersion: brief.promptVersion }),
    language: brief.language,
    findings: brief.findings,
    ...(brief.storyId !== undefined && { storyId: brief.storyId }),
  }
}

export function answerJson(answer: Answer) {
  return {
    id: answer.id,
    question: answer.question,
    kind: answer.kind,
    ...(answer.reason !== undefined && { reason: answer.reason }),
    points: answer.points.map((point) => pointJson(point, answer.sources)),
    nearest: answer.nearest.map(sourceJson),
    score: rounded(answer.score),
    engine: answer.engine,
    ...(answer.model !== undefined && { model: answer.model }),
    conversation: answer.conversationId,
  }
}

export function storyJson(story: Story, sources: readonly Source[]) {
  return {
    id: story.id,
    headline: story.headline,
    articleIds: story.articleIds,
    externalIds: sources.flatMap((source) => source.externalId ?? []),
    sources: [...new Set(sources.map((source) => source.name))],
    latestAt: isoTime(story.latestAt),
  }
}

export function sourceJson(source: Source) {
  return {
    articleId: source.articleId,
    ...(source.externalId !== undefined && { externalId: source.externalId }),
    title: source.title,
    ...(source.url !== undefined && { url: source.url }),
  }
}

function pointJson(point: Point, sources: readonly Source[]) {
  return {
    text: point.text,
    ...(point.isWritten && { isWritten: point.isWritten }),
    ...(point.language !== undefined && { language: point.language }),
    citations: point.citations.map((citation) => {
      const source = sources.find((other) => other.articleId === citation.articleId)
      return {
        articleId: citation.articleId,
        ...(source?.externalId !== undefined && { externalId: source.externalId }),
        sentence: citation.sentence,
        quote: citation.quote,
        ...(source?.url !== undefined && { url: source.url }),
      }
    }),
  }
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
