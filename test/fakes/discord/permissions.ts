// What a member may do in a channel, by Discord's rules: roles, then what the channel takes away and gives.

import { ApiError, refusals } from './api-error.ts'
import { CHANNEL } from './wire.ts'
import type { FakeChannel, World } from './world.ts'

export const PERMISSION = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  readHistory: 1n << 16n,
  createThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const

const ALL = (1n << 52n) - 1n

export function permissionsIn(world: World, channel: FakeChannel, memberId: string): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)
  if (!guild) return ALL
  const roleIds = guild.members.get(memberId)
  if (!roleIds) return 0n
  const held = guild.roles.filter(({ id }) => id === guild.id || roleIds.includes(id))
  let allowed = held.reduce((all, { permissions }) => all | BigInt(permissions), 0n)
  if (guild.ownerId === memberId || (allowed & PERMISSION.administrator) !== 0n) return ALL
  const rules = placeOfRights(world, channel).overwrites
  const apply = (chosen: typeof rules) => {
    for (const { deny } of chosen) allowed &= ~BigInt(deny)
    for (const { allow } of chosen) allowed |= BigInt(allow)
  }
  apply(rules.filter(({ id }) => id === guild.id))
  apply(rules.filter(({ id, type }) => type === 0 && id !== guild.id && roleIds.includes(id)))
  apply(rules.filter(({ id, type }) => type === 1 && id === memberId))
  return allowed
}

export function requireRights(world: World, channel: FakeChannel, ...wanted: readonly bigint[]): void {
  if (channel.guildId === undefined) return
  const held = permissionsIn(world, channel, world.bot.id)
  if ((held & PERMISSION.viewChannel) === 0n) throw refusals.missingAccess()
  if (wanted.some((each) => (held & each) === 0n)) throw refusals.missingPermissions()
}

/** A thread has the rules of the channel it is in. */
function placeOfRights(world: World, channel: FakeChannel): FakeChannel {
  if (channel.type !== CHANNEL.thread || channel.parentId === undefined) return channel
  const parent = world.channels.get(channel.parentId)
  if (!parent) throw new ApiError(404, 10_003, 'Unknown Channel')
  return parent
}
