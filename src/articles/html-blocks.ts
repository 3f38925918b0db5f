// The paragraphs, headings, list items and table rows of a piece of HTML, in order.

import { type Block, block } from './block.ts'
import { type DomElement, type DomNode, ELEMENT_NODE, TEXT_NODE } from './dom.ts'

export interface HtmlBlock extends Block {
  readonly tag: string
  /** How much of the text stands in links, 0 to 1. */
  readonly linkShare: number
}

const BREAKING = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT CANVAS HEAD TITLE BUTTON SELECT TEXTAREA INPUT FIGCAPTION NAV AUDIO VIDEO MAP DATALIST'.split(
    ' ',
  ),
)

/** `skips` leaves out elements with everything in them. */
export function htmlBlocks(
  root: DomElement,
  skips: (element: DomElement) => boolean = () => false,
): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = []
  let text = ''
  let linkChars = 0
  let tag = 'DIV'
  let breakAt = -1
  const flush = () => {
    const tidy = text.replace(/[\s\u00a0]+/g, ' ').trim()
    if (tidy !== '') blocks.push({ ...block(tidy), tag, linkShare: Math.min(1, linkChars / inkOf(tidy)) })
    text = ''
    linkChars = 0
    breakAt = -1
  }
  const lineBreak = () => {
    if (breakAt >= 0 && text.slice(breakAt).trim() === '') flush()
    text += ' '
    breakAt = text.length
  }
  const visit = (node: DomNode, isLink: boolean) => {
    if (node.nodeType === TEXT_NODE) {
      const piece = node.textContent ?? ''
      text += piece
      if (isLink) linkChars += inkOf(piece)
    } else if (node.nodeType === ELEMENT_NODE) visitElement(node as DomElement, isLink)
  }
  const visitElement = (element: DomElement, isLink: boolean) => {
    const name = element.nodeName.toUpperCase()
    if (SKIPPED.has(name) || skips(element)) return
    if (name === 'BR') return lineBreak()
    const isCell = name === 'TD' || name === 'TH'
    const isBreaking = BREAKING.has(name) && !isCell
    const outerTag = tag
    if (isBreaking) {
      flush()
      tag = name
    } else if (isCell) text += ' '
    for (const child of element.childNodes) visit(child, isLink || name === 'A')
    if (isBreaking) {
      flush()
      tag = outerTag
    }
  }
  visit(root, false)
  flush()
  return blocks
}

/** Characters without the spaces, which stand between links as well as in them. */
function inkOf(text: string): number {
  return text.replace(/[\s\u00a0]+/g, '').length
}
