// How a source is named to a reader, the same on every platform; adapters only arrange the parts.

import type { MarkedSource, Source } from '../domain.ts'
import { dateAndTime, hasTime, shortDate } from './dates.ts'
import { languageNote } from './language-note.ts'
import { plainText } from './plain-text.ts'
import { texts } from './texts.ts'

export interface SourceLabel {
  readonly mark: number
  readonly name: string
  /** What a reader should know before trusting or opening it: `excerpt`, `in German`. */
  readonly notes: readonly string[]
  readonly when?: string
  /** An http(s) address that is safe to show as a link. */
  readonly url?: string
}

const LONGEST_URL = 512

/** Labels for the sources of one block, in its order. Two of one name and day are told apart by the hour. */
export function sourceLabels(sources: readonly MarkedSource[], language: string): readonly SourceLabel[] {
  const perDay = Map.groupBy(sources, ({ source }) => nameAndDay(source, language))
  return sources.map(({ mark, source }) => {
    const isAlone = perDay.get(nameAndDay(source, language))?.length === 1
    const when = isAlone ? dateOf(source, language) : timeOf(source, language)
    const url = linkOf(source)
    return {
      mark,
      name: nameOf(source, url),
      notes: notesOf(source, language),
      ...(when !== undefined && { when }),
      ...(url !== undefined && { url }),
    }
  })
}

/** What is called by nothing that can be seen is called by where it is, or nobody could open it. */
function nameOf({ name }: Source, url: string | undefined): string {
  return url !== undefined && plainText(name) === '' ? new URL(url).hostname : name
}

export function dateOf({ publishedAt }: Source, language: string): string | undefined {
  return publishedAt === undefined ? undefined : shortDate(publishedAt, language)
}

/** The address of a source if it is one that a reader may be sent to. */
export function linkOf({ url }: Source): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return undefined
  return parsed.href.length <= LONGEST_URL ? parsed.href : undefined
}

export function notesOf({ kind, language: own }: Source, language: string): readonly string[] {
  return [kind === 'snippet' ? texts(language).excerpt : undefined, languageNote(own, language)].filter(
    (note) => note !== undefined,
  )
}

function timeOf(source: Source, language: string): string | undefined {
  const { publishedAt } = source
  return publishedAt !== undefined && hasTime(publishedAt)
    ? dateAndTime(publishedAt, language)
    : dateOf(source, language)
}

function nameAndDay(source: Source, language: string): string {
  return `${source.name}\n${dateOf(source, language) ?? ''}`
}
