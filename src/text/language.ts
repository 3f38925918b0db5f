// Which language a text is written in, whatever its page says. The detector is loaded when it is first needed: it takes
// 80 MB, and a text whose small words are those of the language it is said to be in does without.

import { calendarNames } from './month-names.ts'
import { fold, norm } from './normalise.ts'
import { STOP_WORDS } from './stop-words.ts'

/** This much of a text is enough, and the detector's time grows with it. */
const SAMPLE_CHARS = 600
/** Fewer letters than this are a name or a heading, in any language. */
const MIN_LETTERS = 20
const MIN_LETTERS_CJK = 6

/** Of 423 news pages that say their language, 406 are told by these, and the detector says the same of all of them. */
const MIN_WORDS = 20
const MIN_SHARE = 0.2
const MIN_LEAD = 1.5
/** Languages that small words tell, and the letters of those near to them whose small words are not known here. */
const TOLD_BY_SMALL_WORDS: Readonly<Record<string, RegExp>> = {
  en: /(?!)/,
  de: /(?!)/,
  es: /(?!)/,
  fr: /(?!)/,
  it: /(?!)/,
  pt: /(?!)/,
  pl: /[čšžěřůáíéýťď]/i,
  ru: /[јљњћђџіїєґў]/i,
  uk: /[ўыэъ]/i,
}

/** Scripts that one language of the news writes in; the detector needs no asking there. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\u3041-\u30ff]/g],
  ['ko', /[\uac00-\ud7a3]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['th', /[\u0e01-\u0e5b]/g],
  ['he', /[\u05d0-\u05ea]/g],
  ['el', /[\u0370-\u03ff]/g],
]

/** The ISO 639-1 code of a language as people write it: `en-GB`, `en_US`, `ger`, `Deutsch`; undefined when it is none. */
export function languageCode(written: string): string | undefined {
  const tag = written.trim().replaceAll('_', '-')
  const [, subtag] = /^([a-z]{2,3})(?:-|$)/i.exec(tag) ?? []
  return (subtag && codeOf(subtag)) ?? namedLanguages().get(tag.toLowerCase())
}

/** Every article names its language, and most the same few; two or three letters make no long list. */
const codes = new Map<string, string | undefined>()

function codeOf(subtag: string): string | undefined {
  if (!codes.has(subtag)) {
    const language = languageOf(subtag)
    codes.set(subtag, language?.length === 2 && nameOf(language) ? language : undefined)
  }
  return codes.get(subtag)
}

/** Three letters become two where there are two. */
function languageOf(subtag: string): string | undefined {
  try {
    return new Intl.Locale(subtag).language
  } catch {
    return undefined
  }
}

const namesIn = (language: string) =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
let inEnglish: Intl.DisplayNames | undefined
let byName: ReadonlyMap<string, string> | undefined

function nameOf(code: string): string | undefined {
  inEnglish ??= namesIn('en')
  return inEnglish.of(code)
}

/** The languages whose calendar we know, by their English name and their own. */
function namedLanguages(): ReadonlyMap<string, string> {
  byName ??= new Map(
    Object.keys(calendarNames).flatMap((code) =>
      [nameOf(code), namesIn(code).of(code)].map((name) => [(name ?? code).toLowerCase(), code] as const),
    ),
  )
  return byName
}

/**
 * ISO 639-1 code, or undefined when the text is too short or could be several languages. `said` is what the text is said to be
 * written in, and is believed only when the text agrees.
 */
export async function detectLanguage(text: string, said = ''): Promise<string | undefined> {
  const sample = norm(text.slice(0, 4 * SAMPLE_CHARS))
    .replace(/https?:\S+|\S+@\S+|[\d\s]+/g, ' ')
    .trim()
    .slice(0, SAMPLE_CHARS)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const byScript = languageOfScript(sample, letters)
  if (byScript || letters < MIN_LETTERS) return byScript
  if (hasSmallWordsOf(said, sample)) return said
  const { eld } = await import('eld/extrasmall')
  const result = eld.detect(sample)
  return result.language !== '' && result.isReliable() ? result.language : undefined
}

/** A good share of the words are small ones of the language, and many more than are small ones of any other. */
function hasSmallWordsOf(language: string, sample: string): boolean {
  const words =
    fold(sample)
      .replaceAll("'", '')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  const list = STOP_WORDS[language]
  if (!list || words.length < MIN_WORDS || (TOLD_BY_SMALL_WORDS[language]?.test(sample) ?? true)) return false
  const shareOf = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length / words.length
  const share = shareOf(list)
  return (
    share >= MIN_SHARE &&
    Object.entries(STOP_WORDS).every(
      ([other, list]) => other === language || share >= MIN_LEAD * shareOf(list),
    )
  )
}

/** Most of the letters; Japanese shows by a fifth of kana, since its nouns are Chinese characters. */
function languageOfScript(sample: string, letters: number): string | undefined {
  for (const [language, script] of SCRIPTS) {
    const count = sample.match(script)?.length ?? 0
    const share = language === 'ja' ? 0.2 : 0.5
    if (count >= MIN_LETTERS_CJK && count >= share * letters) return language
  }
  return undefined
}
