// Addresses in running text: what chat platforms make links of by themselves, and what people would type.

export interface AddressMention {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Endings under which firms and sites are named in running text; others are caught by a scheme, `www.` or a path. */
const ENDINGS =
  'com|net|org|info|biz|io|co|ai|app|dev|me|gg|ly|xyz|site|online|shop|top|club|news|tv|link|live|click|icu|example|test|eu|uk|de|fr|es|ru|it|nl|pl|ch|at|be|us|ca|au|jp|cn|in|br'

const ADDRESS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'«»“”)\]]+`,
    String.raw`(?<![\p{L}\p{N}.])(?:mailto|tel|javascript|data|tg):[^\s<>"'«»“”)\]]+`,
    String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
    String.raw`(?<![\p{L}\p{N}@.])www\.[^\s<>"'«»“”)\]]+`,
    String.raw`(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:${ENDINGS})(?![\p{L}\p{N}-])(?:[/?#:][^\s<>"'«»“”)\]]*)?`,
    String.raw`(?<![\p{L}\p{N}@.])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}\/[^\s<>"'«»“”)\]]*`,
  ].join('|'),
  'giu',
)

/** Most sentences have no such mark within a word. */
const HAS_INNER_MARK = /\S[.@:]\S/

/** In order. The full stop that ends a sentence is not part of one. */
export function findAddresses(text: string): readonly AddressMention[] {
  if (!HAS_INNER_MARK.test(text)) return []
  return [...text.matchAll(ADDRESS)].map((match) => {
    const found = match[0].replace(/[.,;:!?…]+$/, '')
    return { text: found, start: match.index, end: match.index + found.length }
  })
}
