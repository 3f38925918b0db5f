import { userError } from '../message/user-error.ts'
import type { ChatParts, Said } from './chat-command.ts'

/** Throws UserError unless that person may decide what that chat gets, with whom to ask. */
export async function requireRight(
  { isAdmin, owners }: Pick<ChatParts, 'isAdmin' | 'owners'>,
  { chat, person }: Pick<Said, 'chat' | 'person'>,
): Promise<void> {
  if (chat.kind !== 'private' && !(await isAdmin(chat, person))) throw userError((wrong) => wrong.onlyAdmins)
  const name = `${person.platform}:${person.id}`
  if (owners.length > 0 && !owners.includes(name)) throw userError((wrong) => wrong.onlyOwners(name))
}
