// The topics of a subscription as its owner writes them, in one line of text or several:
//
//     harbour bridge, "container port"     alternatives: both words, or the words in this order
//     -ferry -"sports results"             no story that says it
//     source:"Northern Ledger"             only stories with an article of that source, or of another one named so
//     category:business                    likewise of that category
//
// Kinds of conditions must all hold. Empty is everything.

import { userError } from '../message/user-error.ts'
import { fold } from '../text/normalise.ts'
import { tokenize } from '../text/tokens.ts'

export interface Topics {
  /** Alternatives; none for everything. */
  readonly wanted: readonly Topic[]
  /** Phrases that no article of the story says. */
  readonly unwanted: readonly string[]
  /** Folded names, any of which will do. */
  readonly sources: readonly string[]
  readonly categories: readonly string[]
}

/** Single words and quoted phrases, all of which one article says. */
export type Topic = readonly string[]

/** One topic or condition: an optional minus or key, then a word or something in quotation marks. */
const PART = /(?<minus>[-−–](?=\S))?(?:(?<key>\p{L}+):)?(?:"(?<quoted>[^"]*)"|(?<word>[^\s",]+))/gu
const QUOTES = /[„“”«»]/g

/** Throws UserError with one sentence: what is wrong, and what would be right. */
export function parseTopics(text: string): Topics {
  const plain = text.replace(QUOTES, '"').trim()
  if ((plain.split('"').length - 1) % 2 === 1) {
    throw userError((wrong) => wrong.openQuote(plain))
  }
  const found = {
    wanted: [] as Topic[],
    unwanted: [] as string[],
    source: [] as string[],
    category: [] as string[],
  }
  for (const line of topicsIn(plain)) {
    const words: string[] = []
    for (const { groups = {} } of line.matchAll(PART)) read(groups, words, found)
    if (words.length > 0) found.wanted.push(words)
  }
  return { wanted: found.wanted, unwanted: found.unwanted, sources: found.source, categories: found.category }
}

/** What it is about, as its owner would name it. */
export function topicNames(text: string): readonly string[] {
  const { wanted, categories } = parseTopics(text)
  return [...wanted.map((words) => words.join(' ')), ...categories]
}

/** Commas and line breaks part topics, except within quotation marks. */
function topicsIn(text: string): readonly string[] {
  return text.match(/(?:"[^"]*"|[^",\n])+/g) ?? []
}

type Groups = NonNullable<RegExpExecArray['groups']>

function read(
  groups: Groups,
  words: string[],
  found: { readonly unwanted: string[]; readonly source: string[]; readonly category: string[] },
): void {
  const { minus } = groups
  const { key, value } = keyAndValue(groups)
  if (key === undefined) {
    requireWord(value)
    const list = minus ? found.unwanted : words
    list.push(value)
  } else if (minus) {
    throw userError((wrong) => wrong.minusKey(`-${key}:${value}`))
  } else if (key === 'source' || key === 'category') {
    requireWord(value, key)
    found[key].push(fold(value))
  } else {
    throw userError((wrong) => wrong.unknownKey(key))
  }
}

/** A key with nothing behind its colon looks like a word that ends in one. */
function keyAndValue({ key, quoted, word = '' }: Groups): { readonly key?: string; readonly value: string } {
  const alone = /^(\p{L}+):$/u.exec(word)?.[1]
  const named = (key ?? alone)?.toLowerCase()
  const value = alone !== undefined ? '' : (quoted ?? word).trim()
  return { value, ...(named !== undefined && { key: named }) }
}

function requireWord(value: string, key?: string): void {
  if (tokenize(value, 'und').length > 0) return
  throw userError((wrong) => (key === undefined ? wrong.noWord(value || '""') : wrong.emptyKey(key)))
}
