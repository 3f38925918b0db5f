// What a request to the fake model server asks for, the same for both APIs.

import type { ModelPurpose } from '../../../src/domain.ts'

export interface Asked {
  readonly path: '/chat/completions' | '/responses'
  /** The body as it came. */
  readonly body: Readonly<Record<string, unknown>>
  readonly model: string
  readonly system: string
  readonly user: string
  readonly isStream: boolean
  /** The JSON schema that was asked for, if any. */
  readonly schema?: Readonly<Record<string, unknown>>
  readonly maxTokens?: number
  readonly tier?: string
  /** By the data it carries; undefined for a probe. */
  readonly purpose?: ModelPurpose
}

export function readAsked(path: Asked['path'], body: Readonly<Record<string, unknown>>): Asked {
  const isChat = path === '/chat/completions'
  const { system, user } = isChat ? chatTexts(body) : responsesTexts(body)
  const schema = isChat
    ? at(body, 'response_format', 'json_schema', 'schema')
    : at(body, 'text', 'format', 'schema')
  const maxTokens = body.max_completion_tokens ?? body.max_tokens ?? body.max_output_tokens
  const purpose = purposeOf(user)
  return {
    path,
    body,
    model: String(body.model),
    system,
    user,
    isStream: body.stream === true,
    ...(schema !== undefined && { schema: schema as Record<string, unknown> }),
    ...(typeof maxTokens === 'number' && { maxTokens }),
    ...(typeof body.service_tier === 'string' && { tier: body.service_tier }),
    ...(purpose && { purpose }),
  }
}

/** What stands in the fence of that name. */
export function dataOf({ user }: Pick<Asked, 'user'>, name: string): string | undefined {
  return new RegExp(`^<<${name}:([0-9a-f]{32})>>\\n(.*?)\\n<</${name}:\\1>>$`, 'ms').exec(user)?.[2]
}

function purposeOf(user: string): ModelPurpose | undefined {
  const has = (name: string) => dataOf({ user }, name) !== undefined
  if (has('turns')) return 'query'
  if (has('claims')) return 'judge'
  if (has('points')) return /^Translate /m.test(user) ? 'translation' : 'repair'
  if (has('sentences')) return has('question') ? 'answer' : 'brief'
  return undefined
}

function chatTexts(body: Readonly<Record<string, unknown>>) {
  const messages = body.messages as readonly { readonly role: string; readonly content: string }[]
  const of = (role: string) => messages.filter((one) => one.role === role).map(({ content }) => content)
  return { system: of('system').join('\n'), user: of('user').join('\n') }
}

function responsesTexts(body: Readonly<Record<string, unknown>>) {
  return { system: String(body.instructions ?? ''), user: String(body.input) }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    value,
  )
}
