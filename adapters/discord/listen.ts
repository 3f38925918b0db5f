// Everything that is heard, however it comes: interactions side by side, since each waits for its own first word; what is
// written one after the other.

import { type APIInteraction, type GatewayMessageCreateDispatchData, Routes } from 'discord.js'
import type { InboundEvent } from '../../src/domain.ts'
import { reasonOf } from '../../src/errors.ts'
import type { Ack } from '../../src/ports.ts'
import type { Admins } from './admins.ts'
import { belowOf, placeKindOf } from './chats.ts'
import { type EndpointPlace, serveEndpoint } from './endpoint.ts'
import { type GatewayParts, hearGateway } from './gateway.ts'
import { eventOfInteraction } from './interactions.ts'
import { renderMessage } from './render.ts'
import { type Accept, type Callback, respondTo, sayByCall } from './respond.ts'
import { createRoots } from './roots.ts'
import { eventOfMessage } from './said.ts'
import { type SendParts, sendPayload } from './send.ts'

export type ListenParts = SendParts &
  GatewayParts & {
    readonly endpoint: EndpointPlace | undefined
    readonly admins: Pick<Admins, 'note'>
  }

export async function hear(parts: ListenParts, accept: Accept, signal: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const hearing = createHearing(parts, accept)
  const track = (work: Promise<void>): void => {
    const done = work
      .catch((error: unknown) =>
        parts.log.error('what was heard could not be handled', { error: reasonOf(error) }),
      )
      .finally(() => underWay.delete(done))
    underWay.add(done)
  }
  const ending = parts.endpoint
    ? serveEndpoint({ log: parts.log, respond: hearing.interaction }, parts.endpoint, signal)
    : hearGateway(
        parts,
        {
          interaction: (given) => track(hearing.interaction(given)),
          message: (message, meId) => track(hearing.message(message, meId)),
          event: (event) => track(hearing.event(event)),
        },
        signal,
      )
  if (parts.endpoint) parts.tell(undefined)
  try {
    await ending
  } finally {
    await Promise.all(underWay)
  }
}

function createHearing(parts: ListenParts, accept: Accept) {
  const { api, admins, clock, log, places } = parts
  const roots = createRoots()
  let before: Promise<unknown> = Promise.resolve()
  /** What stops listening still says what it began to. */
  const saying = new AbortController().signal

  /** One after the other; what broke keeps nobody waiting. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = before.then(work)
    before = mine.catch(() => undefined)
    return mine
  }

  return {
    async interaction(given: APIInteraction, say?: (callback: Callback) => Promise<void>): Promise<void> {
      admins.note(given)
      const heard = eventOfInteraction(given, given.application_id)
      if (!heard) return
      const event = { ...heard, ...belowWhat(given, places) }
      const responder = { api, clock, log, accept, signal: saying, say: say ?? sayByCall(api, given, saying) }
      await respondTo(responder, given, event)
    },

    message: (message: GatewayMessageCreateDispatchData, meId: string): Promise<void> =>
      inTurn(async () => {
        const event = eventOfMessage(message, { meId, places, roots })
        return event && { event, ack: await accept(event) }
      }).then((heard) => (heard ? sayBack(parts, heard, message.channel_id, saying) : undefined)),

    event: (event: InboundEvent): Promise<void> => inTurn(async () => void (await accept(event))),
  }
}

/** Where it happened in a thread. */
function belowWhat({ channel }: APIInteraction, places: ListenParts['places']) {
  const isThread = channel && placeKindOf(channel.type) === 'thread' && 'parent_id' in channel
  return isThread ? belowOf(channel.id, channel.parent_id ?? undefined, places) : {}
}

/** To what was written there is a reply at once, or a sign that one will come. */
async function sayBack(
  parts: ListenParts,
  { event, ack }: { readonly event: InboundEvent; readonly ack: Ack },
  channelId: string,
  signal: AbortSignal,
): Promise<void> {
  if (ack.kind === 'later') {
    await parts.api.call('POST', Routes.channelTyping(channelId), { signal }).catch(() => undefined)
    return
  }
  if (ack.kind === 'choices') return
  const message = ack.kind === 'form' ? ack.instead.message : ack.message
  for (const [at, payload] of renderMessage({ ...message, answers: event.key }).entries()) {
    const sending = { to: event.chat, payload, key: `at once ${event.key}.${at + 1}`, signal }
    const outcome = await sendPayload(parts, sending)
    if (outcome.kind !== 'delivered')
      return parts.log.warn('a reply was not delivered', { chat: event.chat.id, outcome: outcome.kind })
  }
}
