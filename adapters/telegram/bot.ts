// The Bot API, called through grammy and never retried by it: what became of a call is ours to judge.

import { Api, type RawApi } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'

export interface Bot {
  readonly api: RawApi
  /** The same for calls that wait for something to happen. */
  readonly patientApi: RawApi
  /** Who the bot is; asked for until it was answered once. */
  me(signal: AbortSignal): Promise<UserFromGetMe>
}

/** Long: a send given up too early is a post that nobody knows about. */
const LIMIT_SECONDS = 60
const PATIENT_LIMIT_SECONDS = 120

export function createBot({ token, apiRoot }: { readonly token: string; readonly apiRoot: string }): Bot {
  const apiOf = (timeoutSeconds: number) => new Api(token, { apiRoot, timeoutSeconds }).raw
  const api = apiOf(LIMIT_SECONDS)
  let known: UserFromGetMe | undefined
  return {
    api,
    patientApi: apiOf(PATIENT_LIMIT_SECONDS),
    async me(signal) {
      known ??= await api.getMe(grammySignal(signal))
      return known
    },
  }
}

type GrammySignal = NonNullable<Parameters<RawApi['getMe']>[0]>

/** grammy names the type of an older polyfill; it uses nothing that signals of today do not have. */
export function grammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal
}
