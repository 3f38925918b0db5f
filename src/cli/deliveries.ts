import { type Command, Option } from 'commander'
import { deliveryNamed, retryByHand, settleByHand } from '../delivery/by-hand.ts'
import type { Delivery, DeliveryState } from '../domain.ts'
import { pauseOf } from '../editions/chat-pause.ts'
import { chatAddress, parseChatAddress } from '../message/chat-address.ts'
import { messageFromDeliveries, messageFromDelivery } from '../message/from-deliveries.ts'
import { messageFromText } from '../message/from-text.ts'
import { texts } from '../message/texts.ts'
import type { Store } from '../ports.ts'
import { type Action, EXIT, type Io, writeJson, writeLine } from './io.ts'
import { openApp } from './open-app.ts'
import { countOption } from './options.ts'
import { show } from './show.ts'
import { deliveryJson } from './subscription-json.ts'

const LANGUAGE = 'en'
const LISTED = 20
const STATES: readonly DeliveryState[] = [
  'pending',
  'claimed',
  'sending',
  'delivered',
  'refused',
  'unknown',
  'expired',
]

interface Options {
  readonly db?: string
  readonly json?: boolean
}

interface ListOptions extends Options {
  readonly state?: DeliveryState
  readonly chat?: string
  readonly subscription?: string
  readonly limit: number
}

interface SettleOptions extends Options {
  readonly arrived?: boolean
  readonly again?: boolean
  readonly drop?: boolean
}

export function addDeliveries(program: Command, io: Io, action: Action): void {
  const deliveries = program
    .command('deliveries')
    .description('See what was sent and what was not, and mend it.')
  const stored = (command: Command) =>
    command.option('--db <url>', 'the database: sqlite:<path>').option('--json', 'print JSON')
  stored(deliveries.command('list').description('List what is or was to be sent, latest first.'))
    .addOption(new Option('--state <state>', 'only those in this state').choices(STATES))
    .option('--chat <chat>', 'only those to this chat')
    .option('--subscription <id>', 'only those of this subscription')
    .option('--limit <n>', 'at most so many', countOption, LISTED)
    .action(action((options: ListOptions) => list(io, options)))
  stored(
    deliveries.command('show <delivery>').description('Show one, and what can be done about it.'),
  ).action(action((id: string, options: Options) => showOne(io, id, options)))
  stored(
    deliveries
      .command('retry <delivery>')
      .description('Send again what was refused, became too old, or may not have arrived.'),
  ).action(action((id: string, options: Options) => retry(io, id, options)))
  stored(deliveries.command('settle <delivery>').description('Say what became of one that may have arrived.'))
    .option('--arrived', 'it is there')
    .option('--again', 'it is not there: send it again')
    .option('--drop', 'let it be: it is not sent again')
    .action(action((id: string, options: SettleOptions) => settle(io, id, options)))
}

async function list(io: Io, options: ListOptions) {
  const address = options.chat === undefined ? undefined : parseChatAddress(options.chat)
  await using app = await openApp(io, options.db)
  const found = await app.store.deliveries({
    limit: options.limit,
    ...(options.state && { states: [options.state] }),
    ...(address && { chat: { ...address, kind: 'channel' } }),
    ...(options.subscription !== undefined && { subscriptionId: options.subscription }),
  })
  if (options.json) await writeJson(io.stdout, found.map(deliveryJson))
  else await show(io, messageFromDeliveries(found, LANGUAGE))
  return undefined
}

async function showOne(io: Io, id: string, options: Options) {
  await using app = await openApp(io, options.db)
  const delivery = await deliveryNamed(app, id)
  if (options.json) await writeJson(io.stdout, { ...deliveryJson(delivery), payload: delivery.payload })
  else await show(io, messageFromDelivery(delivery, LANGUAGE))
  return undefined
}

async function retry(io: Io, id: string, options: Options) {
  await using app = await openApp(io, options.db)
  const retried = await retryByHand(app, id)
  if (options.json) await writeJson(io.stdout, retried.map(deliveryJson))
  else await show(io, messageFromText(await retriedText(app.store, retried), LANGUAGE))
  return undefined
}

async function settle(io: Io, id: string, options: SettleOptions) {
  const { arrived = false, again = false, drop = false } = options
  if (Number(arrived) + Number(again) + Number(drop) !== 1) {
    await writeLine(
      io.stderr,
      `Say what is true: brevier deliveries settle ${id} --arrived, or --again, or --drop.`,
    )
    return EXIT.usage
  }
  if (again) return retry(io, id, options)
  await using app = await openApp(io, options.db)
  const verdict = arrived ? 'arrived' : 'drop'
  const settled = await settleByHand(app, id, verdict)
  if (options.json) await writeJson(io.stdout, deliveryJson(settled))
  else await show(io, messageFromText(texts(LANGUAGE).settledAs[verdict](id), LANGUAGE))
  return undefined
}

async function retriedText(store: Store, retried: readonly Delivery[]): Promise<string> {
  const say = texts(LANGUAGE)
  const sentence = say.putBack(retried.map(({ id }) => id).join(', '))
  const [first] = retried
  const pause = first && pauseOf(await store.pausedChats(), first.chat)
  return pause ? `${sentence} ${say.waitsForChat(chatAddress(pause.chat))}` : sentence
}
