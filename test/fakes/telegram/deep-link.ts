// Links to the bot that people follow: into their private chat, or to add it to a group or channel.

import { changeBot } from './membership.ts'
import { ALL_RIGHTS } from './people.ts'
import type { Rights } from './wire.ts'
import type { World } from './world.ts'
import { write } from './writing.ts'

/** `chatId` is what the person picks when he is asked where to. */
export function follow(world: World, personId: number, link: string, chatId?: number): void {
  const { hostname, pathname, searchParams } = new URL(link)
  if (hostname !== 't.me' || pathname.slice(1).toLowerCase() !== world.bot.username?.toLowerCase()) {
    throw new Error(`${link} does not lead to the bot`)
  }
  const start = searchParams.get('start')
  if (start !== null) startPrivately(world, personId, start)
  else if (chatId === undefined) throw new Error(`${link} asks for a chat`)
  else addWith(world, personId, chatId, searchParams)
}

function startPrivately(world: World, personId: number, payload: string): void {
  if (!/^[\w-]{0,64}$/.test(payload))
    world.report(`a link into the private chat with the payload "${payload}"`)
  write(world, personId, { text: `/start ${payload}`.trim() })
}

function addWith(world: World, personId: number, chatId: number, search: URLSearchParams): void {
  const admin = search.get('admin')
  if (admin !== null) {
    changeBot(world, personId, chatId, { status: 'administrator', ...rightsOf(world, admin) })
    return
  }
  changeBot(world, personId, chatId, { status: 'member' })
  const payload = search.get('startgroup')
  if (payload) write(world, personId, { chat: chatId, text: `/start@${world.bot.username} ${payload}` })
}

/** `post_messages+edit_messages`; in a query, a plus is a space. */
function rightsOf(world: World, admin: string): Rights {
  const names = admin.split(/[ +]/).filter((name) => name !== '')
  const unknown = names.filter((name) => !(`can_${name}` in ALL_RIGHTS) && !OTHER_RIGHTS.has(name))
  if (unknown.length > 0) world.report(`a link that asks for rights that do not exist: ${unknown.join(', ')}`)
  return { can_manage_chat: true, ...Object.fromEntries(names.map((name) => [`can_${name}`, true])) }
}

const OTHER_RIGHTS: ReadonlySet<string> = new Set([
  'change_info',
  'restrict_members',
  'invite_users',
  'promote_members',
  'manage_video_chats',
])
