// What networks and sockets say, in plain words.

import { reasonOf } from '../errors.ts'
import { ON_PRIVATE_NETWORK, PRIVATE_NETWORK } from './addresses.ts'

/** Of these nothing came at all: whoever asks again at once wastes time. */
const NO_ANSWER: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'names cannot be looked up just now',
  ECONNREFUSED: 'it refuses connections',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody vouches for its certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody vouches for its certificate',
  [PRIVATE_NETWORK]: `its name leads to ${ON_PRIVATE_NETWORK}`,
}

const BROKEN: Readonly<Record<string, string>> = {
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its answer is shorter or longer than it says',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too long',
}

export interface Unreachable {
  readonly why: string
  readonly isUnreachable: boolean
}

/** The innermost cause in plain words. */
export function whyUnreachable(error: unknown): Unreachable {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (NO_ANSWER[code]) return { why: NO_ANSWER[code], isUnreachable: true }
    if (BROKEN[code]) return { why: BROKEN[code], isUnreachable: false }
    if (/^(?:Z_|ERR__ERROR|ZSTD_)/.test(code))
      return { why: 'its answer cannot be unpacked', isUnreachable: false }
    if (code.startsWith('HPE_')) return { why: 'it does not speak HTTP', isUnreachable: false }
    if (!(cause.cause instanceof Error)) break
  }
  return { why: reasonOf(innermost(error)).replace(/\.$/, ''), isUnreachable: false }
}

function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : error
}
