// "And the year before?", "why?", "who is she?": a question that leans on the one before it borrows what that was about.
// A question that stands on its own borrows nothing (grounding 6.2 step 3).

import { MINUTE_MS } from '../clock.ts'
import type { Conversation, Focus } from '../domain.ts'
import type { NameMention } from '../text/names.ts'
import { fold } from '../text/normalise.ts'
import { placeKey } from '../text/places.ts'
import { contentStems } from '../text/tokens.ts'
import { ORGANISATION } from './answer-spans.ts'
import { yearPeriod } from './period.ts'
import { type Question, type ReadOptions, readQuestion, type Term } from './question.ts'
import { bare } from './question-kind.ts'

export const FOCUS_MS = 30 * MINUTE_MS

export interface Resolved {
  /** With the borrowed words among its terms. */
  readonly question: Question
  /** The same without them, where it may as well begin a new subject: "and the bridge?" */
  readonly alone?: Question
  /** It cannot be understood alone. */
  readonly isFollowUp: boolean
  /** It leans on something, and there is nothing to lean on. */
  readonly isDangling: boolean
  /** The stories and articles it most likely speaks of. */
  readonly focus?: Focus
}

const BORROWED_FACTOR = 0.5
/** A name asked about instead of another one: the other one hardly matters. */
const REPLACED_FACTOR = 0.2
const FEW_STEMS = 3

const OPENER =
  /^(?:and|but|so|or|then|what about|how about|what else|und|aber|was ist mit|wie sieht es mit|et|mais|y|e|pero|qu en est-il d|а|и|но)(?!\p{L})/u
const PRONOUN =
  /(?<!\p{L})(?:he|she|they|it|him|her|his|hers|them|their|its|this|that|these|those|there|er|ihn|ihm|seine[nrms]?|sie|dies(?:e[nrms]?)?|dort|il|elle|ils|elles|celui-ci|el|ella|ellos|ellas|eso|esto|он|она|оно|они|его|ее|их|это|этот|эта|там)(?!\p{L})/u
/** Never a firm, a law or a bridge. */
const PERSON = /\b(?:he|she|him|her|his|hers)\b/
const YEAR_BEFORE =
  /\b(?:(?:year|12 months) (?:before|earlier|prior)|(?:previous|prior|preceding) year|vorjahr(?:es)?|jahr (?:davor|zuvor)|annee (?:precedente|d'avant)|un an (?:plus tot|avant|auparavant)|ano anterior|un ano antes)\b|(?<!\p{L})(?:год(?:ом)? (?:раньше|ранее)|предыдущ\p{L}+ год\p{L}?|год до этого)(?!\p{L})|前年|上一年|一年前/u
const BARE =
  /^(?:why|when|where|who|how|how (?:much|many|come|so|long)|what|which|since when|by (?:whom|how much)|really|more|tell me more|go on|warum|wieso|wann|wo|wer|wie viel|pourquoi|quand|combien|por que|cuando|donde|почему|когда|где|кто|сколько)(?: (?:exactly|not|then|denn))?$/u

export function resolveFollowUp(
  question: Question,
  conversation: Conversation,
  options: ReadOptions,
): Resolved {
  const isFollowUp = leans(question)
  const focus = freshFocus(conversation, options.now)
  if (!focus) return { question, isFollowUp, isDangling: isFollowUp && !standsAlone(question) }
  if (!isFollowUp)
    return isShort(question) ? { question, isFollowUp, isDangling: false, focus } : alone(question)
  const before = focus.question === undefined ? undefined : readQuestion(focus.question, options)
  return {
    question: borrowing(ofYearBefore(question, focus), focus, before),
    ...(mayBeginSubject(question) && { alone: question }),
    isFollowUp,
    isDangling: PERSON.test(bare(question.text)) && personsIn(focus).length === 0,
    focus,
  }
}

/** Whom "he" or "she" can mean: who was asked about, else the first who was named in the answer. */
function personsIn({ names, askedNames = [] }: Focus): readonly string[] {
  const isPerson = (name: string) => /^\S+(?: \S+){1,2}$/.test(name) && !ORGANISATION.test(name)
  const asked = askedNames.filter(isPerson)
  const isAsked = (name: string) => askedNames.some((other) => name.includes(other))
  return asked.length > 0 ? asked : names.filter((name) => isPerson(name) && !isAsked(name)).slice(0, 1)
}

export function freshFocus(conversation: Conversation, now: number): Focus | undefined {
  const { focus } = conversation
  return focus && now - focus.at <= FOCUS_MS ? focus : undefined
}

function alone(question: Question): Resolved {
  return { question, isFollowUp: false, isDangling: false }
}

function leans(question: Question): boolean {
  const folded = bare(question.text)
  if (BARE.test(folded)) return true
  if (OPENER.test(folded)) return question.terms.length <= FEW_STEMS
  return pointsBack(folded) && question.names.length === 0 && question.terms.length <= FEW_STEMS
}

function pointsBack(folded: string): boolean {
  const withoutFrame = folded.replace(
    /\bthere (?:is|are|was|were)\b|\b(?:is|are|was|were) there\b|\bthis (?:week|month|year)\b/g,
    '',
  )
  return PRONOUN.test(withoutFrame)
}

function mayBeginSubject(question: Question): boolean {
  const folded = bare(question.text)
  if (BARE.test(folded) || YEAR_BEFORE.test(folded) || pointsBack(folded)) return false
  const isMerePlace = (term: Term) => term.isName && question.names.every(isPlace)
  return question.terms.some((term) => isSaidOfItself(question, term) && !isMerePlace(term))
}

/** What is to be found in the passage itself; a year or a day may be told by its surroundings. */
function isSaidOfItself({ text, periods }: Question, term: Term): boolean {
  const isTime = periods.some(({ start, end }) => text.slice(start, end).includes(term.text))
  return term.factor === 1 && !isTime
}

/** "And the year before?", where a year was spoken of: that year less one, by its number or in these words. */
function ofYearBefore(question: Question, { year }: Focus): Question {
  const said = YEAR_BEFORE.exec(fold(question.text))
  if (!said || year === undefined) return question
  const wanted = String(year - 1)
  const date = { year: year - 1, text: wanted, start: 0, end: 0 }
  return {
    ...question,
    periods: [{ ...yearPeriod(year - 1), date, said: YEAR_BEFORE, start: 0, end: question.text.length }],
    terms: [...question.terms, { text: wanted, factor: 1, isName: false }],
  }
}

function isShort(question: Question): boolean {
  return question.terms.length <= FEW_STEMS && question.names.length === 0
}

/** Two words of its own are something to look for even if a pronoun leads nowhere. */
function standsAlone(question: Question): boolean {
  return question.terms.filter((term) => term.factor === 1).length > 1
}

function borrowing(question: Question, focus: Focus, before: Question | undefined): Question {
  const own = new Set(question.terms.flatMap((term) => contentStems(term.text, question.language)))
  const nameFactor = question.names.length > 0 ? REPLACED_FACTOR : BORROWED_FACTOR
  const borrowed: Term[] = []
  const add = (text: string, factor: number, isName: boolean) => {
    const stems = contentStems(text, question.language)
    if (stems.length === 0 || stems.every((stem) => own.has(stem))) return
    for (const stem of stems) own.add(stem)
    borrowed.push({ text, factor, isName })
  }
  for (const name of focus.names) {
    for (const word of name.split(/\s+/)) add(word, nameFactor, true)
  }
  const isName = new Set(before?.names.flatMap((name) => contentStems(name.text, question.language)))
  for (const word of focus.questionStems) {
    const wasName = contentStems(word, question.language).some((stem) => isName.has(stem))
    add(word, wasName ? nameFactor : BORROWED_FACTOR, wasName)
  }
  const said = question.terms.map((term) => ({ ...term, isNew: isSaidOfItself(question, term) }))
  return {
    ...question,
    ...(before && { expectedBefore: before.expected }),
    isBare: !said.some(({ isNew }) => isNew),
    names: namesMeant(question, focus),
    terms: [...said, ...borrowed],
  }
}

function isPlace({ text }: NameMention): boolean {
  return placeKey(fold(text)) !== undefined
}

/** "And in Norvia?" asks the same of the same company; "and Varn Motors?" asks it of another. */
function namesMeant(question: Question, focus: Focus): readonly NameMention[] {
  const { names } = question
  const askedNames = PERSON.test(bare(question.text)) ? personsIn(focus) : (focus.askedNames ?? [])
  if (!names.every(isPlace)) return names
  const borrowed = askedNames.map((text) => ({
    text,
    tokens: text.split(/\s+/),
    start: 0,
    end: 0,
    isSentenceStart: false,
  }))
  return [...names, ...borrowed]
}
