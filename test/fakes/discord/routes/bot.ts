import { z } from 'zod'
import { refusals } from '../api-error.ts'
import { type Command, checkCommands } from '../check-forms.ts'
import { route } from '../route.ts'
import type { FakeGuild } from '../world.ts'

const COMMANDS = '/applications/:application/commands'

export const botRoutes = [
  route('GET /gateway/bot', {}, ({ world, gateway }) => ({
    url: gateway.url(),
    shards: world.shards,
    session_start_limit: {
      total: 1_000,
      remaining: gateway.identifiesLeft(),
      reset_after: 0,
      max_concurrency: world.shards,
    },
  })),

  route('GET /users/@me', {}, ({ world }) => world.bot),

  route('GET /applications/@me', {}, ({ world, gateway }) => ({
    id: world.applicationId,
    name: 'Brevier',
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: gateway.publicKey,
    interactions_endpoint_url: gateway.endpointUrl() ?? null,
    flags: 0,
  })),

  route(`GET ${COMMANDS}`, {}, ({ world }, { query }) =>
    query.get('with_localizations') === 'true' ? world.commands : world.commands.map(withoutLocalizations),
  ),

  route(`PUT ${COMMANDS}`, { body: z.unknown() }, ({ world }, { body }) => {
    world.commands = checkCommands(body).map((command) => kept(command, world.nextId(), world.applicationId))
    return world.commands
  }),

  route('GET /guilds/:guild', {}, ({ world }, { params: { guild = '' } }) => {
    const found = world.guilds.get(guild)
    if (!found?.hasBot) throw refusals.unknownGuild()
    return wireGuild(found)
  }),

  route('GET /guilds/:guild/members/:member', {}, ({ world }, { params: { guild = '', member = '' } }) => {
    const found = world.guilds.get(guild)
    if (!found?.hasBot) throw refusals.unknownGuild()
    const roles = found.members.get(member)
    if (!roles) throw refusals.unknownMember()
    const user = member === world.bot.id ? world.bot : world.people.get(member)?.user
    return { user, roles, joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 }
  }),
]

/** What was left out comes back as what it means. */
function kept(command: Command, id: string, applicationId: string): Record<string, unknown> {
  return {
    id,
    application_id: applicationId,
    version: id,
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    ...(command.type === 1 ? { description_localizations: null } : { description: '' }),
    ...command,
  }
}

export function wireGuild({ id, name, ownerId, roles }: FakeGuild) {
  return {
    id,
    name,
    owner_id: ownerId,
    roles,
    features: [],
    emojis: [],
    stickers: [],
    preferred_locale: 'en-US',
  }
}

/** Unless they are asked for. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'))
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutLocalizations(held)]))
}
