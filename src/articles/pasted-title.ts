import { fold } from '../text/normalise.ts'
import { parseByline } from './byline.ts'
import type { PastedBlock } from './pasted-blocks.ts'

export interface FoundTitle {
  readonly title: string
  /** Where it stands next to the story. */
  readonly index: number
  /** What followed it behind a bar or a dash: "Headline | The Courier". */
  readonly site?: string
}

const LOOK_BACK = 40
const MIN_WORDS = 3
const MAX_WORDS = 32
const MIN_SCORE = 2

/** The headline above the story: it repeats, it speaks of what the story speaks of, a by-line or a date follows. */
export function findTitle(
  blocks: readonly PastedBlock[],
  bodyStart: number,
  paragraphs: readonly string[],
): FoundTitle | undefined {
  const bodyWords = new Set(longWords(paragraphs.slice(0, 12).join(' ')))
  const times = countLines(blocks)
  let best: (FoundTitle & { readonly score: number }) | undefined
  for (let index = bodyStart - 1; index >= Math.max(0, bodyStart - LOOK_BACK); index--) {
    const one = blocks[index]
    if (!one || !mayBeTitle(one)) continue
    const { title, site } = withoutSite(one.text, times)
    const repeats = (times.get(keyOf(title)) ?? 0) > 1 || site !== undefined
    const score =
      scoreOf(one, blocks.slice(index + 1, index + 3), overlap(title, bodyWords), repeats) -
      (bodyStart - index) * 0.1
    if (score > (best?.score ?? MIN_SCORE)) best = { title, index, score, ...(site && { site }) }
  }
  return best
}

function mayBeTitle({ text, words, chrome }: PastedBlock): boolean {
  if (chrome !== undefined && chrome !== 'tags') return false
  return words >= MIN_WORDS && words <= MAX_WORDS && text.length <= 220 && !parseByline(text)?.isMarked
}

/** Weights set by hand on invented pages: the place counts about as much as the words. */
function scoreOf(
  one: PastedBlock,
  [first, second]: readonly PastedBlock[],
  share: number,
  repeats: boolean,
): number {
  let score = share * 3
  if (repeats) score += 3
  if (one.words >= 5 && one.words <= 20) score += 2
  if (/[.;,:]["”»]?$/.test(one.text)) score -= 2.5
  if (first && isCredit(first)) score += 3
  else if (second && isCredit(second)) score += 1.5
  if (first && !first.isProse && mayBeTitle(first) && !isCredit(first)) score -= 1.5
  return score
}

function isCredit({ text, chrome }: PastedBlock): boolean {
  return chrome === 'date' || chrome === 'byline' || parseByline(text) !== undefined
}

/** How many of the long words of a title the story has. */
function overlap(title: string, bodyWords: ReadonlySet<string>): number {
  const words = longWords(title)
  return words.length === 0 ? 0 : words.filter((word) => bodyWords.has(word)).length / words.length
}

function longWords(text: string): readonly string[] {
  return (fold(text).match(/[\p{L}\p{N}]{4,}|[\u3041-\u30ff\u3400-\u9fff]{2}/gu) ?? []).map((word) =>
    word.slice(0, 7),
  )
}

/** Also the beginnings of lines that end in a site, so that "Headline | Site" counts as the headline once more. */
function countLines(blocks: readonly PastedBlock[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { text } of blocks) times.set(keyOf(text), (times.get(keyOf(text)) ?? 0) + 1)
  return times
}

function keyOf(text: string): string {
  return fold(text).replace(/\s+/g, ' ')
}

/** Splits "Headline | Site" where the headline or the site stands elsewhere on the page by itself. */
function withoutSite(
  text: string,
  times: ReadonlyMap<string, number>,
): { readonly title: string; readonly site?: string } {
  const match = /^(.{15,}?)\s+[|•·–—-]\s+([^|•·–—]{2,40})$/u.exec(text)
  const [, title = '', site = ''] = match ?? []
  const isKnown = times.has(keyOf(title)) || times.has(keyOf(site))
  return isKnown || (/\s\|\s/.test(text.slice(title.length)) && title) ? { title, site } : { title: text }
}
