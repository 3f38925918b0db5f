// What the headers of an answer say about the next request.

/** Of `Retry-After`, seconds or a date: how long to wait from now. */
export function retryAfterMs(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d{1,12}$/.test(text)) return Number(text) * 1000
  const at = dateOf(text)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** For how long the answer stays fresh: by `Cache-Control`, else by `Expires` against the server's own clock. */
export function freshForMs(headers: Pick<Headers, 'get'>): number | undefined {
  const cacheControl = headers.get('cache-control') ?? ''
  if (/(?:^|[\s,])no-(?:cache|store)\b/i.test(cacheControl)) return undefined
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl)?.[1]
  if (maxAge !== undefined) {
    const age = /^\d{1,9}$/.exec(headers.get('age')?.trim() ?? '')?.[0]
    return Math.max(0, Number(maxAge) - Number(age ?? 0)) * 1000
  }
  const until = dateOf(headers.get('expires')) - dateOf(headers.get('date'))
  return Number.isNaN(until) ? undefined : Math.max(0, until)
}

/** NaN for what is no date; `Date.parse` takes a bare number for one. */
function dateOf(value: string | null): number {
  return /[a-z]{3}/i.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN
}
