import type { Ref } from '../../domain.ts'
import { withButtons } from '../../message/buttons.ts'
import { messageFromText } from '../../message/from-text.ts'
import { reasonOffers } from '../../message/offers.ts'
import { texts } from '../../message/texts.ts'
import type { Ack } from '../../ports.ts'
import type { ChatParts } from '../chat-command.ts'
import { asNotice, type Tapped, toWhoPressed } from './tapped.ts'

/** It counts at once; what is no good may be given a reason. */
export async function rate(
  parts: ChatParts,
  { of, isGood, reason }: Extract<Ref, { kind: 'rate' }>,
  tapped: Tapped,
): Promise<Ack> {
  const { language, event } = tapped
  const { chat, person } = event
  const say = texts(language)
  await parts.store.rate({ chat, person, of, isGood, ...(reason && { reason }) }, parts.clock.now())
  if (isGood || reason) return asNotice(tapped, say.thanks)
  const question = messageFromText(say.whatIsWrong, language)
  return toWhoPressed(tapped, await withButtons(parts, question, reasonOffers(of, language)))
}
