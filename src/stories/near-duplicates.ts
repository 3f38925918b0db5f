// Near duplicates by shared runs of words: a syndicated copy keeps most of them, an article that was written anew
// keeps almost none. SimHash misses ordinary edits of agency copy (grounding 1.2 d), so the runs themselves are compared.

import { fold } from '../text/normalise.ts'

const RUN_WORDS = 5
const RUN_CHARACTERS = 8
const MIN_CONTAINMENT = 0.5
const MIN_JACCARD = 0.35
/** Short bodies share runs by chance, and bulletins of one kind most of their words; they must share nearly all of them. */
const SHORT_WORDS = 60
const SHORT_CHARACTERS = 200
const MIN_SHORT_CONTAINMENT = 0.8

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]/gu
/** A name in brackets does not make a text of words one of characters. */
const MOSTLY = 0.3

/** Hashes of every run of five words (eight characters in scripts without spaces) of a text. */
export interface Runs {
  readonly hashes: ReadonlySet<number>
  readonly isShort: boolean
}

export function runsOf(text: string): Runs {
  const folded = fold(text)
  const isUnspaced = (folded.match(UNSPACED)?.length ?? 0) > MOSTLY * folded.length
  const units = isUnspaced ? [...folded.replace(/\s+/g, '')] : folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const length = isUnspaced ? RUN_CHARACTERS : RUN_WORDS
  const runs = new Set<number>()
  for (let at = 0; at + length <= units.length; at++) runs.add(hash(units.slice(at, at + length).join(' ')))
  return { hashes: runs, isShort: runs.size < (isUnspaced ? SHORT_CHARACTERS : SHORT_WORDS) }
}

/** FNV-1a, 32 bits: collisions among a few hundred runs are rare and harmless. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Whether one text is a copy of the other, whole or in part (grounding 5.2). */
export function areNearDuplicates(a: Runs, b: Runs): boolean {
  const [sizeOfA, sizeOfB] = [a.hashes.size, b.hashes.size]
  const smaller = Math.min(sizeOfA, sizeOfB)
  if (smaller === 0) return false
  let shared = 0
  for (const run of a.hashes) if (b.hashes.has(run)) shared++
  const containment = shared / smaller
  if (a.isShort || b.isShort) return containment >= MIN_SHORT_CONTAINMENT
  return containment >= MIN_CONTAINMENT || shared / (sizeOfA + sizeOfB - shared) >= MIN_JACCARD
}
