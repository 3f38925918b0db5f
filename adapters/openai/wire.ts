// What both APIs have in common: a call, and a reply as it came.

import type OpenAI from 'openai'
import type { ModelUsage } from '../../src/domain.ts'
import type { Profile, SchemaMode } from './profile.ts'
import type { OpenaiSettings } from './settings.ts'

export interface Call {
  readonly model: string
  readonly system: string
  readonly user: string
  readonly schemaName: string
  /** JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>
  /** Of this request alone, where a server enforces it; what is said in the prompt stays the same for all. */
  readonly enforced?: Readonly<Record<string, unknown>>
  readonly maxOutputTokens: number
  readonly tier: 'default' | 'flex'
}

export interface WireReply {
  readonly text: string
  /** The model declined, in its words. */
  readonly refusal?: string
  readonly finish: 'stop' | 'length' | 'filter'
  /** As the server says, believed or not. */
  readonly usage?: Omit<ModelUsage, 'isEstimated'>
  readonly model?: string
  readonly tier?: string
  readonly requestId?: string
  readonly headers: Headers
}

/** How this server is spoken to. */
export interface Manner {
  readonly profile: Profile
  readonly schemaMode: SchemaMode
  readonly limitField: Profile['limitField']
  readonly hasRoom: boolean
  readonly effort: OpenaiSettings['OPENAI_REASONING']
  readonly isStream: boolean
  /** Fields that the server has refused. */
  readonly without: ReadonlySet<string>
}

export type Ask = (client: OpenAI, call: Call, manner: Manner, signal: AbortSignal) => Promise<WireReply>

/** What came is no reply: a page, an empty body, a stream that ends in its middle. */
export class NoReplyError extends Error {
  override readonly name = 'NoReplyError'
}

/** Where no schema can be given, it is said. */
export function systemOf({ system, schema }: Call, mode: SchemaMode): string {
  if (mode === 'schema') return system
  return `${system}\n\nAnswer with one JSON document, without a word before or after it, that fits this schema:\n${JSON.stringify(schema)}`
}

export function withoutFields<T extends object>(params: T, without: ReadonlySet<string>): T {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !without.has(name))) as T
}

/** Caching of prompts would only cost: what stays the same is too short for a hit (grounding.md 11). */
export function isCachingModel(model: string): boolean {
  return /^gpt-(?:5\.[6-9]|[6-9])/.test(model)
}
