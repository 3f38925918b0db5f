// A basic group becomes a supergroup: another id, other message numbers, the old place answers only where it went.

import { addMessage } from './messages.ts'
import { addPlace, chatOf } from './people.ts'
import { tellBot } from './privacy.ts'
import { defined, type FakeChat, type World } from './world.ts'

/** Which of the two places tells of it, in that order; either may, and neither must. */
export type Announced = readonly ('old' | 'new')[]

/** The new id. */
export function migrate(world: World, groupId: number, announced: Announced = ['old', 'new']): number {
  const group = chatOf(world, groupId)
  if (group.type !== 'group') throw new Error(`${groupId} is no basic group`)
  const newId = addPlace(world, 'supergroup', defined({ title: group.title }))
  const supergroup = chatOf(world, newId)
  for (const [id, member] of group.members) supergroup.members.set(id, member)
  for (const place of announced) announce(world, place, group, supergroup)
  group.migratedTo = newId
  return newId
}

function announce(world: World, place: Announced[number], group: FakeChat, supergroup: FakeChat): void {
  const [chat, fields] =
    place === 'old'
      ? [group, { migrate_to_chat_id: supergroup.id }]
      : [supergroup, { migrate_from_chat_id: group.id }]
  tellBot(world, chat, addMessage(world, chat, fields))
}
