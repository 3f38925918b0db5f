// The little of the DOM that is used here, since the program knows no browser.

export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly parentNode: DomElement | null
  readonly childNodes: Iterable<DomNode>
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null
  closest(selector: string): DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  remove(): void
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly body: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3
