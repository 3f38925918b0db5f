// A subscription is looked at before it is made: what its first edition would be, and whether it could be posted at all. Until
// somebody says so, nothing of it is stored.

import { adapterOf } from '../delivery/parts.ts'
import type { Chat, InboundEvent, Message, Ref, Subscription } from '../domain.ts'
import { previewEdition } from '../editions/preview-edition.ts'
import { nextSlot } from '../editions/schedule.ts'
import { withButtons } from '../message/buttons.ts'
import { chatAddress } from '../message/chat-address.ts'
import { localDateAndTime } from '../message/dates.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import { userError } from '../message/user-error.ts'
import type { ChatParts } from './chat-command.ts'
import { languageOf } from './language-of.ts'
import { requireRight } from './rights.ts'
import { settingsMessage } from './settings-message.ts'
import { defaultSettings, fieldNamed, type WrittenFields, withFields } from './subscription-fields.ts'
import { addSubscription } from './subscriptions.ts'

const LIMIT_MS = 20_000

interface Wanted {
  readonly chat: Chat
  readonly language: string
  readonly written: WrittenFields
}

/** The preview with what it would come to, and the button that makes it so; or what is missing for it. */
export async function lookAtFirst(parts: ChatParts, wanted: Wanted): Promise<Message> {
  const { chat, language } = wanted
  const written = withLanguage(wanted)
  const draft = draftOf(parts, chat, written)
  const missing = await missingIn(parts, chat)
  if (missing.length > 0) return missingMessage(chat, missing, language)
  const { message } = await previewEdition(parts, draft)
  const say = texts(language)
  const when = localDateAndTime(draft.nextEditionAt, language, draft.schedule.zone)
  const text = say.notMadeYet(chatAddress(chat), say.nextEdition(when))
  const looked: Message = {
    language: message.language,
    blocks: [{ kind: 'quiet', text, moments: [{ words: when, at: draft.nextEditionAt }] }, ...message.blocks],
  }
  const fields = written.map(([{ name }, text]) => [name, text] as const)
  return withButtons(parts, looked, [
    [{ label: say.buttons.subscribe, ref: { kind: 'begin', chat, fields } }],
  ])
}

/** What was looked at is made, if nothing has changed meanwhile that forbids it. */
export async function begin(
  parts: ChatParts,
  { chat, fields }: Extract<Ref, { kind: 'begin' }>,
  event: InboundEvent,
): Promise<Message> {
  const language = languageOf(event)
  await requireRight(parts, { chat, person: event.person })
  const missing = await missingIn(parts, chat)
  if (missing.length > 0) return missingMessage(chat, missing, language)
  const written = fields.flatMap(([name, text]) => {
    const field = fieldNamed(name)
    return field ? [[field, text] as const] : []
  })
  const { subscription, isChanged } = await addSubscription(parts, { chat, owner: event.person, written })
  return settingsMessage(parts, subscription, language, isChanged ? 'added' : 'addedBefore')
}

/** Who writes nothing of a language speaks his own. */
function withLanguage({ language, written }: Wanted): WrittenFields {
  const field = fieldNamed('language')
  if (!field || written.some(([{ name }]) => name === field.name)) return written
  return [...written, [field, language]]
}

/** Throws UserError for what is written wrongly. */
function draftOf({ clock }: ChatParts, chat: Chat, written: WrittenFields): Subscription {
  const settings = withFields(defaultSettings(chat.kind), written)
  const { schedule, quietHours } = settings
  const nextEditionAt = nextSlot(schedule, clock.now(), quietHours)
  if (nextEditionAt === undefined) throw userError((wrong) => wrong.neverComesAgain(schedule.text))
  return { ...settings, id: '', chat, nextEditionAt, createdAt: clock.now() }
}

export async function missingIn({ adapters, clock }: ChatParts, chat: Chat): Promise<readonly string[]> {
  const over = new AbortController()
  const late = clock.sleep(LIMIT_MS, over.signal).then(() => over.abort())
  try {
    return (await adapterOf({ adapters }, chat.platform).missingRights?.(chat, over.signal)) ?? []
  } finally {
    over.abort()
    await late
  }
}

export function missingMessage(chat: Chat, missing: readonly string[], language: string): Message {
  return messageFromText(texts(language).rightsMissing(chatAddress(chat), missing.join(', ')), language)
}
