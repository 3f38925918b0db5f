// Values of a feed in one form: titles as plain text, dates as epoch milliseconds, links as whole addresses.

import { decodeHTMLStrict } from 'entities/decode'
import { epochOf } from '../clock.ts'

/** A title: tags removed, entities decoded, one line; undefined when nothing is left. */
export function plainTitle(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const decoded = decodeHTMLStrict(value.replace(/<\/?[a-z][^<>]*>/gi, ''))
  return (
    decoded
      .replace(/<\/?(?:b|i|em|strong|span|a|p|br|sup|sub|u)(?:\s[^<>]*)?\/?>/gi, '')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  )
}

export function trimmed(value: string | undefined): string | undefined {
  return value?.trim() || undefined
}

/**
 * A link as it is written, or resolved against the feed's own address where it is not whole; without a user's name and
 * password. Undefined when it is no web address.
 */
export function wholeLink(link: string | undefined, base: string | undefined): string | undefined {
  const text = link?.trim()
  if (!text) return undefined
  const url = URL.canParse(text)
    ? new URL(text)
    : base && URL.canParse(text, base)
      ? new URL(text, base)
      : undefined
  if (!url) return text
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  const isAsWritten =
    URL.canParse(text) && url.username === '' && url.password === '' && !/[\s<>"]/.test(text)
  url.username = ''
  url.password = ''
  return isAsWritten ? text : url.href
}

/** `en_US` is `en-US`. */
export function languageTag(value: string | undefined): string | undefined {
  return trimmed(value)?.replaceAll('_', '-')
}

const ZONES: Readonly<Record<string, string>> = {
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  CET: '+0100',
  CEST: '+0200',
  MEZ: '+0100',
  MESZ: '+0200',
  BST: '+0100',
  WET: '+0000',
  EET: '+0200',
  JST: '+0900',
  MSK: '+0300',
  UT: '+0000',
  Z: '+0000',
}
const MONTHS: Readonly<Record<string, string>> = {
  mär: 'Mar',
  mrz: 'Mar',
  mai: 'May',
  okt: 'Oct',
  dez: 'Dec',
  ene: 'Jan',
  abr: 'Apr',
  ago: 'Aug',
  dic: 'Dec',
  fév: 'Feb',
  avr: 'Apr',
  juin: 'Jun',
  juil: 'Jul',
  aoû: 'Aug',
  déc: 'Dec',
}

/** RFC 822, ISO 8601 in its short and long forms, and what feeds make of them; without a zone it is UTC. */
export function feedDate(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  if (!text) return undefined
  const iso =
    /^(-?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    )
  if (iso) return isoDate(iso)
  const cleaned = text
    .replace(/^\p{L}{2,10}\.?,\s*/u, '')
    .replace(/\b(\p{L}{3,4})\b\.?/giu, (word, name) => MONTHS[String(name).toLowerCase()] ?? word)
    .replace(/\b(\d{1,2})-(\p{L}{3})-(\d{2,4})\b/u, '$1 $2 $3')
    .replace(/\b24:00(:00)?\b/, '00:00$1')
    .replace(/\s([A-Z]{1,4})$/, (whole, zone) => (ZONES[zone] ? ` ${ZONES[zone]}` : whole))
  const withZone = /(?:[+-]\d{2}:?\d{2}|GMT|UTC|Z)$/i.test(cleaned) ? cleaned : `${cleaned} UTC`
  const at = Date.parse(withZone)
  return Number.isNaN(at) || isNoDay(cleaned) ? undefined : at
}

/** `Date.parse` takes 30 Feb for 2 March. */
function isNoDay(date: string): boolean {
  const [whole, day] = /^(\d{1,2})\s+\p{L}+\s+\d{4}/u.exec(date) ?? []
  return whole !== undefined && new Date(`${whole} UTC`).getUTCDate() !== Number(day)
}

function isoDate([
  ,
  year,
  month = '01',
  day = '01',
  hour = '00',
  minute = '00',
  second = '00',
  fraction = '',
  zone = 'Z',
]: RegExpExecArray) {
  return epochOf(
    `${year}-${month}-${day}T${hour.padStart(2, '0')}:${minute}:${second}${fraction && `.${fraction.slice(0, 3)}`}${zone}`,
  )
}
