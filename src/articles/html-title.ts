import { fold } from '../text/normalise.ts'
import type { DomDocument } from './dom.ts'

const MAX_CHARS = 300
/** Paths of sections that some sites write behind each headline: "Headline_Science_Site". */
const SECTIONS = /(?:_[^_]{1,20}){1,3}$/

/** What the page states for programs to show, best first, without the name of the site. */
export function statedTitle(
  stated: readonly (string | undefined)[],
  site: string | undefined,
): string | undefined {
  return stated.map((title) => withoutSite(tidy(title), site)).find((title) => title !== '')
}

/** A heading that the title of the window begins with or ends in, else the first; for what the library does not read. */
export function headingTitle(document: DomDocument): string | undefined {
  const windowTitle = keyOf(tidy(document.querySelector('title')?.textContent))
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 5)
    .map((heading) => tidy(heading.textContent))
    .filter((text) => text !== '' && text.length <= MAX_CHARS)
  return headings.find((heading) => windowTitle.includes(keyOf(heading))) ?? headings[0]
}

function tidy(text: string | null | undefined): string {
  return text?.replace(/\s+/g, ' ').trim() ?? ''
}

/** "Headline | Site", "Headline - Section - Site": goes on to where the site is named. */
export function withoutSite(title: string, site: string | undefined): string {
  const bare = title.includes(' ') ? title.replace(SECTIONS, '') : title
  const named = keyOf(site ?? '')
  if (named === '') return bare
  for (const { index } of bare.matchAll(/\s+[|•·»–—-]\s+|\s*\|\s*/gu))
    if (index > 0 && keyOf(bare.slice(index)) === named) return bare.slice(0, index)
  return bare
}

function keyOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
