import { z } from 'zod'
import { badRequest } from '../api-error.ts'
import { method } from '../method.ts'
import { chatId, userId } from '../params.ts'

const MAX_COMMANDS = 100
const MAX_DESCRIPTION = 256

const general = z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'])
const scope = z.union([
  z.strictObject({ type: general }),
  z.strictObject({ type: z.enum(['chat', 'chat_administrators']), chat_id: chatId }),
  z.strictObject({ type: z.literal('chat_member'), chat_id: chatId, user_id: userId }),
])
const whose = { scope: scope.exactOptional(), language_code: z.string().exactOptional() } as const
const command = z.strictObject({
  command: z.string(),
  description: z.string(),
  is_ephemeral: z.boolean().exactOptional(),
})

export const setMyCommands = method({ commands: z.array(command), ...whose }, ({ world }, params) => {
  if (params.commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of params.commands) checkCommand(command, description)
  world.commands.set(keyOf(params), params.commands)
  return true
})

export const getMyCommands = method(whose, ({ world }, params) => world.commands.get(keyOf(params)) ?? [])

export const deleteMyCommands = method(whose, ({ world }, params) => {
  world.commands.delete(keyOf(params))
  return true
})

function checkCommand(name: string, description: string): void {
  if (!/^[a-z\d_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  const length = [...description].length
  if (length < 1 || length > MAX_DESCRIPTION) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
}

interface Whose {
  readonly scope?: z.output<typeof scope>
  readonly language_code?: string
}

/** Every scope and language has a list of its own; without a language it is for everybody else. */
function keyOf({ scope: of = { type: 'default' }, language_code: language = '' }: Whose): string {
  if (!/^(?:[a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified')
  const chat = 'chat_id' in of ? `/${of.chat_id}` : ''
  const member = 'user_id' in of ? `/${of.user_id}` : ''
  return `${of.type}${chat}${member}:${language}`
}
