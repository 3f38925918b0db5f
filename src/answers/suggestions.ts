// The forms of suggested questions: who said something, and how many there were. Each fits few sentences, and those well.

import type { Article } from '../domain.ts'
import { texts } from '../message/texts.ts'
import { findNames } from '../text/names.ts'

export interface Suggestion {
  readonly question: string
  /** Whom it is about. */
  readonly name?: string
  readonly articleId: string
  /** Counts from 1 in its article. */
  readonly sentence: number
}

/** Speaking, where a name stands before or behind it. */
const SAID =
  'said|says|told \\p{L}+|added|warned|explained|sagte|sagt|erklärte|warnte|a (?:déclaré|dit|affirmé|expliqué)|dijo|afirmó|explicó|сказала?|заявила?|сообщила?'
const SAID_AFTER = new RegExp(`^(?:,[^,.;]{1,60},)?\\s+(?:${SAID})(?!\\p{L})`, 'u')
const SAID_BEFORE = new RegExp(`(?<!\\p{L})(?:${SAID})\\s+(?:\\p{Ll}+ ){0,2}$`, 'u')
const NAME = /^\p{Lu}[\p{Ll}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+){1,3}$/u
/** "Twelve people were injured when …": a number and a noun or two, and what was done to them. English only. */
const COUNTED =
  /^(?:About |Some |Around |At least |More than |Nearly |Almost )?(?:\d[\d,.]*|[A-Z][a-z]+(?:-[a-z]+)?) (?<noun>(?:[a-z]{3,} )?[a-z]{3,}s|people|men|women|children) (?<verb>were|are|have been) (?<done>(?:still )?(?:[a-z]+ed|hurt|killed|without [a-z]+))(?= |,|\.)/u
const NUMBER =
  /^(?:\D*\d|(?:.* )?(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty)\b)/

/** In the order of the article; `language` is the reader's. */
export function suggestionsFrom(article: Article, language: string): readonly Suggestion[] {
  return article.sentences.flatMap(({ start, end }, at) => {
    const place = { articleId: article.id, sentence: at + 1 }
    const text = article.text.slice(start, end)
    const speaker = speakerIn(text, article.language, language)
    const counted = language === 'en' && article.language === 'en' ? countedIn(text) : undefined
    return [
      ...(counted === undefined ? [] : [{ ...place, question: counted }]),
      ...(speaker === undefined
        ? []
        : [{ ...place, question: texts(language).whatDidSay(speaker), name: speaker }]),
    ]
  })
}

/** Who speaks in the sentence, by a whole name. A title before it is of the article's language. */
function speakerIn(sentence: string, language: string, reader: string): string | undefined {
  return findNames(sentence, language).find(
    ({ text, tokens, start, end }) =>
      NAME.test(text) &&
      (language === reader || tokens.length === 2) &&
      (SAID_AFTER.test(sentence.slice(end)) || SAID_BEFORE.test(sentence.slice(0, start))),
  )?.text
}

function countedIn(sentence: string): string | undefined {
  if (!NUMBER.test(sentence)) return undefined
  const { noun, verb, done } = COUNTED.exec(sentence)?.groups ?? {}
  return noun === undefined ? undefined : `How many ${noun} ${verb} ${done}?`
}
