// What is wrong between the bot and Telegram, each finding with what mends it. For the operator, and so in English.

import type { Chat } from '../../src/domain.ts'
import type { Clock, Problem } from '../../src/ports.ts'
import { type Bot, grammySignal } from './bot.ts'
import { examineChat } from './examine-chat.ts'
import { failureOf, isTokenRefused, reasonOfFailure } from './failure.ts'
import { problem } from './problem.ts'

export interface ExamineParts {
  readonly bot: Bot
  readonly clock: Clock
  readonly token: string
  readonly apiRoot: string
  /** Where Telegram is to send updates, if it is. */
  readonly webhookUrl?: string | undefined
}

const MANY_PENDING = 100
const CLOCK_TOLERANCE_MS = 30_000
/** What went wrong longer ago is over. */
const RECENT_MS = 3_600_000

export async function examine(
  parts: ExamineParts,
  chats: readonly Chat[],
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const broken = await tokenProblem(parts, signal)
  if (broken) return [broken]
  const found = [await webhookProblems(parts, signal), await clockProblems(parts, signal)]
  for (const chat of chats) found.push(await examineChat(parts.bot, chat, signal))
  return found.flat()
}

async function tokenProblem(
  { bot, apiRoot }: ExamineParts,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  try {
    await bot.me(signal)
    return undefined
  } catch (error) {
    const failure = failureOf(error)
    const text = reasonOfFailure(failure)
    return isTokenRefused(failure)
      ? problem(
          'error',
          `The token is refused. ${text}`,
          'Ask @BotFather for the token and set TELEGRAM_BOT_TOKEN.',
        )
      : problem('error', text, `See that this machine reaches ${apiRoot}, then try again.`)
  }
}

async function webhookProblems(
  { bot, clock, webhookUrl = '' }: ExamineParts,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const {
    url = '',
    pending_update_count: pending,
    last_error_date: failedAt,
    last_error_message: error,
  } = await bot.api.getWebhookInfo(grammySignal(signal))
  const isRecent = failedAt !== undefined && clock.now() - failedAt * 1000 < RECENT_MS
  return [
    ...(url === webhookUrl ? [] : [wrongWebhook(url, webhookUrl)]),
    ...(url !== '' && isRecent
      ? [
          problem(
            'error',
            `Telegram could not deliver to the webhook: ${error ?? 'it does not say why'}.`,
            'See that the address is reachable from outside and leads to TELEGRAM_WEBHOOK_PORT.',
          ),
        ]
      : []),
    ...(pending >= MANY_PENDING
      ? [
          problem(
            'warning',
            `${pending} updates wait to be fetched; readers are not heard.`,
            'Start brevier, or if it runs, read its log for why it does not listen.',
          ),
        ]
      : []),
  ]
}

function wrongWebhook(url: string, wanted: string): Problem {
  if (wanted !== '')
    return problem(
      'warning',
      url === '' ? 'The webhook is not set yet.' : `The webhook is set to ${url}.`,
      'Start brevier: it sets its own.',
    )
  return problem(
    'warning',
    `A webhook is set to ${url}, so nothing can be fetched.`,
    'Start brevier: it removes the webhook. If another program uses this bot, give Brevier one of its own.',
  )
}

/** Telegram's clock stands in the head of every answer, which the client does not show. */
async function clockProblems(
  { clock, token, apiRoot }: ExamineParts,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const answer = await fetch(`${apiRoot}/bot${token}/getMe`, { signal }).catch(() => undefined)
  await answer?.body?.cancel()
  const at = Date.parse(answer?.headers.get('date') ?? '')
  const skewMs = clock.now() - at
  if (Number.isNaN(at) || Math.abs(skewMs) < CLOCK_TOLERANCE_MS) return []
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  return [
    problem(
      'warning',
      `The clock of this machine is ${seconds} seconds ${skewMs > 0 ? 'ahead' : 'behind'}.`,
      'Let the machine set its clock by the network: editions come by it.',
    ),
  ]
}
