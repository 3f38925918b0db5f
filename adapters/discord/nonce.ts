import { hash } from 'node:crypto'

const LONGEST = 25

/**
 * The same for every try of one part to one channel, and for nothing else: Discord takes posts of one nonce for one post. 150
 * bits of SHA-256, so that no two ever meet.
 */
export function nonceOf(channelId: string, key: string): string {
  return hash('sha256', `${channelId}\n${key}`, 'base64url').slice(0, LONGEST)
}
