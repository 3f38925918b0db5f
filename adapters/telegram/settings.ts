import { z } from 'zod'

/** What Telegram takes from the environment; without a token there is no Telegram. */
export const telegramSettings = z
  .object({
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/, 'must be the token that @BotFather gave, like 123456:ABC-DEF')
      .optional()
      .describe('The token of your bot, from @BotFather. It turns Telegram on.'),
    TELEGRAM_API_ROOT: z
      .string()
      .regex(/^https?:\/\/\S+[^\s/]$/, 'must be an address without a slash at its end')
      .default('https://api.telegram.org')
      .describe('The address of the Bot API; another one for a Bot API server of your own.'),
    TELEGRAM_WEBHOOK_URL: z
      .string()
      .regex(/^https:\/\/\S+$/, 'must be an https address that Telegram can reach')
      .optional()
      .describe(
        'Where Telegram sends what happens. When empty, it is asked for it: nothing has to be reachable.',
      ),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, figures, _ or -')
      .optional()
      .describe('A secret of your own that proves that a request to the webhook is from Telegram.'),
    TELEGRAM_WEBHOOK_PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port, for example 8443')
      .default('8443')
      .describe('The port that webhook requests arrive at, as plain HTTP behind your proxy.'),
    TELEGRAM_WEBHOOK_HOST: z.string().default('127.0.0.1').describe('The address that port is opened on.'),
    TELEGRAM_ID_PROBE: z
      .enum(['yes', 'no'], 'must be yes or no')
      .default('no')
      .describe(
        '`yes` looks for a post that may have arrived by trying the numbers after the last one; unproven, so off.',
      ),
  })
  .refine(({ TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }) => !url || secret, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    message: 'must be set when TELEGRAM_WEBHOOK_URL is',
  })

export type TelegramSettings = Readonly<z.infer<typeof telegramSettings>>
