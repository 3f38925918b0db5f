// Sentences in one column: per sentence the gap since the end of the one before and its length, in base 36, and a bar
// where a paragraph begins. "0+1k 1+2f|2+30" is two sentences and, two characters later, a new paragraph.

import type { Sentence } from '../src/domain.ts'

export function packSentences(sentences: readonly Sentence[]): string {
  let packed = ''
  let end = 0
  let paragraph = 1
  for (const sentence of sentences) {
    packed += sentence.paragraph === paragraph ? packed && ' ' : '|'.repeat(sentence.paragraph - paragraph)
    packed += `${(sentence.start - end).toString(36)}+${(sentence.end - sentence.start).toString(36)}`
    end = sentence.end
    paragraph = sentence.paragraph
  }
  return packed
}

export function unpackSentences(packed: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let end = 0
  for (const [index, paragraph] of packed.split('|').entries()) {
    for (const pair of paragraph.split(' ')) {
      const plus = pair.indexOf('+')
      if (plus < 0) continue
      const start = end + Number.parseInt(pair.slice(0, plus), 36)
      end = start + Number.parseInt(pair.slice(plus + 1), 36)
      sentences.push({ ordinal: sentences.length + 1, paragraph: index + 1, start, end })
    }
  }
  return sentences
}
