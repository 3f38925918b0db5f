// HTML → the story in it. Runs in the worker: a hostile page keeps a parser busy for longer than anybody may wait.

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { fold } from '../text/normalise.ts'
import { countWords } from './block.ts'
import { chromeOf } from './chrome.ts'
import type { DomDocument, DomElement } from './dom.ts'
import type { Extraction } from './extraction.ts'
import { type HtmlBlock, htmlBlocks } from './html-blocks.ts'
import { readMetadata } from './html-metadata.ts'
import { flattenHtml, MAX_HTML_CHARS, stripHtml, wholeHtml } from './html-strip.ts'
import { headingTitle, withoutSite } from './html-title.ts'
import { judge } from './judge.ts'
import { type LinkedData, paragraphsOf } from './linked-data.ts'
import { newestPosts } from './live-blog.ts'
import type { PastedBlock } from './pasted-blocks.ts'
import { findBody, withoutRepeats } from './pasted-body.ts'
import { evidenceOf } from './pasted-page.ts'

/** Past so many elements only the plain search for prose is made. */
const MAX_ELEMENTS = 15_000
const FEW_WORDS = 60
const PLENTY_OF_WORDS = 250

/** `url`: where the page was read, where that is known. */
export function extractHtml(
  source: string,
  o: { readonly now: number; readonly url?: string | undefined },
): Extraction {
  const { html, jsonLd } = stripHtml(source)
  if (html.length > MAX_HTML_CHARS) return tooLarge(html.length)
  const document = parsed(html)
  const everything = htmlBlocks(document.body ?? document.documentElement)
  const { linked, ...metadata } = readMetadata(document, jsonLd, everything, o)
  const heading = headingTitle(document)
  const posts = newestPosts(document, linked)
  const read = isFragment(source) ? { blocks: everything } : readableOf(document)
  const title = metadata.title ?? (withoutSite(read.title ?? '', metadata.site) || heading)
  const readable = read.blocks
  const found = posts.length > 0 ? posts : withoutRepeats(readable.filter(belongs).map(({ text }) => text))
  // What stands around the story is looked at only where the story alone leaves doubts.
  const around = wordsOf(found) < PLENTY_OF_WORDS ? everything : []
  const prose = around.filter((one) => !isLinkRun(one)).map(withChrome)
  const paragraphs = withoutTitle(bestOf(found, prose, linked), title)
  const evidence = {
    ...evidenceOf(around.map(withChrome)),
    ...(linked.isFree === false && { hasWall: true }),
  }
  return {
    ...judge({
      paragraphs,
      isListing:
        isLinkList(readable.length > 0 ? readable : everything) ||
        (wordsOf(paragraphs) < FEW_WORDS && findBody(prose).isListing),
      ...evidence,
    }),
    ...metadata,
    ...(title !== undefined && { title }),
    paragraphs,
    text: paragraphs.join('\n\n'),
  }
}

/** The content of a feed's item, or a few paragraphs: there is no page around it to be taken away. */
function isFragment(html: string): boolean {
  return !/<(?:html|head|body|main|article|nav|header|footer|aside)[\s>]/i.test(html)
}

function parsed(html: string): DomDocument {
  return (parseHTML(wholeHtml(flattenHtml(html))) as unknown as { readonly document: DomDocument }).document
}

/** What the library finds. Takes the document apart. Where it fails on a broken tree the plain search for prose is left. */
function readableOf(document: DomDocument): {
  readonly title?: string | undefined
  readonly blocks: readonly HtmlBlock[]
} {
  if ([...document.querySelectorAll('*')].length > MAX_ELEMENTS) return { blocks: [] }
  try {
    const options = { serializer: (node: unknown) => node as DomElement }
    const found = new Readability<DomElement>(document as never, options).parse()
    return { title: found?.title ?? undefined, blocks: found?.content ? htmlBlocks(found.content) : [] }
  } catch {
    return { blocks: [] }
  }
}

function withChrome(one: HtmlBlock): PastedBlock {
  return { ...one, chrome: chromeOf(one.text) }
}

/** What the library leaves in does not belong; nor does a block of nothing but links, which is a menu. */
function belongs(one: HtmlBlock): boolean {
  return chromeOf(one.text) === undefined && !isLink(one)
}

function isLink(one: HtmlBlock): boolean {
  return isLinkRun(one) || (one.linkShare > 0.9 && one.words < 20)
}

/** Links one after another, more than one sentence could be. */
function isLinkRun({ linkShare, words }: HtmlBlock): boolean {
  return linkShare > 0.9 && words >= FEW_WORDS
}

const MIN_LINKS_OF_LIST = 5
const MAX_TEASER_WORDS = 60
const MIN_STORY_WORDS = 100

/** Mostly links, each with a few words under it: the front page, a section, a search result. */
function isLinkList(blocks: readonly HtmlBlock[]): boolean {
  const links = blocks.filter((one) => isLink(one) && one.words >= 3)
  if (links.length < MIN_LINKS_OF_LIST && !links.some(isLinkRun)) return false
  const own = blocks.filter((one, index) => {
    const before = blocks[index - 1]
    return !isLink(one) && !(before && isLink(before) && one.words <= MAX_TEASER_WORDS)
  })
  const words = sumOfWords(own)
  return words < MIN_STORY_WORDS && words < sumOfWords(blocks) * 0.4
}

/** The library's, unless it found next to nothing where there is a story, or the page states one that is much longer. */
function bestOf(
  readable: readonly string[],
  around: readonly PastedBlock[],
  linked: LinkedData,
): readonly string[] {
  const words = wordsOf(readable)
  const run = words < FEW_WORDS ? findBody(around).paragraphs : []
  const best = wordsOf(run) > words * 2 ? run : readable
  const stated = paragraphsOf(linked.articleBody).filter((text) => chromeOf(text) === undefined)
  return wordsOf(stated) > wordsOf(best) * 2 ? stated : best
}

function sumOfWords(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, { words }) => sum + words, 0)
}

function wordsOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + countWords(text), 0)
}

/** The headline is not the first paragraph of its story. */
function withoutTitle(paragraphs: readonly string[], title: string | undefined): readonly string[] {
  const [first] = paragraphs
  return first !== undefined && title !== undefined && fold(first) === fold(title)
    ? paragraphs.slice(1)
    : paragraphs
}

function tooLarge(chars: number): Extraction {
  const size = (chars / 1_000_000).toFixed(1)
  const reason = `The page has ${size} MB of HTML without scripts and styles; more than 2 MB is no article.`
  return { status: 'rejected', reason, paragraphs: [], text: '' }
}
