/** What the bot asks for where it is added: to see channels, to write, links, to read back, threads, and to write in them. */
export const PERMISSIONS = {
  'View Channels': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Embed Links': 1n << 14n,
  'Read Message History': 1n << 16n,
  'Create Public Threads': 1n << 35n,
  'Send Messages in Threads': 1n << 38n,
} as const

export type Permission = keyof typeof PERMISSIONS

export const ALL_PERMISSIONS: bigint = Object.values(PERMISSIONS).reduce((all, each) => all | each, 0n)

/** Where somebody chooses the server to add it to. */
export function inviteUrl(applicationId: string): string {
  const query = {
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(ALL_PERMISSIONS),
  }
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`
}
