// What became of the bot's place in a server, or of a place there.

import type { Chat, InboundEvent } from '../../src/domain.ts'
import { PLATFORM, personOf } from './address.ts'

export interface Server {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly places: readonly Chat[]
}

type Can = Extract<InboundEvent, { kind: 'membership' }>['can']

/** Who added or removed the bot is not told; the owner of the server knows. */
export function membershipOf({ id, name, ownerId, places }: Server, can: Can, at: number): InboundEvent {
  return {
    kind: 'membership',
    key: `member:${id}:${at}:${can}`,
    chat: { platform: PLATFORM, id, kind: 'group' },
    person: personOf({ id: ownerId }),
    at,
    can,
    title: name,
    places,
  }
}

/** A channel or a thread was deleted. */
export function deletionOf(place: Chat, server: Pick<Server, 'id' | 'ownerId'>, at: number): InboundEvent {
  return {
    kind: 'membership',
    key: `deleted:${place.id}`,
    chat: { platform: PLATFORM, id: server.id, kind: 'group' },
    person: personOf({ id: server.ownerId }),
    at,
    can: 'nothing',
    places: [place],
  }
}
