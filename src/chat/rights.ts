import { UserError } from '../errors.ts'
import type { ChatParts, Said } from './chat-command.ts'

/** Throws UserError unless that person may decide what that chat gets, with whom to ask. */
export async function requireRight(
  { isAdmin, owners }: Pick<ChatParts, 'isAdmin' | 'owners'>,
  { chat, person }: Pick<Said, 'chat' | 'person'>,
): Promise<void> {
  if (chat.kind !== 'private' && !(await isAdmin(chat, person)))
    throw new UserError('Only the admins of this chat decide what it gets. Please ask one of them.')
  const name = `${person.platform}:${person.id}`
  if (owners.length > 0 && !owners.includes(name))
    throw new UserError(
      `Whoever runs me has named the people who may make and change subscriptions, and you are not among them. Please ask to be added to OWNERS as ${name}.`,
    )
}
