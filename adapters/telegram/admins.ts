// Who may change what a chat gets. Asked of Telegram, and believed for a minute.

import type { Chat, Person } from '../../src/domain.ts'
import type { Clock } from '../../src/ports.ts'
import { chatIdOf } from './address.ts'
import { type Bot, grammySignal } from './bot.ts'

export type IsAdmin = (chat: Chat, person: Person) => Promise<boolean>

const BELIEVED_MS = 60_000
const LIMIT_MS = 10_000

export function createIsAdmin({ bot, clock }: { readonly bot: Bot; readonly clock: Clock }): IsAdmin {
  const known = new Map<string, { readonly isAdmin: boolean; readonly until: number }>()

  function forget(): void {
    for (const [key, { until }] of known) if (until <= clock.now()) known.delete(key)
  }

  async function ask(chat: Chat, person: Person): Promise<boolean> {
    const over = new AbortController()
    const timer = clock.sleep(LIMIT_MS, over.signal).then(() => over.abort())
    try {
      const member = await bot.api.getChatMember(
        { chat_id: chatIdOf(chat), user_id: Number(person.id) },
        grammySignal(over.signal),
      )
      return member.status === 'creator' || member.status === 'administrator'
    } finally {
      over.abort()
      await timer
    }
  }

  return async (chat, person) => {
    // In private everybody is his own admin; an admin who hides behind his group shows himself as the group.
    if (chat.id === person.id) return true
    if (chat.kind === 'private') return false
    forget()
    const key = `${chat.id} ${person.id}`
    const believed = known.get(key)
    if (believed) return believed.isAdmin
    try {
      const isAdmin = await ask(chat, person)
      known.set(key, { isAdmin, until: clock.now() + BELIEVED_MS })
      return isAdmin
    } catch {
      // Who cannot be found to be one is none, this time.
      return false
    }
  }
}
