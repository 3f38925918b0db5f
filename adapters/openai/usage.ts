// How many tokens a call took: as the server says where that is credible, else by characters (grounding.md 11).

import type { ModelUsage } from '../../src/domain.ts'
import type { Call, WireReply } from './wire.ts'

/** Characters of one token, by script. */
const LATIN = 4
const OTHER = 2.5
const EAST_ASIAN = 1.2

export function estimatedTokens(text: string): number {
  const eastAsian =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  const other =
    text.match(
      /[^\p{Script=Latin}\p{Script=Common}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
    )?.length ?? 0
  const latin = Math.max(0, text.length - eastAsian - other)
  return Math.ceil(latin / LATIN + other / OTHER + eastAsian / EAST_ASIAN)
}

export function believedUsage(
  call: Omit<Call, 'tier'>,
  { usage, text, refusal = '' }: WireReply,
): ModelUsage {
  const input = estimatedTokens(call.system) + estimatedTokens(call.user)
  const output = estimatedTokens(text + refusal)
  if (usage && isCredible(usage, { input, output: Math.max(output, call.maxOutputTokens) })) {
    return { ...usage, isEstimated: false }
  }
  return { input, cached: 0, cacheWrite: 0, output, reasoning: 0, isEstimated: true }
}

/** No tokenizer is ten times off, and parts are not larger than the whole. */
function isCredible(
  usage: NonNullable<WireReply['usage']>,
  expected: { readonly input: number; readonly output: number },
): boolean {
  const { input, cached, cacheWrite, output, reasoning } = usage
  return (
    Object.values(usage).every((count) => Number.isSafeInteger(count) && count >= 0) &&
    input >= expected.input / 10 &&
    input <= expected.input * 10 + 1000 &&
    output <= expected.output * 10 + 1000 &&
    cached + cacheWrite <= input &&
    reasoning <= output
  )
}
