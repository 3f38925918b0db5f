// "And the year before?", "why?", "who is she?": a question that leans on the one before it borrows what that was about.
// A question that stands on its own borrows nothing (grounding 6.2 step 3).

import { MINUTE_MS } from '../clock.ts'
import type { Conversation, Focus } from '../domain.ts'
import { contentStems } from '../text/tokens.ts'
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
  const previous = conversation.turns.at(-1)?.question
  const before = previous === undefined ? undefined : readQuestion(previous, options)
  return {
    question: borrowing(question, focus, before),
    ...(mayBeginSubject(question) && { alone: question }),
    isFollowUp,
    isDangling: false,
    focus,
  }
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
  return !BARE.test(folded) && !pointsBack(folded) && question.terms.some(({ factor }) => factor === 1)
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
  const expected = question.expected === 'thing' && before ? before.expected : question.expected
  const said = question.terms.map((term) => ({ ...term, isNew: term.factor === 1 }))
  return { ...question, expected, isBare: !said.some(({ isNew }) => isNew), terms: [...said, ...borrowed] }
}
