// Names of a point against the sentences it cites (grounding 3.7 and 8).

import type { Finding } from '../domain.ts'
import { isCommonStem } from '../text/frequencies.ts'
import { CALENDAR, HONORIFICS } from '../text/name-words.ts'
import { findNames, type NameMention, type NameSupport, nameSupport } from '../text/names.ts'
import { fold } from '../text/normalise.ts'
import { placeKey } from '../text/places.ts'
import { isStopWord, stem } from '../text/tokens.ts'
import { type CheckedText, type CheckScope, type Noticed, saidElsewhere, speaksOf } from './checked-text.ts'

export function checkNames(point: CheckedText, scope: CheckScope): readonly Noticed[] {
  const cited = scope.cited.map(({ text }) => text).join('\n')
  const mentions = findNames(point.text, point.language).flatMap((mention) =>
    apartFromNouns(mention, point.language),
  )
  const lone = loneNames(point.text, point.language, mentions)
  return [...mentions, ...lone].flatMap((mention): readonly Noticed[] => {
    const name = withoutCommonParts(mention)
    if (!name || isFigure(name, point)) return []
    const support = supportOf(name, cited, scope)
    if (support === 'found') return []
    const elsewhere = scope.others.find(
      (text) => speaksOf(point, name, text) && supportOf(name, text.text, scope) === 'found',
    )
    const finding = (level: Finding['level'], note: string): Noticed => ({
      kind: 'name',
      level,
      text: name.text,
      note,
    })
    if (elsewhere) return [saidElsewhere('name', name.text, elsewhere, 'names')]
    if (typeof support === 'object') {
      const { spelling } = support
      return [{ ...finding('spelling', `The source writes "${spelling}".`), spelling }]
    }
    if (isDoubtful(name, point)) return [finding('soft', 'The cited sentences do not have this word.')]
    return [finding('fail', 'The cited sentences do not name it.')]
  })
}

/** "Fourteen" has a capital only because it comes first. */
function isFigure({ start, end }: NameMention, point: CheckedText): boolean {
  return point.numbers().some(({ number }) => number.start <= start && end <= number.end)
}

/** What is a code is checked as a figure; of "Sims-focused" only "Sims" is a name. */
function withoutCommonParts(name: NameMention): NameMention | undefined {
  const tokens = name.tokens
    .filter((token) => !/\d/.test(token))
    .flatMap((token) => (/-\p{Ll}/u.test(token) ? token.split('-').filter(isNamePart) : [token]))
  return tokens.length > 0 ? { ...name, tokens } : undefined
}

function isNamePart(part: string): boolean {
  return /^\p{Lu}./u.test(part)
}

function supportOf(name: NameMention, evidence: string, scope: CheckScope): NameSupport {
  const support = nameSupport(name, evidence, scope)
  if (support === 'found' || !name.tokens.some(isAcronym)) return support
  const other = name.tokens.map((token) => (isAcronym(token) ? otherNumber(token) : token))
  return nameSupport({ ...name, tokens: other }, evidence, scope) === 'found' ? 'found' : support
}

function isAcronym(token: string): boolean {
  return /^(?:\p{Lu}\p{Ll}?){2,}s?$/u.test(token)
}

/** "PhDs" of "PhD", and the other way round. */
function otherNumber(token: string): string {
  return token.endsWith('s') ? token.slice(0, -1) : `${token}s`
}

/**
 * "Venus de Slovaquie", "Angaben von Sprecher Eric Lindqvist": what opens a sentence has a capital anyway, and so has every
 * German noun. Neither is part of the name behind it.
 */
function apartFromNouns(mention: NameMention, language: string): readonly NameMention[] {
  const { text, start, tokens, isSentenceStart } = mention
  const [head = ''] = tokens
  if (placeKey(fold(text)) !== undefined) return [mention]
  const isNoun = language.startsWith('de') && tokens.length > 1 && isGermanWord(head)
  const found = isSentenceStart || isNoun ? OPENING.exec(text) : null
  const isApart = isNoun || (found?.[0].split(' ').length ?? 0) > 2
  if (!found || !isApart || found[0].length === text.length) return [mention]
  const rest = {
    ...mention,
    text: text.slice(found[0].length),
    tokens: tokens.slice(1),
    start: start + found[0].length,
    isSentenceStart: false,
  }
  const first = { ...mention, text: head, tokens: [head], end: start + head.length }
  return [...(isNoun ? [] : [first]), ...apartFromNouns(rest, language)]
}

/** The first word of a run, with the particles behind it. */
const OPENING = /^\p{Lu}[\p{L}'’-]*\.? (?:(?:de la|de|du|des|del|von|van|der|of|the) )*/u

/**
 * German writes every noun with a capital, so that a name of one word is taken for a noun. Here a word is a name unless the
 * table of common words has it, or a noun that it ends with.
 */
function loneNames(text: string, language: string, known: readonly NameMention[]): readonly NameMention[] {
  if (!language.startsWith('de')) return []
  return [...text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}-])/gu)].flatMap((match) => {
    const [word] = match
    const [start, end] = [match.index, match.index + word.length]
    if (known.some((name) => name.start < end && start < name.end)) return []
    if (HONORIFICS.has(fold(word)) || CALENDAR.has(fold(word)) || isGermanWord(word)) return []
    return [{ text: word, tokens: [word], start, end, isSentenceStart: start === 0 }]
  })
}

const SHORTEST_NOUN = 4

function isGermanWord(word: string): boolean {
  if (isStopWord(word, 'de') || BARE_NOUNS.has(fold(word)) || GERMAN_ENDING.test(word)) return true
  const ends = Array.from(
    { length: Math.max(0, word.length - 2 * SHORTEST_NOUN + 2) },
    (_, at) => at + SHORTEST_NOUN - 1,
  )
  return [0, ...ends].some((at) =>
    germanForms(word.slice(at)).some((form) => isCommonStem(stem(form, 'de'), 'de')),
  )
}

/** The table has words as they were found; another form of one is as common. */
function germanForms(word: string): readonly string[] {
  const bare = word.replace(/(?:en|er|em|es|e|n|s)$/, '')
  return bare.length < SHORTEST_NOUN ? [word] : [word, bare, `${bare}e`, `${bare}en`]
}

/** Nouns that stand behind a preposition without an article. */
const BARE_NOUNS: ReadonlySet<string> = new Set(
  'kraft betrieb haft angaben abschuss tote toten verletzte opfer anspruch folge fuss hause bord druck sicht kauf verzug zwang notfalls mangels protest beginn'.split(
    ' ',
  ),
)

/** Nouns made of verbs and adjectives: "Schätzungen", "Erkrankte", "Sauberkeit". */
const GERMAN_ENDING =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|ismus|ierung|nis|nisse)$/

const REPORTS =
  /^\s(?:said|says|told|added|adds|announced|reported|reports|wrote|claimed|claims|warned|confirmed|denied|insisted|argued|asked|replied|tweeted|explained|admitted|sagte|sagt|erklärte|teilte|a (?:déclaré|dit|affirmé|annoncé)|dijo|afirmó|anunció|сказала?|сообщила?|заявила?)(?!\p{L})|^,\s\d{1,3},/u

/** One word that opens a sentence has a capital anyway, unless it is a country's, or speaks, has an age, or acts as only names do. */
function isDoubtful({ isSentenceStart, tokens, text, start, end }: NameMention, point: CheckedText): boolean {
  if (point.language.startsWith('de') && tokens.length === 1 && isDetermined(point.text.slice(0, start)))
    return placeKey(fold(text)) === undefined && !/\p{Lu}/u.test(text.slice(1))
  if (!isSentenceStart || tokens.length > 1 || /\p{Lu}/u.test(text.slice(1))) return false
  if (placeKey(fold(text)) !== undefined) return false
  const rest = point.text.slice(end)
  if (REPORTS.test(rest) || actsAsName(rest, point.language)) return false
  return !isUncommon(text, rest, point.language)
}

/** Behind an article or an adjective a German word is a noun more often than a name. */
function isDetermined(before: string): boolean {
  return /(?<!\p{L})(?:der|die|das|dem|den|des|ein|im|am|zum|zur|vom|beim|ins|ans|(?!aus )\p{Ll}{2,}(?:e|en|em|er|es)) $/u.test(
    before,
  )
}

/** Spanish and French put an article before every noun that does something. */
const ACTS: Readonly<Record<string, RegExp>> = {
  es: /^ (?:ha|han|va|van|es|será|fue|fueron|tiene|puede|podría|quiere|dice|\p{Ll}{2,}(?:ó|ará|erá|irá|arán|erán|irán|aron|ieron))(?!\p{L})/u,
  fr: /^ (?:a|ont|va|vont|est|sera|seront|était|peut|pourrait|veut|dit|\p{Ll}{2,}(?:era|ira|eront|iront|ait|aient|elle|ise|ifie))(?!\p{L})/u,
}

function actsAsName(rest: string, language: string): boolean {
  return ACTS[language.slice(0, 2)]?.test(rest) ?? false
}

/** Neither a word of everyday news nor a form that nouns and verbs have, and it does something. */
function isUncommon(word: string, rest: string, language: string): boolean {
  if (isCommonStem(stem(word, language), language) !== false) return false
  if (language.startsWith('de')) return !isGermanWord(word)
  return !/(?:s|ing|ed|ly|er|ion|ment|ity)$/.test(word) && ENGLISH_VERB.test(rest)
}

const ENGLISH_VERB =
  /^ (?:has|had|is|was|will|would|can|could|may|might|should|did|does|\p{Ll}{3,}(?:ed|s)|fell|rose|won|lost|made|took|held|went|came|got|gave|beat|sold|bought|left|met|kept)(?!\p{L})/u
