import { z } from 'zod'

/** What Discord takes from the environment; without a token there is no Discord. */
export const discordSettings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'must be the token of a bot: three pieces with dots between')
    .optional()
    .describe('The token of your bot, from the Discord developer portal. It turns Discord on.'),
  DISCORD_API_ROOT: z
    .string()
    .regex(/^https?:\/\/\S+[^\s/]$/, 'must be an address without a slash at its end')
    .default('https://discord.com/api')
    .describe('The address of Discord’s API; another one for a proxy of your own.'),
  DISCORD_MESSAGES: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('yes')
    .describe('`no` hears commands and buttons only, neither mentions and replies nor private messages.'),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be the public key of the application, 64 letters and figures')
    .optional()
    .describe(
      'The public key of your application. When set, commands and buttons come as HTTP requests, and nothing else is heard.',
    ),
  DISCORD_HTTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port, for example 8444')
    .default('8444')
    .describe('The port that those requests arrive at, as plain HTTP behind your proxy.'),
  DISCORD_HTTP_HOST: z.string().default('127.0.0.1').describe('The address that port is opened on.'),
})

export type DiscordSettings = Readonly<z.infer<typeof discordSettings>>
