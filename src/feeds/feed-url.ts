import { UserError } from '../errors.ts'

/**
 * The address of a feed in the one form in which it is stored, so that no feed is followed twice: host in lower case, no
 * fragment. Throws UserError for what is no such address, and never repeats a password.
 */
export function feedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    const shown = text.replace(/[^\s/]*@/, '…@')
    throw new UserError(`"${shown}" is not the address of a feed. It should begin with https://.`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError(
      `The address on ${url.host} holds a user name or a password. Feeds are followed without: leave out what stands before the @.`,
    )
  }
  url.hash = ''
  return url.href
}
