// What no point may hold whatever its sentences say: markup, addresses, mentions, characters that hide or turn text; and
// wording that shows a model out of step: half a sentence, the same words again, a pronoun with nobody before it.

import { countWords } from '../articles/block.ts'
import { findAddresses } from '../text/addresses.ts'
import type { Noticed } from './checked-text.ts'
import { isAiDirected, isAnaphoric } from './sentence-traits.ts'

/** Twice what the prompt asks for. */
const MAX_WORDS = 56

export function checkForm(text: string, language: string): readonly Noticed[] {
  return [...checkMarkup(text), ...checkWording(text, language)]
}

const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
/** Tags and what stands for them, emphasis, headings, code, links in brackets, tokens of chat formats. */
const MARKUP =
  /<[/!?]?[a-z|@#:]|<\||\|>|&(?:#\d+|#x[\da-f]+|lt|gt|amp|quot);|\*\*|__|~~|\|\||`|^\s*(?:#{1,6}|[-*>•])\s|!?\[[^\]]*\]\(|\[\/?(?:INST|SYS)|\{\{|\}\}|\\[nu"]/iu
const MENTION = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]|(?<![\p{L}\p{N}&])#\p{L}/u
const EMOJI = /\p{Extended_Pictographic}/u

function checkMarkup(text: string): readonly Noticed[] {
  const found = [
    HIDDEN.test(text) && 'It holds characters that cannot be seen.',
    MARKUP.test(text) && 'It holds markup.',
    findAddresses(text).length > 0 && 'It holds an address.',
    MENTION.test(text) && 'It holds a mention or a tag.',
    EMOJI.test(text) && 'It holds a picture sign.',
    isAiDirected(text) && 'It speaks to a program.',
  ]
  return found
    .filter((note) => note !== false)
    .map((note) => ({ kind: 'markup', level: 'fail', text, note }) as const)
}

function checkWording(text: string, language: string): readonly Noticed[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const finding = (level: Noticed['level'], note: string): Noticed => ({ kind: 'form', level, text, note })
  if (words.length === 0) return [finding('fail', 'It has no words.')]
  return [
    ...(countWords(text) > MAX_WORDS ? [finding('fail', 'It is too long for one point.')] : []),
    ...(repeats(words) ? [finding('fail', 'It says the same words again.')] : []),
    ...(isCutOff(text) ? [finding('fail', 'It is not a whole sentence.')] : []),
    ...(opensNowhere(text, language)
      ? [finding('soft', 'It begins with a word for something not named.')]
      : []),
  ]
}

/** A speaker's "they" is his own business. */
function opensNowhere(text: string, language: string): boolean {
  return !/^["“„«‘]/.test(text) && isAnaphoric(text, language)
}

const RUN = 4

function repeats(words: readonly string[]): boolean {
  const runs = new Set<string>()
  for (let at = 0; at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN).join(' ')
    if (runs.has(run)) return true
    runs.add(run)
  }
  return false
}

/** Stopped by a limit: in the middle of a word, behind a comma, an article or a preposition. */
function isCutOff(text: string): boolean {
  return /[,;:(–—-]$|(?:\.\.\.|…)$/.test(text.trimEnd())
}
