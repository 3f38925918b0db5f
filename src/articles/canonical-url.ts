// One address per page, whatever way led to it (grounding 5.1). For comparing; people are shown the address they gave.

/** Parameters that say where a reader came from, not what is read. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_.*|at_.*|ns_.*|wt_.*|guce_.*|pk_.*|mtm_.*|itm_.*|hsa_.*',
    'fbclid|gclid|dclid|yclid|msclkid|twclid|gbraid|wbraid|igsh|igshid|mc_cid|mc_eid|_ga|_gl|wt\\.mc_id',
    'ref|ref_src|referrer|src|source|cmp|cmpid|ito|smid|smtyp|ocid|xtor|spm|guccounter|share|sharetype|_?amp|print|printable|__twitter_impression',
  ].join('|')})$`,
  'i',
)

/** Parameters that ask for the AMP or print variant of a page. */
const VARIANT_NAME = /^(?:output(?:type)?|view|mode|format|layout|tmpl)$/i
const VARIANT_VALUE = /^(?:amp|amphtml|print|printable)$/i

/** Second levels under which countries give names away, so that a domain has three parts. */
const SHARED_SECOND_LEVEL = /^(?:com?|net|org|gov|edu|ac|or|ne|go|gob|gouv|govt|nom|in)$/

/**
 * Without scheme differences, `www.`, `m.`, `amp.`, fragment, tracking parameters, trailing slash, AMP and print variants.
 * `declared` is what the page says of itself (`rel=canonical`, `og:url`): believed on the same domain, unless it only
 * names the front page. Undefined when neither is an address of the web.
 */
export function canonicalUrl(url: string | undefined, declared?: string): string | undefined {
  const given = unwrapped(webUrl(url))
  const said = webUrl(declared, given)
  if (!given) return said && plain(said)
  return plain(said && isBelievable(said, given) ? said : given)
}

/** Caches of AMP pages name the page that they keep: `/amp/s/host/path`, `/c/s/host/path`; `s` is for https. */
const AMP_CACHE = /^\/(?:amp|c|v|wp)\/(?:s\/)?([a-z0-9.-]+\.[a-z]{2,}\/.*)$/i

function unwrapped(url: URL | undefined): URL | undefined {
  if (!url || !/(?:^|\.)(?:google\.[a-z.]+|cdn\.ampproject\.org|bing-amp\.com)$/i.test(url.hostname))
    return url
  const [, page] = AMP_CACHE.exec(url.pathname) ?? []
  return page === undefined ? url : webUrl(`https://${page}${url.search}`)
}

/** The address as it was given if it is one of the web, without a user's name and password; else undefined. */
export function webAddress(text: string | undefined): string | undefined {
  const url = webUrl(text)
  if (!url?.username && !url?.password) return url && text?.trim()
  url.username = ''
  url.password = ''
  return url.href
}

function webUrl(text: string | undefined, base?: URL): URL | undefined {
  if (!text || !URL.canParse(text, base?.href)) return undefined
  const url = new URL(text, base?.href)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}

function isBelievable(said: URL, given: URL): boolean {
  const onlyFrontPage = said.pathname === '/' && said.search === '' && given.pathname !== '/'
  return !onlyFrontPage && registrableDomain(said.hostname) === registrableDomain(given.hostname)
}

/** The last two parts of a host, or three under `co.uk` and the like. A guess: no list of public suffixes is read. */
function registrableDomain(host: string): string {
  const parts = host.split('.')
  const isShared = (parts.at(-1) ?? '').length === 2 && SHARED_SECOND_LEVEL.test(parts.at(-2) ?? '')
  return parts.slice(isShared ? -3 : -2).join('.')
}

function plain(url: URL): string {
  const host = url.host.toLowerCase().replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, '')
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/^\/(?:amp|print)(?=\/.)/i, '')
    .replace(/[/.](?:amp|print)(?=\.html?$|$)/i, '')
    .replace(/\/+$/, '')
  const kept = [...url.searchParams]
    .filter(
      ([name, value]) => !TRACKING.test(name) && !(VARIANT_NAME.test(name) && VARIANT_VALUE.test(value)),
    )
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
  return `https://${host}${path}${query}`
}
