import { fold } from '../text/normalise.ts'
import type { DomDocument } from './dom.ts'

interface TitleHints {
  readonly site: string | undefined
  /** What the metadata call the headline, best first. */
  readonly stated: readonly (string | undefined)[]
}

/** The heading that readers see where the metadata agree with it, else what they say, else the title of the window. */
export function chooseTitle(document: DomDocument, { site, stated }: TitleHints): string | undefined {
  const windowTitle = tidy(document.querySelector('title')?.textContent)
  const titles = [...stated, windowTitle].flatMap((text) => (text ? [withoutSite(tidy(text), site)] : []))
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 5)
    .map((heading) => tidy(heading.textContent))
    .filter((text) => text.length >= 8 && text.length <= 300)
  const agreed = headings.find((heading) => titles.some((title) => isSame(heading, title)))
  return agreed ?? titles.find((title) => title !== '') ?? headings[0]
}

function tidy(text: string | null | undefined): string {
  return text?.replace(/\s+/g, ' ').trim() ?? ''
}

/** "Headline | Site", "Headline - Section - Site": the site and what is shorter than a headline goes. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|•·»–—-]\s+|\s*\|\s*/u)
  if (parts.length < 2) return title
  const [first = ''] = parts
  const tail = title.slice(first.length)
  const namesSite = site !== undefined && fold(tail).includes(fold(site))
  if (first.length >= 15 && (namesSite || (title.includes('|') && tail.length <= first.length))) return first
  const last = parts.at(-1) ?? ''
  const head = title.slice(0, title.lastIndexOf(last)).replace(/[\s|•·»–—-]+$/u, '')
  return last.split(' ').length <= 4 && head.length >= 25 && namesSite ? head : title
}

/** One contains the other, but for marks and case. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [keyOf(a), keyOf(b)]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}

function keyOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
