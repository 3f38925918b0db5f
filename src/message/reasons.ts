import type { Reason } from '../domain.ts'
import { localDateAndTime } from './dates.ts'
import { texts } from './texts.ts'

/** Why something was not made, not sent, or not sent as planned, in one sentence. */
export function reasonSentence(reason: Reason, language: string, zone: string): string {
  const say = texts(language).reason
  const when = (at: number) => localDateAndTime(at, language, zone)
  switch (reason.kind) {
    case 'no-stories':
      return say.noStories
    case 'off-topic':
      return say.offTopic(reason.stories)
    case 'all-told':
      return say.allTold(reason.stories)
    case 'told':
      return say.told(when(reason.at))
    case 'no-points':
      return say.noPoints
    case 'no-room':
      return say.noRoom
    case 'topic-share':
      return say.topicShare
    case 'source-share':
      return say.sourceShare
    case 'missed':
      return say.missed[reason.policy]
    case 'subscription-paused':
      return say.subscriptionPaused
    case 'subscription-removed':
      return say.subscriptionRemoved
    case 'chat-paused':
      return say.chatPaused(when(reason.since))
    case 'no-adapter':
      return say.noAdapter(reason.platform)
    case 'failed':
      return say.failed(sentence(reason.detail))
    case 'later':
      return say.later(sentence(reason.detail))
    case 'refused':
      return say.refused[reason.class](sentence(reason.detail))
    case 'unknown':
      return say.unknown(sentence(reason.detail))
    case 'process-ended':
      return say.processEnded
    case 'moved':
      return say.moved
    case 'expired':
      return say.expired
    case 'earlier-part':
      return say.earlierPart(reason.part)
    case 'attempts':
      return say.attempts(reason.attempts)
    case 'settled-by-hand':
      return say.settledByHand
  }
}

/** What a platform or an error said ends as it likes; ours ends with a full stop. */
function sentence(detail: string): string {
  const text = detail.trim()
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
