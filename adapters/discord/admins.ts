// Who may change what a place gets: whoever may manage its server. What an interaction says of that is believed for a minute,
// and so is what was asked.

import type { APIInteraction } from 'discord.js'
import type { Chat, Person } from '../../src/domain.ts'
import type { Clock } from '../../src/ports.ts'
import type { Api } from './api.ts'
import { ADMINISTRATOR, MANAGE_SERVER, rightsIn } from './rights.ts'
import { within } from './within.ts'

export interface Admins {
  isAdmin(chat: Chat, person: Person): Promise<boolean>
  /** An interaction says what whoever did it may do there. */
  note(interaction: APIInteraction): void
}

const BELIEVED_MS = 60_000
const LIMIT_MS = 10_000

export function createAdmins({ api, clock }: { readonly api: Api; readonly clock: Clock }): Admins {
  const known = new Map<string, { readonly isAdmin: boolean; readonly until: number }>()

  function keep(channelId: string, personId: string, isAdmin: boolean): void {
    const now = clock.now()
    for (const [key, { until }] of known) if (until <= now) known.delete(key)
    known.set(`${channelId} ${personId}`, { isAdmin, until: now + BELIEVED_MS })
  }

  return {
    note({ channel, member, data }) {
      if (!member) return
      const { user } = member
      if (channel) keep(channel.id, user.id, mayManage(BigInt(member.permissions)))
      // Of channels that were chosen it says the same.
      const chosen =
        data && 'resolved' in data && data.resolved && 'channels' in data.resolved
          ? data.resolved.channels
          : {}
      for (const { id, permissions } of Object.values(chosen ?? {}))
        if (permissions) keep(id, user.id, mayManage(BigInt(permissions)))
    },

    async isAdmin(chat, person) {
      // In private everybody is his own admin.
      if (chat.kind === 'private') return chat.id === person.id
      const believed = known.get(`${chat.id} ${person.id}`)
      if (believed && believed.until > clock.now()) return believed.isAdmin
      const over = new AbortController()
      try {
        const asked = rightsIn(api, { channelId: chat.id, memberId: person.id }, over.signal)
        const isAdmin = mayManage((await within(clock, LIMIT_MS, asked))?.allowed ?? 0n)
        keep(chat.id, person.id, isAdmin)
        return isAdmin
      } catch {
        // Who cannot be found to be one is none, this time.
        return false
      } finally {
        over.abort()
      }
    },
  }
}

function mayManage(rights: bigint): boolean {
  return (rights & (ADMINISTRATOR | MANAGE_SERVER)) !== 0n
}
