import type { DateMention } from './date-mention.ts'
import { datePatterns } from './date-patterns.ts'
import { normalise } from './normalise.ts'

/** Every date in the text, in order; earlier, fuller patterns claim their words first. Offsets are those of the text. */
export function findDates(text: string, language: string): readonly DateMention[] {
  const normalised = normalise(text)
  const found: DateMention[] = []
  for (const { pattern, read } of datePatterns(language)) {
    for (const match of normalised.text.matchAll(pattern)) {
      const [start, end] = [normalised.at(match.index), normalised.at(match.index + match[0].length)]
      if (found.some((other) => start < other.end && other.start < end)) continue
      const fields = read(match)
      if (fields) found.push({ ...fields, text: text.slice(start, end), start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
