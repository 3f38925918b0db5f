// What a chat gets, and when: made, seen, changed and ended in the chat itself.

import type { Message, Subscription } from '../../domain.ts'
import { previewEdition } from '../../editions/preview-edition.ts'
import { messageFromSubscription, messageFromSubscriptions } from '../../message/from-subscription.ts'
import type { Texts } from '../../message/texts.ts'
import { userError } from '../../message/user-error.ts'
import { lookAtFirst } from '../begin.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'
import { onlyOwnSubscription, ownSubscription, ownSubscriptions } from '../own-subscription.ts'
import { requireRight } from '../rights.ts'
import { shownSubscription } from '../shown-subscription.ts'
import {
  addSubscription,
  type Changed,
  editSubscription,
  pauseSubscription,
  removeSubscription,
  resumeSubscription,
} from '../subscriptions.ts'
import { fieldNames, writtenFields } from '../written-fields.ts'

type Done = keyof Texts['subscription']

export const subscriptionCommands: readonly ChatCommand[] = [
  changing('subscribe', '/subscribe [topics]', subscribe),
  {
    name: 'subscriptions',
    usage: '/subscriptions',
    group: 'subscriptions',
    run: subscriptions,
  },
  changing('edit', '/edit u1 points: 2', edit),
  changing('pause', '/pause u1', onOne(pauseSubscription, ['paused', 'pausedBefore'])),
  changing('resume', '/resume u1', onOne(resumeSubscription, ['resumed', 'resumedBefore'])),
  changing('unsubscribe', '/unsubscribe u1', onOne(removeSubscription, ['removed', 'removed'])),
  { name: 'preview', usage: '/preview u1', group: 'subscriptions', run: preview },
]

type Run = ChatCommand['run']

/** A command that only those may use who decide what the chat gets. */
function changing(name: string, usage: string, run: Run): ChatCommand {
  return {
    name,
    usage,
    group: 'subscriptions',
    async run(parts, said) {
      await requireRight(parts, said)
      return run(parts, said)
    },
  }
}

async function subscribe(parts: ChatParts, said: Said): Promise<Message> {
  const { chat, person: owner, text, isPrivate, language } = said
  if (isPrivate && chat.kind !== 'private')
    return lookAtFirst(parts, { chat, language, written: writtenFields(text) })
  const added = await addSubscription(parts, { chat, owner, written: writtenFields(text) })
  return told(parts, said, added, ['added', 'addedBefore'])
}

async function subscriptions(parts: ChatParts, said: Said): Promise<Message> {
  const { language } = said
  const own = await ownSubscriptions(parts, said)
  const paused = await parts.store.pausedChats()
  const shown = own.map((subscription) => shownSubscription(subscription, paused, language))
  return messageFromSubscriptions(shown, { face: 'chat', language })
}

async function edit(parts: ChatParts, said: Said): Promise<Message> {
  const { subscription, rest } = await ownSubscription(parts, said)
  await requireRight(parts, { ...said, chat: subscription.chat })
  const written = writtenFields(rest)
  if (written.length === 0)
    throw userError((wrong) => wrong.nothingToChange(subscription.id, ...fieldNames()))
  return told(parts, said, await editSubscription(parts, subscription, written), ['changed', 'unchanged'])
}

async function preview(parts: ChatParts, said: Said): Promise<Message> {
  const { message } = await previewEdition(parts, await onlyOwnSubscription(parts, said))
  return message
}

function onOne(
  change: (parts: ChatParts, subscription: Subscription) => Promise<Changed>,
  done: readonly [changed: Done, unchanged: Done],
): Run {
  return async (parts, said) => {
    const subscription = await onlyOwnSubscription(parts, said)
    await requireRight(parts, { ...said, chat: subscription.chat })
    return told(parts, said, await change(parts, subscription), done)
  }
}

async function told(
  { store }: ChatParts,
  { language }: Said,
  { subscription, isChanged }: Changed,
  [changed, unchanged]: readonly [changed: Done, unchanged: Done],
): Promise<Message> {
  const shown = shownSubscription(subscription, await store.pausedChats(), language)
  return messageFromSubscription(shown, { face: 'chat', language, done: isChanged ? changed : unchanged })
}
