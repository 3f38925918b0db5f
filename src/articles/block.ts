/** A paragraph, a heading, a list item or a line of a page, before it is known what belongs to the story. */
export interface Block {
  readonly text: string
  readonly words: number
  /** Sentences, as opposed to a heading, a link or a label. */
  readonly isProse: boolean
}

export function block(text: string): Block {
  const words = countWords(text)
  return { text, words, isProse: isProse(text, words) }
}

/** Thai, Lao, Burmese, Khmer, kana and Han. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]/g

/** Words between spaces; where a script has no spaces, two characters count as one. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0
  if (unspaced === 0) return countSpaced(text)
  return Math.round(unspaced / 2) + countSpaced(text.replace(UNSPACED, ' '))
}

function countSpaced(text: string): number {
  let count = 0
  let wasWord = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const isSpace = code === 32 || (code >= 9 && code <= 13) || code === 0xa0
    if (!isSpace && !wasWord) count++
    wasWord = !isSpace
  }
  return count
}

const ENDS_AS_SENTENCE = /[.!?…。！？]["'”’»«“)\]›」』]*$/
const LIST_ITEM = /^(?:[-•–—*▪◦·‣]|\d{1,2}[.)])\s+\S/

export function endsAsSentence(text: string): boolean {
  return ENDS_AS_SENTENCE.test(text)
}

export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text)
}

/** Long enough to be nothing else, or at least four words that end as a sentence does. */
function isProse(text: string, words: number): boolean {
  if (words >= 30) return true
  if (words >= 4 && ENDS_AS_SENTENCE.test(text)) return true
  return words >= 6 && /[:;,–—]["'”»]?$/.test(text)
}
