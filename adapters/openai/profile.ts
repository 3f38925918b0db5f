// What is known of each kind of server from its documents (grounding.md 7.2). A probe may know better.

import { isOpenai, type OpenaiSettings } from './settings.ts'

/** How a reply is held to its shape: by the server, by its JSON mode, or by words in the prompt alone. */
export type SchemaMode = 'schema' | 'json' | 'prompt'

export interface Profile {
  readonly kind: 'openai' | 'ollama' | 'llama.cpp' | 'vllm' | 'lmstudio' | 'other'
  readonly schema: SchemaMode
  /** The field that limits the reply; a server may ignore the other one without a word. */
  readonly limitField: 'max_completion_tokens' | 'max_tokens'
  /** How the effort of thinking is said, if it can be. */
  readonly thinking: 'effort' | 'template' | 'both' | 'unsaid'
  /** It runs on the operator's own machine. */
  readonly isFree: boolean
}

const profiles: Readonly<Record<Profile['kind'], Profile>> = {
  openai: {
    kind: 'openai',
    schema: 'schema',
    limitField: 'max_completion_tokens',
    thinking: 'effort',
    isFree: false,
  },
  ollama: { kind: 'ollama', schema: 'schema', limitField: 'max_tokens', thinking: 'effort', isFree: true },
  'llama.cpp': {
    kind: 'llama.cpp',
    schema: 'schema',
    limitField: 'max_tokens',
    thinking: 'both',
    isFree: true,
  },
  vllm: { kind: 'vllm', schema: 'schema', limitField: 'max_tokens', thinking: 'template', isFree: true },
  lmstudio: {
    kind: 'lmstudio',
    schema: 'schema',
    limitField: 'max_tokens',
    thinking: 'unsaid',
    isFree: true,
  },
  other: { kind: 'other', schema: 'schema', limitField: 'max_tokens', thinking: 'unsaid', isFree: false },
}

const PORTS: Readonly<Record<string, Profile['kind']>> = {
  11434: 'ollama',
  8080: 'llama.cpp',
  8000: 'vllm',
  1234: 'lmstudio',
}

export const OPENAI_URL = 'https://api.openai.com/v1'

export function profileOf({
  OPENAI_SERVER: server,
  OPENAI_BASE_URL: url = OPENAI_URL,
}: OpenaiSettings): Profile {
  if (server !== 'auto') return profiles[server]
  return profiles[isOpenai(url) ? 'openai' : (PORTS[new URL(url).port] ?? 'other')]
}
