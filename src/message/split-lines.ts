// A long message in parts, each of which a platform takes: cut between lines where that can be, else within one, at the end
// of a sentence, a word or a letter. Markup is never cut: it is written afterwards, part by part.

/** A piece of a line, as short or as long as its platform writes it alike. */
export interface SplitRun {
  readonly text: string
  readonly url?: string | undefined
}

export interface SplitLine<Run extends SplitRun> {
  readonly runs: readonly Run[]
  /** A blank line stands before it, unless it is the first. */
  readonly hasAir: boolean
  /** It is nothing without the line after it. */
  readonly keepsWithNext: boolean
}

/** What a platform takes. A part of which something is taken away must still fit. */
export interface PartLimits<Line> {
  /** No part has more letters. */
  readonly longest: number
  fits(lines: readonly Line[]): boolean
  /** A part rather begins with this line than holds some of those that belong to it. */
  beginsStory?(line: Line): boolean
}

/** Where a letter ends shows only in what follows it: a flag, a family. */
const LOOKAHEAD = 32

/** Greedily: as few parts as there can be without parting a line from the one it announces. */
export function splitLines<Run extends SplitRun, Line extends SplitLine<Run>>(
  lines: readonly Line[],
  limits: PartLimits<Line>,
): readonly (readonly Line[])[] {
  const parts: (readonly Line[])[] = []
  for (const story of storiesOf(lines, limits)) {
    const together = [...(parts.at(-1) ?? []), ...story]
    if (parts.length > 0 && limits.fits(together)) parts[parts.length - 1] = together
    else if (limits.fits(story)) parts.push(story)
    else addGroups(parts, story, limits)
  }
  return parts
}

function addGroups<Run extends SplitRun, Line extends SplitLine<Run>>(
  parts: (readonly Line[])[],
  lines: readonly Line[],
  limits: PartLimits<Line>,
): void {
  for (const group of groupsOf(lines)) {
    const together = [...(parts.at(-1) ?? []), ...group]
    if (parts.length > 0 && limits.fits(together)) parts[parts.length - 1] = together
    else if (limits.fits(group)) parts.push(group)
    else spread(parts, group, limits)
  }
}

/** Adds lines that do not fit together one by one, and cuts those that do not fit by themselves. */
function spread<Run extends SplitRun, Line extends SplitLine<Run>>(
  parts: (readonly Line[])[],
  group: readonly Line[],
  limits: PartLimits<Line>,
): void {
  const queue = [...group]
  for (let line = queue.shift(); line; line = queue.shift()) {
    const last = parts.at(-1)
    if (last && limits.fits([...last, line])) parts[parts.length - 1] = [...last, line]
    else if (limits.fits([line])) parts.push([line])
    else {
      const [head, rest] = cut<Run, Line>(line, limits)
      parts.push([head])
      if (rest?.runs.some(({ text }) => text.trim() !== '')) queue.unshift(rest)
    }
  }
}

/** Lines from one beginning of a story to the next. */
function storiesOf<Line>(
  lines: readonly Line[],
  { beginsStory = () => false }: PartLimits<Line>,
): readonly (readonly Line[])[] {
  const stories: Line[][] = []
  for (const line of lines) {
    const last = stories.at(-1)
    if (last && !beginsStory(line)) last.push(line)
    else stories.push([line])
  }
  return stories
}

/** A line with those that announce it. */
function groupsOf<Line extends { readonly keepsWithNext: boolean }>(
  lines: readonly Line[],
): readonly (readonly Line[])[] {
  const groups: Line[][] = []
  lines.forEach((line, at) => {
    const last = groups.at(-1)
    if (last && lines[at - 1]?.keepsWithNext) last.push(line)
    else groups.push([line])
  })
  return groups
}

/** As much of a line as fits, and what is left of it. A link stays whole unless it fills a part by itself. */
function cut<Run extends SplitRun, Line extends SplitLine<Run>>(
  line: Line,
  limits: PartLimits<Line>,
): readonly [Line, Line | undefined] {
  const fits = (runs: readonly Run[]) => limits.fits([{ ...line, runs }])
  const fitting = countFitting(line.runs.length, (count) => fits(line.runs.slice(0, count)))
  const [kept, broken, after] = [
    line.runs.slice(0, fitting),
    line.runs[fitting],
    line.runs.slice(fitting + 1),
  ]
  if (!broken) return [line, undefined]
  const before = () => [{ ...line, runs: kept }, restOf<Run, Line>(line, [broken, ...after])] as const
  if (broken.url !== undefined && fitting > 0) return before()
  const place = placeToCut(broken.text, limits.longest, (length) =>
    fits([...kept, { ...broken, text: broken.text.slice(0, length) }]),
  )
  if (place === 0 && fitting > 0) return before()
  const [head, tail] = cutRun(broken, place)
  return [{ ...line, runs: [...kept, head] }, restOf<Run, Line>(line, [tail, ...after])]
}

function restOf<Run extends SplitRun, Line extends SplitLine<Run>>(line: Line, runs: readonly Run[]): Line {
  return { ...line, hasAir: false, runs }
}

function cutRun<Run extends SplitRun>(run: Run, place: number): readonly [Run, Run] {
  return [
    { ...run, text: run.text.slice(0, place).trimEnd() },
    { ...run, text: run.text.slice(place).trimStart() },
  ]
}

/** The end of the last sentence that fits and makes half a part, else of the last word that does, else of the last letter. */
function placeToCut(text: string, most: number, fitsTo: (length: number) => boolean): number {
  const longest = countFitting(Math.min(text.length, most), fitsTo)
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
