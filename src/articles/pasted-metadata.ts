// By-line, publisher, site and date of a pasted page, from the lines around its story.

import { parsePageDate } from '../text/dates.ts'
import { type Byline, parseByline } from './byline.ts'
import type { PastedBlock } from './pasted-blocks.ts'
import { present } from './present.ts'

const LOOK_BEHIND = 6

/** Between title and story, else just before the title, else just behind the story: the first line that names an author. */
export function findByline(
  blocks: readonly PastedBlock[],
  head: { readonly from: number; readonly start: number; readonly end: number },
): Byline | undefined {
  const between = blocks.slice(head.from, head.start)
  const behind = blocks.slice(head.end, head.end + LOOK_BEHIND)
  const marked = [...between, ...behind]
    .map(({ text }) => parseByline(text))
    .find((one) => one?.isMarked && one.names)
  return (
    marked ??
    between.map(({ text }) => parseByline(text)).find((one) => one !== undefined) ??
    behind.map(({ text }) => parseByline(text)).find((one) => one?.isMarked)
  )
}

const LEGAL_FORM =
  /(?:[\s,]+(?:publishing|publications?|media|verlags?|verlagsgesellschaft|group|holdings?|pte|pty|private|limited|ltd|llc|llp|inc|incorporated|corp|corporation|company|co|plc|gmbh(?: & co\.? kg)?|ag|kg|se|s\.?a\.?(?:s|u)?|s\.?r\.?l|s\.?p\.?a|s\.?l|b\.?v|n\.?v|oy|ab|as|a\/s|sdn|bhd)\.?)+$/iu

/** The name under which the page is published: of its app, else of its copyright line, else beside its title. */
export function findSite(
  blocks: readonly PastedBlock[],
  besideTitle: string | undefined,
): string | undefined {
  const lines = blocks.map(({ text }) => text)
  return ofApp(lines) ?? besideTitle ?? ofCopyright(lines)
}

function ofApp(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const match =
      /^(?:download|get|install|try|open)\s+(?:our\s+)?(?:free\s+|new\s+)?(\p{L}[^.!?]{2,40}?)(?:['’]s)?\s+(?:mobile\s+|news\s+)?app\b/iu.exec(
        line,
      ) ??
      /^(?:laden sie|jetzt)?\s*(?:die\s+)?(\p{Lu}[^.!?]{2,40}?)[- ]app\s+(?:herunterladen|laden|installieren)/iu.exec(
        line,
      ) ??
      /^téléchargez (?:l[’']application|l[’']app)\s+(\p{Lu}[^.!?]{2,40})$/iu.exec(line) ??
      /^descarga(?:r)? la app de\s+(\p{Lu}[^.!?]{2,40})$/iu.exec(line)
    // "the Courier app" is of the Courier, "The Courier App" of The Courier.
    const name = match?.[1]?.replace(/^(?:the|our|free|new)\s+/, '')
    if (name && line.length <= 80 && /^\p{Lu}/u.test(name)) return withCaseOf(name, lines)
  }
  return undefined
}

const COPYRIGHT =
  /©|\(c\)\s|\bcopyright\b|rights reserved|rechte vorbehalten|droits réservés|derechos reservados|права защищены/i
const NOT_A_NAME = /©|\(c\)|copyright|\b(?:19|20)\d{2}\b|^[\s–—-]+|[\s–—-]+$|^by\s/giu
const RIGHTS = /rights|rechte|droits|derechos|права|reserved/i

function ofCopyright(lines: readonly string[]): string | undefined {
  for (const line of lines.toReversed()) {
    if (line.length > 300 || !COPYRIGHT.test(line)) continue
    const pieces = line.split(/[.|·•,;]\s+|\s[–—-]\s/).filter((piece) => !RIGHTS.test(piece))
    const names = pieces.map((piece) =>
      piece.replace(NOT_A_NAME, '').trim().replace(LEGAL_FORM, '').replace(/\.$/, '').trim(),
    )
    const name = names.find((one) => /^\p{Lu}/u.test(one) && one.length >= 2 && one.length <= 60)
    if (name) return withCaseOf(name, lines)
  }
  return undefined
}

/** As it stands on a line of its own, where it does. */
function withCaseOf(name: string, lines: readonly string[]): string {
  const wanted = [name.toLowerCase(), `the ${name.toLowerCase()}`]
  return lines.find((line) => wanted.includes(line.toLowerCase())) ?? name
}

export interface FoundDate {
  readonly publishedAt?: number
  readonly publishedAtInferred?: boolean
}

const DATELINE =
  /^(?:[\p{Lu}][\p{L} .,'’-]{1,40}?)?\s*[(,]\s*(?:[\p{L} ]{2,20}[,:]\s*)?([\p{L}.]{3,10} \d{1,2}(?:, \d{4})?|\d{1,2}\.? [\p{L}.]{3,10}(?: \d{4})?)\s*\)?\s*[:–—-]/u

/** The date among the lines at the head, else of the dateline; a missing year is that of the page's other dates. */
export function findDate(
  blocks: readonly PastedBlock[],
  head: { readonly from: number; readonly start: number; readonly end: number },
  now: number,
): FoundDate {
  const lines = blocks
    .slice(head.from, head.start)
    .filter(({ text }) => text.length <= 140 && /\d/.test(text))
  const year = yearOfPage(blocks, lines)
  const [first = '', second = ''] = blocks
    .slice(head.start, head.end)
    .filter(({ isProse, chrome }) => isProse && !chrome)
    .map(({ text }) => text)
  const candidates = [
    ...lines.filter(({ text }) => /publi|veröff|post|опубл/i.test(text)).map(({ text }) => text),
    ...lines.map(({ text }) => text),
    ...[first, second].flatMap((text) => DATELINE.exec(text.slice(0, 90))?.[1] ?? []),
    ...blocks
      .slice(head.end, head.end + LOOK_BEHIND)
      .filter(({ chrome }) => chrome === 'date')
      .map(({ text }) => text),
  ]
  for (const text of candidates) {
    const found = parsePageDate(text, { now, ...present({ year }) })
    if (found) return settled(found, year, now)
  }
  return {}
}

/** The year of a whole date at the head, else the latest of the copyright lines. */
function yearOfPage(blocks: readonly PastedBlock[], lines: readonly PastedBlock[]): number | undefined {
  const atHead = lines.map(({ text }) => /\b(20\d{2})\b/.exec(text)?.[1]).find(Boolean)
  if (atHead) return Number(atHead)
  const years = blocks
    .filter(({ text }) => text.length <= 300 && /©|\(c\)|copyright/i.test(text))
    .flatMap(({ text }) => text.match(/\b(?:19|20)\d{2}\b/g) ?? [])
    .map(Number)
  return years.length > 0 ? Math.max(...years) : undefined
}

const DAY_MS = 86_400_000

/** Copied in January, a page of December carries the new year in its footer. */
function settled(
  { at, inferred }: { readonly at: number; readonly inferred: boolean },
  year: number | undefined,
  now: number,
): FoundDate {
  if (!inferred) return { publishedAt: at }
  const date = new Date(at)
  if (year !== undefined && at > now + DAY_MS) date.setUTCFullYear(date.getUTCFullYear() - 1)
  return { publishedAt: date.getTime(), publishedAtInferred: true }
}
