// "Das teilte die Polizei am Dienstag mit." says no more than who said what stands before it.

import { countWords } from '../articles/block.ts'

/** With more words it says something of its own as well. */
const MAX_WORDS = 16

const OPENINGS: Readonly<Record<string, RegExp>> = {
  en: /^(?:this|that|it) (?:is|was|comes|came) (?:according to|(?:announced|confirmed|reported|said) by)\s/i,
  de: /^(?:das|dies) (?:teilten?|berichteten?|berichte[nt]|meldeten?|melde[nt]|sagten?|gab(?:en)?|bestätigten?|erklärten?|geht aus|ging aus)\s/i,
  fr: /^c['’]est ce qu['’](?:a|ont|indique|affirme|rapporte)\s/i,
  es: /^así lo (?:ha |han )?(?:informó|informado|anunció|anunciado|confirmó|confirmado|indicó|dijo)\s/i,
  it: /^lo (?:ha|hanno) (?:annunciato|detto|reso noto|comunicato|riferito|confermato)\s/i,
  nl: /^dat (?:meldt|meldde|zei|zegt|heeft .{1,60} (?:gemeld|bekendgemaakt|gezegd))[\s.]/i,
}

export function isBareAttribution(sentence: string, language: string): boolean {
  return countWords(sentence) <= MAX_WORDS && (OPENINGS[language.slice(0, 2)]?.test(sentence) ?? false)
}
