// An engine that takes its time: it reads, has a point checked, and is done so much later, or when nobody wants it any more.

import type { AnswerQuestion } from '../../../src/answers/answer.ts'
import type { NewAnswer, Point, Source } from '../../../src/domain.ts'
import { SECOND_MS } from './desk.ts'

const source: Source = { articleId: 'a1', name: 'Courier', title: 'Flood', language: 'en', kind: 'full' }
const point = (text: string): Point => ({
  text,
  citations: [{ articleId: 'a1', revision: 1, sentence: 1, start: 0, end: 10, quote: text }],
})
export const POINTS = ['Twelve people were injured.', 'A road is closed.'].map(point)
export const ANSWER: NewAnswer = {
  question: 'What happened?',
  kind: 'answered',
  points: POINTS,
  sources: [source],
  nearest: [],
  score: 2,
  language: 'en',
  engine: 'extractive',
}

export const slowly =
  (totalMs: number): AnswerQuestion =>
  async ({ clock }, { making }) => {
    making?.report({ kind: 'reading', articles: 12 })
    await clock.sleep(10 * SECOND_MS, making?.signal)
    making?.report({ kind: 'checked', points: POINTS.slice(0, 1), sources: [source] })
    await clock.sleep(totalMs - 10 * SECOND_MS, making?.signal)
    making?.signal.throwIfAborted()
    return { answer: ANSWER, focus: undefined }
  }
