// Discord's REST API, called through discord.js and never retried by it: what became of a call is ours to judge. A call that
// would have to wait for a rate limit is refused instead, with how long.

import { type APIApplication, type APIUser, REST, Routes } from 'discord.js'
import type { Clock } from '../../src/ports.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface Request {
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

export interface Api {
  /** As the bot. */
  call<T>(method: Method, route: `/${string}`, request: Request): Promise<T>
  /** As what answers an interaction, for which the token in its route speaks; it is not limited with the rest. */
  answer<T>(method: Method, route: `/${string}`, request: Request): Promise<T>
  /** Who the bot is, and its application; asked for until it was answered once. */
  me(signal: AbortSignal): Promise<APIUser>
  application(signal: AbortSignal): Promise<APIApplication>
}

export interface ApiParts {
  readonly token: string
  readonly apiRoot: string
  readonly clock: Clock
}

const LIMIT_MS = 15_000
/** Ours ends every call before. */
const SDK_LIMIT_MS = 10 * LIMIT_MS

export function createApi({ token, apiRoot, clock }: ApiParts): Api {
  const options = {
    api: apiRoot,
    version: '10',
    retries: 0,
    timeout: SDK_LIMIT_MS,
    rejectOnRateLimit: () => true,
  }
  const rest = new REST(options)
  const unlimited = { ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY }
  const interactions = new REST(unlimited)
  /** discord.js sends first words one after the other, however long each is under way: each has a queue of its own. */
  const firstWord = () => new REST({ ...unlimited, hashSweepInterval: 0, handlerSweepInterval: 0 })
  let me: APIUser | undefined
  let application: APIApplication | undefined

  async function request<T>(
    through: REST,
    method: Method,
    route: `/${string}`,
    { body, query, signal, isOurs }: Request & { readonly isOurs: boolean },
  ): Promise<T> {
    const over = new AbortController()
    const timer = clock.sleep(LIMIT_MS, over.signal).then(() => over.abort())
    try {
      return (await through.request({
        method: method as never,
        fullRoute: route,
        auth: isOurs,
        signal: AbortSignal.any([signal, over.signal]),
        ...(body !== undefined && { body }),
        ...(query && { query: new URLSearchParams(query) }),
      })) as T
    } finally {
      over.abort()
      await timer
    }
  }

  const api: Api = {
    call(method, route, given) {
      // A token that was refused is forgotten by discord.js; each call tries it anew.
      rest.setToken(token)
      return request(rest, method, route, { ...given, isOurs: true })
    },
    answer: (method, route, given) => {
      const through = route.endsWith('/callback') ? firstWord() : interactions
      return request(through, method, route, { ...given, isOurs: false })
    },
    async me(signal) {
      me ??= await api.call<APIUser>('GET', Routes.user(), { signal })
      return me
    },
    async application(signal) {
      application ??= await api.call<APIApplication>('GET', Routes.currentApplication(), { signal })
      return application
    },
  }
  return api
}
