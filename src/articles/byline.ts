// Who wrote it: "By Jane Doe and John Roe", "Jane Doe / Agency • 4 min read", "Von Jana Muster, dpa".

import { present } from './present.ts'

export interface Byline {
  /** Names of people, as they stand. */
  readonly names?: string
  /** The agency or paper named beside them. */
  readonly publisher?: string
  /** A word such as "By" or an agency says what it is; without, the line is only a name. */
  readonly isMarked: boolean
}

const MAX_CHARS = 160
const MARKER =
  /^(?:by|von|por|par|da|door|av|af|autora?|auteurs?|autor(?:es|in)?|author|автор|текст|text|texto|texte|(?:written|reported|story|words|report|news) by|written|redacted by|publié par|publicado por|ein beitrag von|eine? \p{L}+ von)(?:\s*:\s*|\s+)(?=\S)/iu

/** News agencies: what stands behind a slash or a comma is one of them, or looks like a name of an organisation. */
const AGENCIES = new Map(
  `Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|dpa|Bloomberg|Bloomberg News|Bernama|Xinhua|Kyodo|Kyodo News|UPI|ANSA|EFE|Europa Press|PA|PA Media|Press Association|TASS|RIA Novosti|Interfax|Ukrinform|APA|SDA|Keystone-SDA|epd|KNA|SID|ANI|PTI|IANS|Yonhap|The Canadian Press|Canadian Press|AAP|ТАСС|РИА Новости|Интерфакс|PAP|ČTK|CTK|MTI|NTB|TT|Ritzau|Belga|ANP|Lusa|STA|Hina|Anadolu|Anadolu Agency|Notimex|CNA|Dow Jones`
    .split('|')
    .map((name) => [name.toLowerCase(), name] as const),
)

const ROLES =
  /\b(?:reporters?|writers?|correspondents?|editors?|editorial|desk|staff|team|newsroom|redaktion|redaktor\p{L}*|redakteur\p{L}*|rédaction|redacción|редакция|columnist|contributor|journalist\p{L}*|bureau|chief|producer|analyst|special to|online|digital|news|media|press|agency|agencies|agenturen|editor-in-chief|admin|administrator|guest|author)\b/iu
const PARTICLE =
  /^(?:van|von|vom|zu|zur|de|der|den|des|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|y|ter|ten|af|av|of|e|san|st\.?)$/i
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'’`-]*|(?:d|l|o)['’]\p{Lu}[\p{L}\p{M}'’-]*|al-\p{Lu}\p{L}+)$/u
/** "Jane Doe (with John Roe and Jim Poe)". */
const HELPERS = /\s*\((?:with|mit|avec|con|com|met|с)\s[^()]{3,80}\)$/iu
const BETWEEN_NAMES = /\s*(?:,|;|&|\||\s(?:and|und|et|y|e|и|i|en|och|og|with|mit)\s)\s*/u

/** Undefined when the line is no by-line. */
export function parseByline(line: string): Byline | undefined {
  if (line.length > MAX_CHARS) return undefined
  const unmarked = line.replace(/^[^\p{L}]+/u, '')
  const marker = MARKER.exec(unmarked)
  const stripped = unmarked.slice(marker?.[0].length ?? 0).trim()
  const helpers = HELPERS.exec(stripped)?.[0] ?? ''
  const rest = withoutMeta(helpers === '' ? stripped : stripped.slice(0, -helpers.length))
  if (rest === '') return undefined
  const [people = '', ...organisations] = rest.split(/\s+\/\s+|\s+[-–—|]\s+|\s*\/\s*(?=\p{Lu})/u)
  const pieces = [...people.split(BETWEEN_NAMES), ...organisations]
    .map((piece) => piece.trim())
    .filter(Boolean)
  const names = pieces.map(withoutPlace).filter(isPersonName)
  const publisher =
    pieces.map(agencyOf).find(Boolean) ??
    (names.length > 0 ? organisations.map((name) => name.trim()).find(isOrganisation) : undefined)
  const unknown = pieces.filter(
    (piece) =>
      !isPersonName(withoutPlace(piece)) && !agencyOf(piece) && piece !== publisher && !isRole(piece),
  )
  if (unknown.length > 0 || (names.length === 0 && !publisher)) return undefined
  return {
    isMarked: marker !== null || publisher !== undefined,
    ...present({ names: withHelpers(joined(people, names), helpers), publisher }),
  }
}

/** Reading time, dates and addresses that share the line. */
function withoutMeta(text: string): string {
  const [first = ''] = text.split(/\s*[•·]\s*|\s+\|\s+(?=[^|]*\d)|\s+[-–—]\s+(?=[^-–—]*\d)/u)
  return first
    .replace(/\s*[<(]?[\w.+-]+@[\w-]+\.[\w.]+[>)]?/g, '')
    .replace(/\s*@\w+/g, '')
    .replace(/,?\s+(?:\p{L}+\s+)?\d.*$/u, '')
    .replace(/[\s,;:.|]+$/, '')
    .trim()
}

/** "Jane Doe in Port Ellery" is about Jane Doe. */
function withoutPlace(piece: string): string {
  return piece.replace(/\s+(?:in|at|aus|en|à)\s+\p{Lu}.*$/u, '').replace(/\s*\([^)]*\)$/, '')
}

function agencyOf(piece: string): string | undefined {
  return AGENCIES.get(piece.replace(/^\(|\)$/g, '').toLowerCase())
}

export function isPersonName(text: string): boolean {
  const parts = text.split(/\s+/)
  if (parts.length < 2 || parts.length > 5 || text.length > 60 || agencyOf(text) || ROLES.test(text))
    return false
  const named = parts.filter((part) => NAME_WORD.test(part))
  return (
    named.length >= 2 &&
    parts.every((part) => NAME_WORD.test(part) || PARTICLE.test(part)) &&
    /\p{L}.*\p{L}/u.test(parts.at(-1) ?? '') &&
    NAME_WORD.test(parts.at(-1) ?? '')
  )
}

function isOrganisation(text: string): boolean {
  return (
    text.length <= 40 && text.split(/\s+/).length <= 4 && /^[\p{Lu}\d]/u.test(text) && !/[.!?]$/.test(text)
  )
}

function isRole(text: string): boolean {
  return text.length <= 60 && ROLES.test(text)
}

function withHelpers(names: string | undefined, helpers: string): string | undefined {
  return names && `${names}${helpers}`
}

/** The names as the line joins them, when it holds nothing else; else with commas. */
function joined(people: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const asWritten = people.trim().split(BETWEEN_NAMES).filter(Boolean)
  return asWritten.length === names.length && asWritten.every((name, index) => name.trim() === names[index])
    ? people.trim()
    : names.join(', ')
}
