// Near duplicates by shared runs of words: a syndicated copy keeps most of them, an article that was written anew
// keeps almost none. SimHash misses ordinary edits of agency copy (grounding 1.2 d), so the runs themselves are compared.

import { fold } from '../text/normalise.ts'

const RUN_WORDS = 5
const RUN_CHARACTERS = 8
const MIN_CONTAINMENT = 0.5
const MIN_JACCARD = 0.35
/** Short bodies share runs by chance; they must share nearly all of them. */
const SHORT_WORDS = 60
const MIN_SHORT_CONTAINMENT = 0.8

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]/gu
/** A name in brackets does not make a text of words one of characters. */
const MOSTLY = 0.3

/** Hashes of every run of five words (eight characters in scripts without spaces) of a text. */
export function runsOf(text: string): ReadonlySet<number> {
  const folded = fold(text)
  const isUnspaced = (folded.match(UNSPACED)?.length ?? 0) > MOSTLY * folded.length
  const units = isUnspaced ? [...folded.replace(/\s+/g, '')] : folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const length = isUnspaced ? RUN_CHARACTERS : RUN_WORDS
  const runs = new Set<number>()
  for (let at = 0; at + length <= units.length; at++) runs.add(hash(units.slice(at, at + length).join(' ')))
  return runs
}

/** FNV-1a, 32 bits: collisions among a few hundred runs are rare and harmless. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Whether one text is a copy of the other, whole or in part (grounding 5.2). */
export function areNearDuplicates(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const smaller = Math.min(a.size, b.size)
  if (smaller === 0) return false
  let shared = 0
  for (const run of a) if (b.has(run)) shared++
  const containment = shared / smaller
  if (smaller < SHORT_WORDS) return containment >= MIN_SHORT_CONTAINMENT
  return containment >= MIN_CONTAINMENT || shared / (a.size + b.size - shared) >= MIN_JACCARD
}
