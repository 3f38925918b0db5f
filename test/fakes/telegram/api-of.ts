import { Api } from 'grammy'
import type { Telegram } from './telegram.ts'

/** grammy's client for the fake server. */
export function apiOf({ token, apiRoot }: Pick<Telegram, 'token' | 'apiRoot'>): Api {
  return new Api(token, { apiRoot, timeoutSeconds: 5 })
}
