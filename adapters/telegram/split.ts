// A long message in parts, each of which Telegram takes: cut between lines where that can be, else within one, at the end
// of a sentence, a word or a letter. HTML is never cut: it is written afterwards, part by part.

import { htmlOf, type Line, type Run, visibleOf } from './html.ts'

/** Telegram counts letters and bytes before and after reading the markup; the entities past a hundred lose their markup. */
const LONGEST = { units: 4_096, bytes: 32_768, entities: 100 }
/** Where a letter ends shows only in what follows it: a flag, a family. */
const LOOKAHEAD = 32

/** Greedily: as few parts as there can be without parting a line from the one it announces. */
export function splitLines(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: (readonly Line[])[] = []
  for (const group of groupsOf(lines)) {
    const together = [...(parts.at(-1) ?? []), ...group]
    if (parts.length > 0 && fits(together)) parts[parts.length - 1] = together
    else if (fits(group)) parts.push(group)
    else spread(parts, group)
  }
  return parts
}

/** Adds lines that do not fit together one by one, and cuts those that do not fit by themselves. */
function spread(parts: (readonly Line[])[], group: readonly Line[]): void {
  const queue = [...group]
  for (let line = queue.shift(); line; line = queue.shift()) {
    const last = parts.at(-1)
    if (last && fits([...last, line])) parts[parts.length - 1] = [...last, line]
    else if (fits([line])) parts.push([line])
    else {
      const [head, rest] = cut(line)
      parts.push([head])
      if (rest?.runs.some(({ text }) => text.trim() !== '')) queue.unshift(rest)
    }
  }
}

/** A line with those that announce it. */
function groupsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = []
  lines.forEach((line, at) => {
    const last = groups.at(-1)
    if (last && lines[at - 1]?.keepsWithNext) last.push(line)
    else groups.push([line])
  })
  return groups
}

export function fits(lines: readonly Line[]): boolean {
  return (
    visibleOf(lines).length <= LONGEST.units &&
    entityCount(lines) <= LONGEST.entities &&
    Buffer.byteLength(htmlOf(lines)) <= LONGEST.bytes
  )
}

function entityCount(lines: readonly Line[]): number {
  return lines.reduce(
    (sum, { runs, isQuote }) =>
      sum + (isQuote ? 1 : 0) + runs.reduce((of, run) => of + (run.emphasis ? 1 : 0) + (run.url ? 1 : 0), 0),
    0,
  )
}

/** As much of a line as fits, and what is left of it. A link stays whole unless it fills a part by itself. */
function cut(line: Line): readonly [Line, Line | undefined] {
  const fitting = countFitting(line.runs.length, (count) =>
    fits([{ ...line, runs: line.runs.slice(0, count) }]),
  )
  const [kept, broken, after] = [
    line.runs.slice(0, fitting),
    line.runs[fitting],
    line.runs.slice(fitting + 1),
  ]
  if (!broken) return [line, undefined]
  if (broken.url !== undefined && fitting > 0)
    return [{ ...line, runs: kept }, restOf(line, [broken, ...after])]
  const place = placeToCut(broken.text, (length) =>
    fits([{ ...line, runs: [...kept, { ...broken, text: broken.text.slice(0, length) }] }]),
  )
  if (place === 0 && fitting > 0) return [{ ...line, runs: kept }, restOf(line, [broken, ...after])]
  const [head, tail] = cutRun(broken, place)
  return [{ ...line, runs: [...kept, head] }, restOf(line, [tail, ...after])]
}

function restOf(line: Line, runs: readonly Run[]): Line {
  return { ...line, hasAir: false, runs }
}

function cutRun(run: Run, place: number): readonly [Run, Run] {
  return [
    { ...run, text: run.text.slice(0, place).trimEnd() },
    { ...run, text: run.text.slice(place).trimStart() },
  ]
}

/** The end of the last sentence that fits and makes half a part, else of the last word that does, else of the last letter. */
function placeToCut(text: string, fitsTo: (length: number) => boolean): number {
  const longest = countFitting(Math.min(text.length, LONGEST.units), fitsTo)
  const least = Math.floor(longest / 2)
  const window = text.slice(0, longest + LOOKAHEAD)
  for (const granularity of ['sentence', 'word', 'grapheme'] as const) {
    const ends = [...new Intl.Segmenter('und', { granularity }).segment(window)].map(({ index }) => index)
    const place = ends.findLast((end) => end <= longest) ?? 0
    if (place > least) return place
  }
  // One letter with more marks on it than a part holds: whole characters at least.
  return isLowSurrogate(text, longest) ? longest - 1 : longest
}

function isLowSurrogate(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at))
}

/** The largest count up to `most` that fits, where every smaller one does too. */
function countFitting(most: number, fitsTo: (count: number) => boolean): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fitsTo(middle)) low = middle
    else high = middle - 1
  }
  return low
}
