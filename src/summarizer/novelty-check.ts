// Mode `compress`: at most one word of meaning may be the writer's own. It is what stands between a reader and an invented fact
// without a figure or a name in it, where no judge is good enough to be asked (grounding 0.4 and 8).

import { findNames } from '../text/names.ts'
import { contentStems, stem } from '../text/tokens.ts'
import { type CheckedText, type CheckScope, type Noticed, stemsOf } from './checked-text.ts'

const MAX_OWN_WORDS = 1

/** Words that report, connect or count and add nothing: "said", "according", "some", "after". Stems are compared. */
const FREE: Readonly<Record<string, string>> = {
  en: 'say said says saying state stated tell told add added report reported reports according announce announced note noted about around approximately roughly nearly almost some more less than least while although whereas meanwhile also including include includes amid following follow per cent percent year-old aged people person plan plans planned',
  de: 'sagen sagte sagt teilte mitteilte mitgeteilt berichtete berichtet berichten angaben zufolge laut erklärte erklärt rund etwa ungefähr knapp gut mehr weniger mindestens darunter sowie zudem dabei prozent jährige jähriger jährigen insgesamt menschen personen',
  es: 'decir dijo dice afirmó afirma según informó informa anunció anuncia señaló explicó añadió cerca aproximadamente alrededor unos casi más menos además mientras incluidos incluye ciento años personas',
  fr: 'dire dit déclaré déclare selon indiqué indique annoncé annonce affirmé affirme précisé ajouté estime environ quelque près plus moins également tandis dont notamment pourcent ans personnes',
  ru: 'сказал сказала сказали говорит говорят сообщил сообщила сообщили сообщает заявил заявила заявили словам данным считает отметил около примерно почти более менее также этом человек людей процент процента процентов летний летняя',
}

const freeStems = new Map<string, ReadonlySet<string>>()

function freeIn(language: string): ReadonlySet<string> {
  const code = language.slice(0, 2)
  const known = freeStems.get(code)
  if (known) return known
  const stems = new Set((FREE[code] ?? '').split(/\s+/).map((word) => stem(word, code)))
  freeStems.set(code, stems)
  return stems
}

export function checkNovelty(point: CheckedText, { cited }: CheckScope): readonly Noticed[] {
  const own = ownWords(point, cited)
  if (own.length <= MAX_OWN_WORDS) return []
  const note = `These words are in no cited sentence: ${own.join(', ')}.`
  return [{ kind: 'novelty', level: 'fail', text: point.text, note }]
}

/** Stems that no cited sentence has. Names and figures have checks of their own. */
export function ownWords(point: CheckedText, cited: readonly CheckedText[]): readonly string[] {
  const isGiven = givenBy(stemsOf(cited), point.language)
  const free = freeIn(point.language)
  const named = new Set(
    findNames(point.text, point.language).flatMap(({ text }) => contentStems(text, point.language)),
  )
  const counted = new Set(point.numbers().flatMap(({ number }) => contentStems(number.text, point.language)))
  const dated = new Set(point.dates().flatMap(({ text }) => contentStems(text, point.language)))
  return [...point.stemSet].filter(
    (one) =>
      !isGiven(one) &&
      !free.has(one) &&
      !named.has(one) &&
      !counted.has(one) &&
      !dated.has(one) &&
      !/\d/.test(one),
  )
}

/** Only English has a stemmer; elsewhere a word is given by another form of it: "дома", "домах". */
function givenBy(given: ReadonlySet<string>, language: string): (stem: string) => boolean {
  if (language.startsWith('en')) return (one) => given.has(one)
  return (one) => given.has(one) || (one.length >= SHORTEST_ROOT && hasForm(one, given))
}

const SHORTEST_ROOT = 4

function hasForm(one: string, given: ReadonlySet<string>): boolean {
  const root = one.slice(0, Math.max(SHORTEST_ROOT - 1, one.length - 2))
  for (const other of given)
    if (other.startsWith(root) && Math.abs(other.length - one.length) <= 2) return true
  return false
}
