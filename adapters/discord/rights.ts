// What a member may do in a server and in one of its channels, reckoned from roles and from what the channel gives and takes.

import { type APIChannel, type APIGuild, type APIGuildMember, type APIOverwrite, Routes } from 'discord.js'
import type { Api } from './api.ts'

export interface Rights {
  readonly channel: APIChannel
  readonly allowed: bigint
}

export const ADMINISTRATOR = 1n << 3n
export const MANAGE_SERVER = 1n << 5n
const ALL = (1n << 64n) - 1n

type Server = Pick<APIGuild, 'id' | 'owner_id' | 'roles'>

/** Of a private chat nothing is kept from anybody. Throws what the calls throw. */
export async function rightsIn(
  api: Api,
  { channelId, memberId }: { readonly channelId: string; readonly memberId: string },
  signal: AbortSignal,
): Promise<Rights> {
  const channel = await api.call<APIChannel>('GET', Routes.channel(channelId), { signal })
  if (!('guild_id' in channel) || channel.guild_id === undefined) return { channel, allowed: ALL }
  const guild = await api.call<APIGuild>('GET', Routes.guild(channel.guild_id), { signal })
  const member = await api.call<APIGuildMember>('GET', Routes.guildMember(guild.id, memberId), { signal })
  const overwrites = await overwritesOf(api, channel, signal)
  return { channel, allowed: rightsWith({ guild, memberId, roles: member.roles }, overwrites) }
}

/** A thread has the rules of the channel that it is in. */
async function overwritesOf(
  api: Api,
  channel: APIChannel,
  signal: AbortSignal,
): Promise<readonly APIOverwrite[]> {
  const isThread = 'thread_metadata' in channel
  if (isThread && 'parent_id' in channel && channel.parent_id) {
    const parent = await api.call<APIChannel>('GET', Routes.channel(channel.parent_id), { signal })
    return 'permission_overwrites' in parent ? (parent.permission_overwrites ?? []) : []
  }
  return 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : []
}

/** By Discord's order: everybody, roles together, the member alone; what is given wins over what is taken. */
export function rightsWith(
  {
    guild,
    memberId,
    roles,
  }: { readonly guild: Server; readonly memberId: string; readonly roles: readonly string[] },
  overwrites: readonly Pick<APIOverwrite, 'id' | 'type' | 'allow' | 'deny'>[],
): bigint {
  const held = guild.roles.filter(({ id }) => id === guild.id || roles.includes(id))
  const base = held.reduce((all, { permissions }) => all | BigInt(permissions), 0n)
  if (guild.owner_id === memberId || (base & ADMINISTRATOR) !== 0n) return ALL
  const everybody = overwrites.filter(({ id }) => id === guild.id)
  const ofRoles = overwrites.filter(({ id, type }) => type === 0 && id !== guild.id && roles.includes(id))
  const ofMember = overwrites.filter(({ id, type }) => type === 1 && id === memberId)
  return [everybody, ofRoles, ofMember].reduce((allowed, rules) => {
    const taken = rules.reduce((all, { deny }) => all | BigInt(deny), 0n)
    const given = rules.reduce((all, { allow }) => all | BigInt(allow), 0n)
    return (allowed & ~taken) | given
  }, base)
}
