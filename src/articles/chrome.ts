import { CHROME_PATTERNS, type ChromeKind } from './chrome-patterns.ts'
import chromeWords from './chrome-words.json' with { type: 'json' }

/** What kind of chrome the block is; undefined when it may belong to the story. */
export function chromeOf(text: string): ChromeKind | undefined {
  if (isMadeOfLabels(text)) return 'share'
  return CHROME_PATTERNS.find(({ maxChars, pattern }) => text.length <= maxChars && pattern.test(text))?.kind
}

/** Words on buttons, and words that stand between them and say nothing by themselves. */
const LABELS: ReadonlySet<string> = new Set(chromeWords.labels)
const FILLERS: ReadonlySet<string> = new Set(chromeWords.fillers)

const MAX_LABEL_CHARS = 200
const MAX_LABEL_WORDS = 24

/** A block of nothing but labels, however they are put together, is a bar of buttons. */
function isMadeOfLabels(text: string): boolean {
  if (text.length > MAX_LABEL_CHARS) return false
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)
  if (!words || words.length > MAX_LABEL_WORDS) return false
  return (
    words.some((word) => LABELS.has(word)) && words.every((word) => LABELS.has(word) || FILLERS.has(word))
  )
}
