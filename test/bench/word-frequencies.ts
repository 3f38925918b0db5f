// Writes src/text/word-frequencies.json: in how many articles each common stem occurs.
//
//   node src/launch.cjs --run test/bench/word-frequencies.ts --data ../shared/bench
//
// Only single stems of letters get in, only common ones, and no names: in English a stem that is mostly capitalised
// within sentences is a name; in German, where every noun is, one that hardly ever follows an article.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { FrequencyTable } from '../../src/text/frequencies.ts'
import { contentStems, stem, tokenize } from '../../src/text/tokens.ts'

const TARGET = new URL('../../src/text/word-frequencies.json', import.meta.url)

/** `every` thins the sets that are much larger than the others, so that no one beat sets the counts. */
const ENGLISH_SETS = [
  { file: 'allsides-stream/dev/docs.jsonl.gz', every: 1 },
  { file: 'wikinews-stories/dev/docs.jsonl.gz', every: 1 },
  { file: 'neus-stories/dev/docs.jsonl.gz', every: 1 },
  { file: 'neus-stories/dev/train-docs.jsonl.gz', every: 4 },
  { file: 'realtimeqa/dev/docs.jsonl.gz', every: 1 },
  { file: 'ecbplus-docs/dev/docs.jsonl.gz', every: 1 },
  { file: 'frank/dev/docs.jsonl.gz', every: 1 },
]
const GERMAN_PAGES = 'trafilatura-eval/dev/html'

/** Names by their capital, but words of the calendar and of every page. */
const CALENDAR =
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december us american european english'

interface Counts {
  documents: number
  readonly inDocuments: Map<string, number>
  /** Of the occurrences that can tell: how many speak for a name, and how many for a common word. */
  readonly nameLike: Map<string, number>
  readonly wordLike: Map<string, number>
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (!values.data) throw new Error('Say where the data is: --data <folder>.')
  const table: FrequencyTable = {
    en: tableOf(countOf(englishTexts(values.data), 'en'), {
      stems: 6_000,
      minimum: 5,
      nameShare: 0.7,
      always: CALENDAR,
    }),
    de: tableOf(countOf(germanTexts(values.data), 'de'), {
      stems: 3_000,
      minimum: 3,
      nameShare: 0.8,
      always: '',
    }),
  }
  writeFileSync(TARGET, `${JSON.stringify(table, null, 2)}\n`)
}

function* englishTexts(folder: string): Iterable<string> {
  for (const { file, every } of ENGLISH_SETS) {
    const path = join(folder, file)
    if (!existsSync(path)) throw new Error(`${path} is not there.`)
    const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)
    for (const [index, line] of lines.entries()) {
      if (index % every === 0) yield (JSON.parse(line) as { text: string }).text
    }
  }
}

/** The paragraphs of pages that say they are German, by a crude look at the markup. */
function* germanTexts(folder: string): Iterable<string> {
  for (const name of readdirSync(join(folder, GERMAN_PAGES)).sort()) {
    const html = gunzipSync(readFileSync(join(folder, GERMAN_PAGES, name))).toString('utf8')
    if (!/<html[^>]*\blang=["']?de/i.test(html)) continue
    const paragraphs = [...html.matchAll(/<p[\s>][\s\S]*?<\/p>/gi)].map((match) => plain(match[0]))
    const long = [...new Set(paragraphs)].filter((text) => text.length > 80)
    if (long.length > 2) yield long.join('\n\n')
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  amp: '&',
}

function plain(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function countOf(texts: Iterable<string>, language: string): Counts {
  const counts: Counts = { documents: 0, inDocuments: new Map(), nameLike: new Map(), wordLike: new Map() }
  const seen = new Set<string>()
  for (const text of texts) {
    // The same article is in several sets.
    const key = text.replace(/\W+/g, '').slice(0, 120)
    if (seen.has(key)) continue
    seen.add(key)
    counts.documents++
    for (const word of new Set(contentStems(text, language))) add(counts.inDocuments, word)
    countCase(text, language, counts)
  }
  return counts
}

const ARTICLE =
  /\b(?:der|die|das|den|dem|des|eine?[rsnm]?|keine?[rsnm]?|zum|zur|vom|beim|ins|diese[rsnm]?|jede[rsnm]?|(?:mein|sein|ihr|unser)e?[rsnm]?)\s+$/iu

function countCase(text: string, language: string, counts: Counts): void {
  for (const { text: word, start, end } of tokenize(text, language)) {
    const before = text.slice(Math.max(0, start - 16), start)
    if (!/[\p{L}\p{N},]\s$/u.test(before)) continue
    const evidence = nameEvidence(word, before, text.slice(end, end + 2), language)
    for (const part of word.split('-')) {
      if (evidence > 0) add(counts.nameLike, stem(part, language), evidence)
      else add(counts.wordLike, stem(part, language), 1)
    }
  }
}

/** German nouns stand after articles now and then and seldom side by side; given names and family names do. */
function nameEvidence(word: string, before: string, after: string, language: string): number {
  if (!/^\p{Lu}/u.test(word)) return 0
  if (language !== 'de') return 1
  if (ARTICLE.test(before)) return 0
  return /^ \p{Lu}/u.test(after) ? 4 : 1
}

function add(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

interface Limits {
  readonly stems: number
  readonly minimum: number
  readonly nameShare: number
  readonly always: string
}

function tableOf(counts: Counts, limits: Limits): FrequencyTable[string] {
  const always = new Set(contentStems(limits.always, 'en'))
  const common = [...counts.inDocuments]
    .filter(([word, count]) => count >= limits.minimum && /^\p{L}{2,}$/u.test(word))
    .filter(([word]) => always.has(word) || !isName(word, counts, limits.nameShare))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, limits.stems)
  const groups = Map.groupBy(common, ([, count]) => rounded(count))
  return {
    documents: counts.documents,
    groups: Object.fromEntries(
      [...groups].map(([count, entries]) => [count, entries.map(([word]) => word).join(' ')]),
    ),
  }
}

function isName(word: string, counts: Counts, share: number): boolean {
  const nameLike = counts.nameLike.get(word) ?? 0
  const wordLike = counts.wordLike.get(word) ?? 0
  return nameLike + wordLike === 0 || nameLike > share * (nameLike + wordLike)
}

/** Two significant digits: closer counts mean nothing, and groups stay few. */
function rounded(count: number): number {
  return Number(count.toPrecision(count < 100 ? 1 + Math.floor(Math.log10(count)) : 2))
}

main()
