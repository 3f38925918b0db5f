// The sources a question asks of: "according to the Harbour Post", "what did the Post say", "a Post article". Only names
// under which articles are stored are sources; any other name stays a name that the evidence must hold.

import { fold } from '../text/normalise.ts'

export interface NamedSource {
  /** As stored, for `Store.matchArticles`. */
  readonly name: string
  /** In the question, `[start, end)`, with the words that make it a source. */
  readonly start: number
  readonly end: number
  /** "According to X": only what X wrote is asked for. "What did X say" may as well be about X. */
  readonly isCertain: boolean
}

const CERTAIN_BEFORE =
  /(?:\b(?:according to|as per|reported by|reports? (?:by|from|in)|articles? (?:by|from|in)|told|published (?:by|in)|covered by|laut|d'après|selon|seg[úu]n)|по данным)\s+(?:an?\s+|the\s+|both\s+)?["'‘“]?$/iu
const CERTAIN_AFTER =
  /^["'’”]?(?:['’]s?)?\s+(?:\w+\s+)?(?:articles?|report(?:s|ed|ing)?|stor(?:y|ies)|coverage|piece|suggests?|claims?|writes?|wrote|berichte[tn]?)\b/iu
const POSSIBLE_BEFORE =
  /(?:\b(?:did|does|has|have|hat|by|in|from|von|by both|and|or|a dit|dice)|,)\s+(?:the\s+|die\s+|der\s+|das\s+|le\s+|la\s+|el\s+)?["'‘“]?$/iu
const POSSIBLE_AFTER = /^["'’”]?\s+(?:say|says|said|write|report|announce|sagt|schreib)/iu

/** Names of sections and countries after a dash or bar are not part of what people call a paper. */
const SECTION = /\s+[-–|:]\s.*$/u

/** Spelt as no common word or name is: two words or more, an inner capital or dot, all capitals. */
const UNMISTAKABLE = /\S\s+\S|\p{Ll}\p{Lu}|\.\p{L}|^\p{Lu}{2,}$/u

export function findNamedSources(question: string, sourceNames: readonly string[]): readonly NamedSource[] {
  const found: NamedSource[] = []
  for (const name of sourceNames) {
    for (const spelling of spellingsOf(name)) {
      const source = sourceAt(question, name, spelling)
      if (source) {
        found.push(source)
        break
      }
    }
  }
  return found.filter((one) => !found.some((other) => other !== one && isWithin(one, other)))
}

/** What people call a source, longest first: "BBC News - World" is the BBC News and the BBC. */
function spellingsOf(name: string): readonly string[] {
  const short = name.replace(SECTION, '')
  const bare = short.replace(/^the\s+/i, '')
  const acronym = /^\p{Lu}{2,}(?=\s)/u.exec(bare)?.[0]
  const spellings = [name, short, ...(UNMISTAKABLE.test(bare) ? [bare] : []), ...(acronym ? [acronym] : [])]
  return [...new Set(spellings)].filter((spelling) => fold(spelling).length > 1)
}

/** "Sky" is not asked for where "Sky Sports" is. */
function isWithin(one: NamedSource, other: NamedSource): boolean {
  return one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start
}

function sourceAt(question: string, name: string, spelling: string): NamedSource | undefined {
  if (!question.toLowerCase().includes(spelling.toLowerCase())) return undefined
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(spelling)}(?![\\p{L}\\p{N}])`, 'giu')
  let possible: NamedSource | undefined
  for (const match of question.matchAll(pattern)) {
    // A paper called Fortune is not meant by "fortune".
    if (!/^[\p{Lu}\p{N}]/u.test(match[0].replace(/^the\s+/i, '')) && /\p{Lu}/u.test(spelling)) continue
    const start = match.index
    const end = start + match[0].length
    const before = question.slice(0, start)
    const after = question.slice(end)
    if (standsAsSource(question, start, end)) return { name, start, end, isCertain: true }
    if (UNMISTAKABLE.test(spelling) || POSSIBLE_BEFORE.test(before) || POSSIBLE_AFTER.test(after)) {
      possible ??= { name, start, end, isCertain: false }
    }
  }
  return possible
}

/** "According to X", "an X report": whatever stands there is a source, stored or not. */
export function standsAsSource(question: string, start: number, end: number): boolean {
  return CERTAIN_BEFORE.test(question.slice(0, start)) || CERTAIN_AFTER.test(question.slice(end))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
