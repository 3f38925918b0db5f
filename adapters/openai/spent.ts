import type { ModelSpent } from '../../src/domain.ts'
import type { Question } from './ask.ts'
import { believedUsage } from './usage.ts'
import type { WireReply } from './wire.ts'

export function spentOn(reply: WireReply, question: Question): ModelSpent {
  return {
    usage: believedUsage(question, reply),
    model: reply.model ?? question.model,
    ...(reply.tier !== undefined && { tier: reply.tier }),
    ...(reply.requestId !== undefined && { requestId: reply.requestId }),
  }
}
