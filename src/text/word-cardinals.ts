// Cardinals in words, read word by word: "three hundred and five", "dos mil millones", "quatre-vingt-dix-sept".

import type { NumberLanguage } from './number-words.ts'

export interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** A cardinal as far as it has been read. */
export interface Run {
  /** What is complete: the thousands and millions. */
  readonly total: number
  /** What may still be multiplied. */
  readonly current: number
  readonly scale: number
  readonly isVague: boolean
  readonly end: number
}

/** The next word of the same number, behind one space or hyphen. */
const NEXT = /[ -](quatre-vingts?(?!\p{L})|\p{L}+)/iuy

export function readCardinal(text: string, opening: Word, words: NumberLanguage): Run | undefined {
  let run = opened(text, opening, words)
  while (run) {
    const next: Run | undefined = extended(text, run, words)
    if (!next) break
    run = next
  }
  const half = run && words.andHalf.exec(text.slice(run.end, run.end + 16))
  if (!run || !half) return run
  const withHalf = { ...run, current: run.current + 0.5, end: run.end + half[0].length }
  return extended(text, withHalf, words) ?? withHalf
}

/** "Seven", "a million", "mil": multipliers alone are vague. */
function opened(text: string, { word, start, end }: Word, words: NumberLanguage): Run | undefined {
  const unit = words.units.get(word)
  if (unit !== undefined) return { total: 0, current: unit, scale: 1, isVague: false, end }
  const times = words.multipliers.get(word)
  if (times === undefined) return undefined
  if (!words.bare.has(word) && !isArticleBefore(text, start)) return undefined
  return multiplied({ total: 0, current: 0, scale: 1, isVague: true, end }, times, end)
}

/** With the next word, if that belongs to the same number. */
function extended(text: string, run: Run, words: NumberLanguage): Run | undefined {
  const next = wordAt(text, run.end)
  if (!next) return undefined
  const times = words.multipliers.get(next.word)
  if (times !== undefined) return multiplied(run, times, next.end)
  if (!words.joints.has(next.word)) return added(run, next, words)
  const follower = run.total + run.current >= 20 ? wordAt(text, next.end) : undefined
  return follower && added(run, follower, words)
}

function added(run: Run, { word, end }: Word, words: NumberLanguage): Run | undefined {
  const unit = words.units.get(word)
  if (unit === undefined || !fits(run, unit)) return undefined
  return { ...run, current: run.current + unit, isVague: false, end }
}

/** Units follow tens, tens follow hundreds; French counts on to nineteen behind sixty and eighty. */
function fits({ total, current }: Run, unit: number): boolean {
  if (current === 0) return total > 0 && unit > 0
  if (unit < 10)
    return unit > 0 && current % 10 === 0 && (current % 100 >= 20 || current % 100 === 0 || unit >= 7)
  if (unit < 20) return [0, 60, 80].includes(current % 100)
  return current % (unit < 100 ? 100 : 1000) === 0
}

function multiplied(run: Run, times: number, end: number): Run {
  const isVague = run.isVague || times === 12
  if (times < 1000) return { ...run, current: Math.max(1, run.current) * times, isVague, end }
  // "Dos mil millones": what is complete is multiplied again.
  const isAgain = run.current === 0 && run.total > 0 && run.total < times
  const total = isAgain ? run.total * times : run.total + Math.max(1, run.current) * times
  return { total, current: 0, scale: times, isVague, end }
}

export function wordAt(text: string, at: number): Word | undefined {
  NEXT.lastIndex = at
  const match = NEXT.exec(text)
  if (!match) return undefined
  return { word: (match[1] ?? '').toLowerCase(), start: at + 1, end: at + match[0].length }
}

export function isArticleBefore(text: string, at: number): boolean {
  return /(?<!\p{L})(?:an?|one|eine?[mnrs]?|une?|una|le|la|les|el)\s$/iu.test(
    text.slice(Math.max(0, at - 7), at),
  )
}
