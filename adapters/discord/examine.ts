// What is wrong between the bot and Discord, each finding with what mends it. For the operator, and so in English.

import { type APIApplication, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js'
import type { Chat } from '../../src/domain.ts'
import type { Problem } from '../../src/ports.ts'
import type { Api } from './api.ts'
import type { EndpointPlace } from './endpoint.ts'
import { examineChat } from './examine-chat.ts'
import { failureOf, isTokenRefused, reasonOfFailure } from './failure.ts'
import { inviteUrl } from './links.ts'
import { problem } from './problem.ts'

export interface ExamineParts {
  readonly api: Api
  readonly apiRoot: string
  /** Where interactions come as requests, if they do. */
  readonly endpoint: EndpointPlace | undefined
}

const FEW_LOGINS = 50

export async function examine(
  parts: ExamineParts,
  chats: readonly Chat[],
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const application = await applicationOrProblem(parts, signal)
  if ('level' in application) return [application]
  const found = [
    endpointProblems(application, parts.endpoint),
    await loginProblems(parts, signal),
    await commandProblems(parts, application, signal),
  ]
  for (const chat of chats) found.push(await examineChat(parts.api, chat, inviteUrl(application.id), signal))
  return found.flat()
}

async function applicationOrProblem(
  { api, apiRoot }: ExamineParts,
  signal: AbortSignal,
): Promise<APIApplication | Problem> {
  try {
    await api.me(signal)
    // Asked anew: what is kept may have been changed since.
    return await api.call<APIApplication>('GET', Routes.currentApplication(), { signal })
  } catch (error) {
    const failure = failureOf(error)
    const text = reasonOfFailure(failure)
    return isTokenRefused(failure)
      ? problem(
          'error',
          `The token is refused. ${text}`,
          'Reset it in the Discord developer portal, under Bot, and set DISCORD_TOKEN.',
        )
      : problem('error', text, `See that this machine reaches ${apiRoot}, then try again.`)
  }
}

/** Interactions come one way or the other, never both. */
function endpointProblems(
  application: APIApplication,
  endpoint: EndpointPlace | undefined,
): readonly Problem[] {
  const { interactions_endpoint_url: url, verify_key: key } = application
  if (!endpoint)
    return url
      ? [
          problem(
            'error',
            `Discord sends commands and buttons to ${url}, so Brevier does not hear them.`,
            'Clear the interactions endpoint URL of the application, or set DISCORD_PUBLIC_KEY.',
          ),
        ]
      : []
  if (key.toLowerCase() !== endpoint.publicKey.toLowerCase())
    return [
      problem(
        'error',
        'DISCORD_PUBLIC_KEY is not the key of this application: every request would be refused.',
        'Copy the public key from the general information of the application.',
      ),
    ]
  return url
    ? []
    : [
        problem(
          'error',
          'Discord does not know where to send commands and buttons.',
          `Set the interactions endpoint URL of the application to the address that leads to port ${endpoint.port}.`,
        ),
      ]
}

async function loginProblems(
  { api, endpoint }: ExamineParts,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  if (endpoint) return []
  const { session_start_limit: limit } = await api.call<RESTGetAPIGatewayBotResult>(
    'GET',
    Routes.gatewayBot(),
    {
      signal,
    },
  )
  if (limit.remaining > FEW_LOGINS) return []
  return [
    problem(
      'warning',
      `The bot may log in only ${limit.remaining} more times in the next ${Math.ceil(limit.reset_after / 3_600_000)} hours.`,
      'See in the log why it logs in so often: another program may use its token.',
    ),
  ]
}

async function commandProblems(
  { api }: ExamineParts,
  { id }: APIApplication,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const commands = await api.call<readonly unknown[]>('GET', Routes.applicationCommands(id), { signal })
  return commands.length > 0
    ? []
    : [problem('warning', 'Discord lists no command of the bot.', 'Start brevier: it registers them.')]
}
