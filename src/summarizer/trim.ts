// What may be left out of a sentence when it becomes a point (grounding 4.2): the dateline, a credit in brackets, a
// connective that leads in, the tag of an agency at the end. Only whole edges go, so what remains is one piece of the
// text. Attribution, hedges, negation and anything within quotation marks stay.

import { countWords } from '../articles/block.ts'
import type { Article, Sentence } from '../domain.ts'

/** Offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Less than this is not left as a point, and the sentence stays whole. */
const MIN_WORDS_LEFT = 4

/** What is left of a sentence of an article, as offsets into the article's text. */
export function trimmedIn(
  { text, sentences }: Pick<Article, 'text' | 'sentences'>,
  sentence: Sentence,
): Span {
  const opensParagraph = sentences[sentence.ordinal - 2]?.paragraph !== sentence.paragraph
  const { start, end } = trimSentence(text.slice(sentence.start, sentence.end), { opensParagraph })
  return { start: sentence.start + start, end: sentence.start + end }
}

/** `opensParagraph`: only there a dateline can stand. Offsets into the sentence. */
export function trimSentence(
  sentence: string,
  { opensParagraph }: { readonly opensParagraph: boolean },
): Span {
  const end = trailingCut(sentence)
  const start = leadingCut(sentence.slice(0, end), opensParagraph)
  return countWords(sentence.slice(start, end)) >= MIN_WORDS_LEFT
    ? { start, end }
    : { start: 0, end: sentence.length }
}

function leadingCut(text: string, opensParagraph: boolean): number {
  let start = 0
  for (const length of [creditLength, opensParagraph ? datelineLength : undefined, connectiveLength]) {
    if (length) start += length(text.slice(start))
  }
  return start
}

const AGENCIES =
  'reuters|thomson reuters|ap|associated press|afp|dpa|dpa-afx|bloomberg|bloomberg news|upi|cnn|bbc|pa|pa media|ansa|efe|tass|interfax|xinhua|kyodo|kyodo news|yonhap|pti|ians|ani|aap|belga|anp|apa|sda|keystone-sda|ats|epd|kna|sid|ots|awp|tt|ntb|ritzau|stt|lusa|agência brasil|europa press|ukrinform|pap|ctk|čtk'
const MONTHS =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)'
const DAY = `(?:${MONTHS}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{1,2}\\.?\\s+(?:de\\s+)?${MONTHS}\\.?(?:\\s+(?:de\\s+)?\\d{4})?|\\d{1,2}[./]\\d{1,2}\\.?(?:[./]?\\d{2,4})?)`
const DASH = '(?:-{1,3}|[–—])'

/** (Jan 7): · (3. März) – */
const DATE_IN_BRACKETS = new RegExp(`^[([]\\s*${DAY}\\s*[)\\]]\\s*(?::|${DASH})\\s*`, 'iu')
/** (CNN) -- · (Reuters) · ( cnn ) */
const AGENCY_IN_BRACKETS = new RegExp(`^[([]\\s*(?:${AGENCIES})\\s*[)\\]]\\s*(?::|${DASH})?\\s*`, 'iu')
const PLACE_WORD = "\\p{Lu}[\\p{L}'’.-]*"
const PLACE = `${PLACE_WORD}(?:[\\s/]+(?:${PLACE_WORD}|de|del|am|an der|upon|of|la|le)){0,4}(?:,\\s*${PLACE_WORD}(?:\\s${PLACE_WORD})?){0,2}`
/** BERLIN (dpa) - · Port Ellery, March 3 (Meridian Press) – */
const PLACE_AND_AGENCY = new RegExp(
  `^(?<place>${PLACE})(?<day>,?\\s*(?:(?i:${DAY})))?\\s*\\((?<agency>[^()]{2,40})\\)\\s*\\.?(?<mark>:|${DASH})\\s*`,
  'u',
)
const KNOWN_AGENCY = new RegExp(`^(?:${AGENCIES})(?!\\p{L})`, 'iu')
const CAPITALS = "\\p{Lu}[\\p{Lu}'’.-]{2,}(?:\\s\\p{Lu}[\\p{Lu}'’.-]+){0,3}"
/** WASHINGTON — · ST. LOUIS, Mo. -- · PARIS, March 3 – */
const PLACE_IN_CAPITALS = new RegExp(
  `^${CAPITALS}(?:,\\s*${PLACE_WORD}){0,2}(?:,?\\s*(?:(?i:${DAY})))?\\s+(?:[–—]|--?)\\s+`,
  'u',
)

function datelineLength(text: string): number {
  const plain = DATE_IN_BRACKETS.exec(text) ?? AGENCY_IN_BRACKETS.exec(text)
  if (plain) return plain[0].length
  const agency = PLACE_AND_AGENCY.exec(text)
  if (agency?.groups && beginsAnew(text, agency[0].length) && isDateline(agency.groups))
    return agency[0].length
  const place = PLACE_IN_CAPITALS.exec(text)?.[0].length ?? 0
  // Two dashes enclose an aside: "NATO — Europe's shield — met".
  const isAside = /\s(?:[–—]|--?)\s/.test(text.slice(place))
  return place > 0 && beginsAnew(text, place) && !isAside ? place : 0
}

/** "Ines Calloway (Labour): …" says who speaks, and that is never left out. */
function isDateline({ place = '', day, agency = '', mark }: Readonly<Record<string, string | undefined>>) {
  if (isAcronymOf(agency, place)) return false
  if (KNOWN_AGENCY.test(agency)) return true
  return mark !== ':' && (day !== undefined || place === place.toUpperCase())
}

/** "European Union (EU)" explains a name, "BERLIN (dpa)" does not. */
function isAcronymOf(inBrackets: string, name: string): boolean {
  const initials = name.split(/[\s-]+/).map((word) => word[0] ?? '')
  const capitals = initials.filter((letter) => /\p{Lu}/u.test(letter)).join('')
  return initials.length > 1 && capitals.toLowerCase() === inBrackets.toLowerCase().replace(/[^\p{L}]/gu, '')
}

const CONNECTIVES = [
  'meanwhile|however|moreover|furthermore|additionally|in addition|also|besides|separately|more importantly|most importantly|nevertheless|nonetheless|even so|likewise|similarly|for instance|for example',
  'en outre|par ailleurs|cependant|toutefois|de plus',
  'además|sin embargo|por otra parte|por otro lado|asimismo|mientras tanto',
  'inoltre|tuttavia|além disso|no entanto|entretanto|porém',
].join('|')
const CONNECTIVE = new RegExp(`^(?:${CONNECTIVES}),\\s+`, 'iu')

/** Only before a capital or a figure: what remains must begin as a sentence does. */
function connectiveLength(text: string): number {
  const length = CONNECTIVE.exec(text)?.[0].length ?? 0
  return length > 0 && beginsAnew(text, length) ? length : 0
}

function beginsAnew(text: string, at: number): boolean {
  return /^["'“„«‘¿¡]?[\p{Lu}\p{Lo}\p{N}$€£]/u.test(text.slice(at, at + 3))
}

const CREDIT_WORDS =
  'photo|photos|photograph|picture|pictured|image|images|illustration|credit|file photo|video|foto|fotos|bild|archivbild|archivfoto|symbolbild|grafik|quelle|source|crédit|imagen|immagine|getty|reporting by|additional reporting|editing by|writing by|compiled by'
const CREDIT_AT_START = new RegExp(`^[([]\\s*(?:${CREDIT_WORDS})\\b[^()[\\]]{0,120}[)\\]]\\s*`, 'iu')
const CREDIT_AT_END = new RegExp(
  `(?<=[.!?…]["”’»]?)\\s*[([]\\s*(?:${CREDIT_WORDS})\\b[^()[\\]]{0,120}[)\\]]\\.?$`,
  'iu',
)
const AGENCY_LIST = `(?:${AGENCIES})(?:\\s*[/,&+]\\s*(?:${AGENCIES}|[a-z]{2,4})){0,3}`
/** … said. (Reuters) · … said. — AFP · … sagte er. dpa/lby */
const TAG_AT_END = new RegExp(
  `(?<=[.!?…]["”’»]?)\\s*(?:[([]\\s*${AGENCY_LIST}\\s*[)\\]]|(?:${DASH}|[/|])\\s*${AGENCY_LIST}|(?:[a-z]{2,4}/)?${AGENCY_LIST})\\.?$`,
  'iu',
)

function creditLength(text: string): number {
  return CREDIT_AT_START.exec(text)?.[0].length ?? 0
}

function trailingCut(text: string): number {
  let end = text.length
  for (const pattern of [TAG_AT_END, CREDIT_AT_END, TAG_AT_END]) {
    end = pattern.exec(text.slice(0, end))?.index ?? end
  }
  return end
}
