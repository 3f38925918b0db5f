import { type Command, Option } from 'commander'
import { shownSubscription } from '../chat/shown-subscription.ts'
import { subscriptionFields, type WrittenFields } from '../chat/subscription-fields.ts'
import {
  addSubscription,
  type Changed,
  editSubscription,
  pauseSubscription,
  removeSubscription,
  resumeSubscription,
} from '../chat/subscriptions.ts'
import { type App, platforms } from '../compose.ts'
import type { Chat, Subscription } from '../domain.ts'
import { pauseOf } from '../editions/chat-pause.ts'
import { previewEdition } from '../editions/preview-edition.ts'
import { UserError } from '../errors.ts'
import { parseChatAddress, parsePerson } from '../message/chat-address.ts'
import { messageFromSubscription, messageFromSubscriptions } from '../message/from-subscription.ts'
import type { Texts } from '../message/texts.ts'
import { type Action, type Io, writeJson, writeLine } from './io.ts'
import { openApp } from './open-app.ts'
import { show, TERMINAL_CHAT } from './show.ts'
import { composedJson, subscriptionJson } from './subscription-json.ts'

/** The fields of the table come as commander names them: `afterDownTime`. */
type Options = Readonly<Record<string, unknown>> & {
  readonly db?: string
  readonly json?: boolean
}

type AddOptions = Options & {
  readonly chat: string
  readonly kind?: Chat['kind']
  readonly owner?: string
}

const READ_AT = { face: 'cli', language: 'en' } as const

export function addSubscriptions(program: Command, io: Io, action: Action): void {
  const subscriptions = program
    .command('subscriptions')
    .description('Decide which topics go to which chat, and when.')
  const add = subscriptions
    .command('add')
    .description('Send editions to a chat on a schedule: every day at 8:00 UTC unless you say otherwise.')
    .requiredOption('--chat <chat>', 'where to: platform:id or platform:id/thread, like terminal:local')
    .addOption(
      new Option(
        '--kind <kind>',
        'what kind of chat it is (default: a channel, or private on the terminal)',
      ).choices(['private', 'group', 'channel', 'thread']),
    )
    .option('--owner <person>', 'who is told when something goes wrong: platform:id')
  withFlags(add).action(action((options: AddOptions) => addOne(io, options)))
  stored(subscriptions.command('list').description('List the subscriptions.'))
    .option('--chat <chat>', 'only those of this chat')
    .action(action((options: Options & { readonly chat?: string }) => list(io, options)))
  one(subscriptions, 'show', 'Show what is decided about a subscription.').action(
    action((id: string, options: Options) => showOne(io, id, options)),
  )
  withFlags(one(subscriptions, 'edit', 'Change what is named, and leave the rest.')).action(
    action((id: string, options: Options) => edit(io, id, options)),
  )
  for (const [name, about, change, done] of changes)
    one(subscriptions, name, about).action(
      action((id: string, options: Options) => changeOne(io, id, options, change, done)),
    )
  one(subscriptions, 'preview', 'Show the next edition as it would be sent now; nothing is sent.').action(
    action((id: string, options: Options) => preview(io, id, options)),
  )
}

type Done = readonly [changed: keyof Texts['subscription'], unchanged: keyof Texts['subscription']]
type Change = (app: App, subscription: Subscription) => Promise<Changed>

const changes: readonly (readonly [name: string, about: string, change: Change, done: Done])[] = [
  ['pause', 'Send nothing for it until it is resumed.', pauseSubscription, ['paused', 'pausedBefore']],
  [
    'resume',
    'Go on from now, also where a chat was paused because posts failed.',
    resumeSubscription,
    ['resumed', 'resumedBefore'],
  ],
  ['remove', 'End it. What was sent for it stays readable.', removeSubscription, ['removed', 'removed']],
]

function stored(command: Command): Command {
  return command.option('--db <url>', 'the database: sqlite:<path>').option('--json', 'print JSON')
}

function one(subscriptions: Command, name: string, about: string): Command {
  const command = subscriptions.command(`${name} <subscription>`).description(about)
  return name === 'edit' ? command : stored(command)
}

/** One flag for each field of the table. */
function withFlags(command: Command): Command {
  for (const { name, value, about } of subscriptionFields) command.option(`${flagOf(name)} ${value}`, about)
  return stored(command)
}

function flagOf(name: string): string {
  return `--${name.replaceAll(' ', '-')}`
}

function fieldsWritten(options: Options): WrittenFields {
  return subscriptionFields.flatMap((field) => {
    const text = options[new Option(flagOf(field.name)).attributeName()]
    return typeof text === 'string' ? [[field, text] as const] : []
  })
}

async function addOne(io: Io, options: AddOptions) {
  const address = parseChatAddress(options.chat)
  const owner = options.owner === undefined ? undefined : parsePerson(options.owner)
  await using app = await openApp(io, options.db)
  const chat = { ...address, kind: options.kind ?? (await kindOf(app, address)) }
  const added = await addSubscription(app, {
    chat,
    written: fieldsWritten(options),
    ...(owner && { owner }),
  })
  if (!platforms.includes(chat.platform))
    await writeLine(
      io.stderr,
      `This version does not speak ${chat.platform}; it speaks ${platforms.join(', ')}. Nothing arrives there until it does.`,
    )
  await tell(io, app, added, ['added', 'addedBefore'], options)
  return undefined
}

/** As it is known; else what most chats are that somebody names to a command. */
async function kindOf({ store }: App, address: Omit<Chat, 'kind'>): Promise<Chat['kind']> {
  const [known] = await store.subscriptions({ chat: { ...address, kind: 'channel' } })
  if (known) return known.chat.kind
  if (address.thread !== undefined) return 'thread'
  return address.platform === TERMINAL_CHAT.platform ? TERMINAL_CHAT.kind : 'channel'
}

async function list(io: Io, options: Options & { readonly chat?: string }) {
  const address = options.chat === undefined ? undefined : parseChatAddress(options.chat)
  await using app = await openApp(io, options.db)
  const all = await app.store.subscriptions(address && { chat: { ...address, kind: 'channel' } })
  const paused = await app.store.pausedChats()
  if (options.json)
    await writeJson(
      io.stdout,
      all.map((each) => subscriptionJson(each, pauseOf(paused, each.chat))),
    )
  else
    await show(
      io,
      messageFromSubscriptions(
        all.map((each) => shownSubscription(each, paused, 'en')),
        READ_AT,
      ),
    )
  return undefined
}

async function showOne(io: Io, id: string, options: Options) {
  await using app = await openApp(io, options.db)
  const subscription = await subscriptionNamed(app, id)
  const shown = shownSubscription(subscription, await app.store.pausedChats(), 'en')
  if (options.json) await writeJson(io.stdout, subscriptionJson(subscription, shown.chatPause))
  else await show(io, messageFromSubscription(shown, READ_AT))
  return undefined
}

async function edit(io: Io, id: string, options: Options) {
  await using app = await openApp(io, options.db)
  const subscription = await subscriptionNamed(app, id)
  const written = fieldsWritten(options)
  if (written.length === 0)
    throw new UserError(
      `Say what to change, for example: brevier subscriptions edit ${id} --points 2. brevier subscriptions edit --help lists what there is.`,
    )
  await tell(io, app, await editSubscription(app, subscription, written), ['changed', 'unchanged'], options)
  return undefined
}

async function changeOne(io: Io, id: string, options: Options, change: Change, done: Done) {
  await using app = await openApp(io, options.db)
  await tell(io, app, await change(app, await subscriptionNamed(app, id)), done, options)
  return undefined
}

async function preview(io: Io, id: string, options: Options) {
  await using app = await openApp(io, options.db)
  const subscription = await subscriptionNamed(app, id)
  await app.placeArticles()
  const { edition, message } = await previewEdition(app, subscription, io.signal)
  if (options.json) await writeJson(io.stdout, composedJson(edition, subscription.schedule.zone))
  else await show(io, message)
  return undefined
}

async function tell(
  io: Io,
  { store }: App,
  { subscription, isChanged }: Changed,
  [changed, unchanged]: Done,
  options: Options,
): Promise<void> {
  const shown = shownSubscription(subscription, await store.pausedChats(), 'en')
  if (options.json) await writeJson(io.stdout, subscriptionJson(subscription, shown.chatPause))
  else await show(io, messageFromSubscription(shown, { ...READ_AT, done: isChanged ? changed : unchanged }))
}

async function subscriptionNamed({ store }: App, id: string): Promise<Subscription> {
  const subscription = await store.subscription(id)
  if (subscription) return subscription
  throw new UserError(`There is no subscription ${id}. brevier subscriptions list shows those there are.`)
}
