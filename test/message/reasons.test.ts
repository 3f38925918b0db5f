import { describe, expect, test } from 'vitest'
import type { Reason } from '../../src/domain.ts'
import { reasonSentence } from '../../src/message/reasons.ts'

const AT = Date.UTC(2026, 2, 3, 6, 30)

const reasons: readonly (readonly [Reason, string])[] = [
  [{ kind: 'no-stories' }, 'No story had come in.'],
  [{ kind: 'off-topic', stories: 1 }, 'One story had come in, and it did not fit the topics.'],
  [{ kind: 'off-topic', stories: 7 }, '7 stories had come in, and none fitted the topics.'],
  [{ kind: 'all-told', stories: 1 }, 'One story fitted, and it had been told here already.'],
  [{ kind: 'all-told', stories: 2 }, '2 stories fitted, and all had been told here already.'],
  [
    { kind: 'told', at: AT },
    'It was told here Tue 3 Mar 2026, 07:30 Europe/Berlin, and there was no news in it since.',
  ],
  [{ kind: 'no-points' }, 'Nothing could be told in sentences that its articles support.'],
  [{ kind: 'no-room' }, 'The edition was full; others mattered more.'],
  [{ kind: 'topic-share' }, 'Its topic had its share of the edition already.'],
  [{ kind: 'source-share' }, 'Its source had its share of the edition already.'],
  [
    { kind: 'missed', policy: 'skip' },
    'Its time passed while no desk ran, and this subscription skips what was missed.',
  ],
  [{ kind: 'subscription-paused' }, 'The subscription was paused.'],
  [{ kind: 'subscription-removed' }, 'The subscription was removed.'],
  [{ kind: 'chat-paused', since: AT }, 'Its chat had been paused since Tue 3 Mar 2026, 07:30 Europe/Berlin.'],
  [
    { kind: 'no-adapter', platform: 'pigeon' },
    'The desk that ran then could not post to pigeon: it was not configured, or nobody sat before it.',
  ],
  [{ kind: 'failed', detail: 'out of ink' }, 'Making it failed: out of ink.'],
  [{ kind: 'later', detail: 'Too many requests.' }, 'The platform asked to wait: Too many requests.'],
  [
    { kind: 'refused', class: 'gone', detail: 'bot was kicked' },
    'The chat is gone, or I am not in it any more: bot was kicked.',
  ],
  [
    { kind: 'refused', class: 'no-right', detail: 'not enough rights' },
    'I am not allowed to write there: not enough rights.',
  ],
  [{ kind: 'refused', class: 'topic', detail: 'closed' }, 'Its topic is closed or deleted: closed.'],
  [
    { kind: 'refused', class: 'content', detail: "can't parse" },
    "The platform could not take what was written: can't parse.",
  ],
  [
    { kind: 'refused', class: 'token', detail: 'unauthorized' },
    'The platform does not accept the token it was given: unauthorized.',
  ],
  [{ kind: 'unknown', detail: 'no answer' }, 'No answer said whether it arrived: no answer.'],
  [{ kind: 'process-ended' }, 'The process ended while it was on its way.'],
  [{ kind: 'moved' }, 'The chat had moved to another address.'],
  [{ kind: 'expired' }, 'It had waited until it was too old to be worth sending.'],
  [{ kind: 'earlier-part', part: 2 }, 'It comes after part 2, which was not sent.'],
  [{ kind: 'attempts', attempts: 20 }, 'It did not get through in 20 attempts.'],
  [{ kind: 'settled-by-hand' }, 'Somebody decided so.'],
]

describe('every reason is one sentence', () => {
  test.each(reasons)('%j', (reason, sentence) => {
    expect(reasonSentence(reason, 'en', 'Europe/Berlin')).toBe(sentence)
  })
})
