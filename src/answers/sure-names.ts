import { backgroundFrequencies } from '../text/frequencies.ts'
import { findNames, type NameMention } from '../text/names.ts'
import { fold } from '../text/normalise.ts'
import { isStopWord, stem } from '../text/tokens.ts'
import { hasQuestionWord } from './question-words.ts'

/** Without words that only open a sentence: the capitals of "Approximately", "Turnout" or "Combien" say nothing. */
export function findSureNames(text: string, language: string): readonly NameMention[] {
  const background = backgroundFrequencies(language)
  const unknown = background.count('')
  return findNames(text, language).filter(({ tokens, isSentenceStart }) => {
    if (tokens.every((token) => isStopWord(token, language))) return false
    if (!isSentenceStart || tokens.length > 1) return true
    const [token = ''] = tokens
    return background.count(stem(token, language)) <= unknown && !hasQuestionWord(fold(token), language)
  })
}
