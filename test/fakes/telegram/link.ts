// Which addresses Telegram takes for a link or a button. Its exact list is longer; these are those that it is known to take.

/** The address as Telegram would keep it; undefined when it would not. */
export function checkedLink(url: string): string | undefined {
  const trimmed = url.trim()
  if (/^(?:tg|ton|mailto|tel):\S+$/i.test(trimmed)) return trimmed
  const withScheme = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`
  return isWebAddress(withScheme) ? trimmed : undefined
}

/** http or https, a host with a dot or of this machine, no spaces. */
export function isWebAddress(url: string): boolean {
  if (!/^https?:\/\/[^\s<>]+$/i.test(url) || !URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost'
}
