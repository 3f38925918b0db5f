import { z } from 'zod'

const yesOrNo = z.enum(['yes', 'no'], 'must be yes or no')

/** What a model takes from the environment; without a key or an address there is no model. */
export const openaiSettings = z
  .object({
    OPENAI_API_KEY: z
      .string()
      .regex(/^\S+$/, 'must be a key without spaces')
      .optional()
      .describe(
        'The key of the model API. With it alone, briefs and answers are written by a model of OpenAI.',
      ),
    OPENAI_BASE_URL: z
      .string()
      .regex(
        /^https?:\/\/[^\s/@?#]+(?:\/[^\s@?#]*)?$/,
        'must be an address like http://localhost:11434/v1, without a user name in it',
      )
      .optional()
      .describe(
        'The address of another server with that API, like `http://localhost:11434/v1`; it needs `OPENAI_MODEL`, and a key only if it asks for one.',
      ),
    OPENAI_MODEL: z.string().optional().describe('The model that writes; `gpt-6-luna` at OpenAI when empty.'),
    OPENAI_JUDGE_MODEL: z
      .string()
      .optional()
      .describe(
        'The model that compares what was written with its sentences; the one that writes when empty.',
      ),
    OPENAI_SERVER: z
      .enum(
        ['auto', 'openai', 'ollama', 'llama.cpp', 'vllm', 'lmstudio', 'other'],
        'must be auto, openai, ollama, llama.cpp, vllm, lmstudio or other',
      )
      .default('auto')
      .describe(
        'What kind of server it is: `openai`, `ollama`, `llama.cpp`, `vllm`, `lmstudio` or `other`; `auto` tells by the address and its port.',
      ),
    OPENAI_API: z
      .enum(['chat', 'responses'], 'must be chat or responses')
      .default('chat')
      .describe(
        '`chat` for Chat Completions, which every server has; `responses` for Responses, at OpenAI only.',
      ),
    OPENAI_REASONING: z
      .enum(['none', 'minimal', 'low', 'medium', 'high'], 'must be none, minimal, low, medium or high')
      .default('none')
      .describe(
        'How much the model thinks before it writes, where it can: `none`, `minimal`, `low`, `medium` or `high`.',
      ),
    OPENAI_STREAM: yesOrNo
      .default('no')
      .describe('`yes` keeps the connection to a slow server busy. Readers never see half a reply.'),
    OPENAI_FLEX: yesOrNo
      .default('yes')
      .describe(
        '`no` never asks OpenAI for the slower, cheaper service where an edition leaves time for it.',
      ),
  })
  .refine(({ OPENAI_BASE_URL: url, OPENAI_MODEL: model }) => !url || isOpenai(url) || model, {
    path: ['OPENAI_MODEL'],
    message: 'must name a model of the server at OPENAI_BASE_URL',
  })
  .refine(
    ({ OPENAI_API: api, OPENAI_SERVER: server, OPENAI_BASE_URL: url }) =>
      api === 'chat' || server === 'openai' || (server === 'auto' && (!url || isOpenai(url))),
    {
      path: ['OPENAI_API'],
      message: 'must be chat: other servers than OpenAI differ in what they make of Responses',
    },
  )

export type OpenaiSettings = Readonly<z.infer<typeof openaiSettings>>

export function isOpenai(url: string): boolean {
  return /(?:^|\.)openai\.com$/.test(new URL(url).hostname)
}
