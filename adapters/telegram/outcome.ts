// The table of Telegram's refusals: what each means for a post and for its chat.

import type { Chat, RefusalClass } from '../../src/domain.ts'
import type { Outcome } from '../../src/ports.ts'
import { type Failure, isTokenRefused, reasonOfFailure } from './failure.ts'

const GONE = /chat not found|user not found|peer_id_invalid|channel_private/i
const ENDED = /user is deactivated|group chat was deleted/i
const NO_RIGHT =
  /no write access|chat_write_forbidden|need administrator rights|not enough rights|chat_admin_required|chat_restricted|send_plain_forbidden/i
const TOPIC = /message thread not found|topic_closed|topic_deleted|topic_id_invalid/i

type Answered = Extract<Failure, { kind: 'answered' }>

export function outcomeOf(failure: Failure, to: Chat): Outcome {
  const reason = reasonOfFailure(failure)
  switch (failure.kind) {
    case 'not-sent':
      return { kind: 'later', reason }
    case 'unclear':
      return { kind: 'unknown', reason }
    case 'answered':
      return outcomeOfAnswer(failure, reason, to)
  }
}

function outcomeOfAnswer(failure: Answered, reason: string, to: Chat): Outcome {
  const { code, retryAfterMs, movedTo } = failure
  if (code === 429) return { kind: 'later', ...(retryAfterMs !== undefined && { retryAfterMs }), reason }
  if (code >= 500) return { kind: 'unknown', reason }
  if (code === 409) return { kind: 'later', reason }
  if (movedTo !== undefined) return { kind: 'moved', to: { ...to, id: String(movedTo) } }
  return { kind: 'refused', class: classOf(failure), reason }
}

/** What is not known is taken for a defect of the post: the chat is not paused for it. */
function classOf(failure: Answered): RefusalClass {
  const { code, description } = failure
  if (isTokenRefused(failure)) return 'token'
  if (TOPIC.test(description)) return 'topic'
  if (NO_RIGHT.test(description)) return 'no-right'
  if (code === 403 && ENDED.test(description)) return 'ended'
  if (code === 403 || GONE.test(description)) return 'gone'
  return 'content'
}
