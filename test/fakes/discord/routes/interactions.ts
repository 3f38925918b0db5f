import { z } from 'zod'
import { refusals } from '../api-error.ts'
import { choices, modal } from '../check-forms.ts'
import { checkMessage } from '../check-message.ts'
import { editedMessage, firstWords, followUp } from '../forms.ts'
import { addMessage, channelOf, editMessage, messageOf } from '../messages.ts'
import { route } from '../route.ts'
import { FLAG, type WireMessage } from '../wire.ts'
import { type FakeInteraction, userOf, type World } from '../world.ts'

const FIRST_WORD_MS = 3_000
const TOKEN_MS = 900_000
/** Where the bot is not. */
const MOST_FOLLOW_UPS = 5
const TYPE = { component: 3, autocomplete: 4, modal: 5 }

const callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: firstWords }),
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.literal(FLAG.ephemeral) }).optional(),
  }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: editedMessage }),
  z.strictObject({ type: z.literal(8), data: choices }),
  z.strictObject({ type: z.literal(9), data: modal }),
])
export type Callback = z.infer<typeof callback>

const ORIGINAL = '/webhooks/:application/:token/messages/:message'

export const interactionRoutes = [
  route(
    'POST /interactions/:interaction/:token/callback',
    { status: 204, isForBot: false, body: callback },
    ({ world }, { params: { interaction = '', token = '' }, body }) => {
      const found = world.interactions.get(token)
      if (found?.id !== interaction) throw refusals.unknownInteraction()
      takeCallback(world, found, body)
      return undefined
    },
  ),

  route(
    `PATCH ${ORIGINAL}`,
    { isForBot: false, body: editedMessage },
    ({ world }, { params: { token = '', message = '' }, body }) => {
      const said = messageOfToken(world, token, message)
      editMessage(said, body, world.clock.now())
      return said
    },
  ),

  route(`GET ${ORIGINAL}`, { isForBot: false }, ({ world }, { params: { token = '', message = '' } }) =>
    messageOfToken(world, token, message),
  ),

  route(
    'POST /webhooks/:application/:token',
    { isForBot: false, body: followUp },
    ({ world }, { params: { token = '' }, body }) => {
      const interaction = openInteraction(world, token)
      if (!interaction.isBotInGuild && interaction.followUps.length >= MOST_FOLLOW_UPS)
        throw refusals.followUpCap()
      checkMessage(body)
      const message = say(world, interaction, body)
      interaction.followUps.push(message)
      return message
    },
  ),
]

/** Also for what is answered in the response to a request. */
export function takeCallback(world: World, interaction: FakeInteraction, body: Callback): void {
  if (world.clock.now() - interaction.at > FIRST_WORD_MS) {
    interaction.isLost = true
    throw refusals.unknownInteraction()
  }
  if (interaction.callback) throw refusals.alreadyAcknowledged()
  requireFit(interaction, body.type)
  if (body.type === 4) checkMessage(body.data)
  const data = 'data' in body ? body.data : undefined
  if (body.type === 4) interaction.original = say(world, interaction, body.data)
  if (body.type === 5) interaction.original = thinking(world, interaction, body.data?.flags ?? 0)
  if (body.type === 6 || body.type === 7) interaction.original = pressedMessage(world, interaction)
  if (body.type === 7) editMessage(pressedMessage(world, interaction), body.data, world.clock.now())
  interaction.callback = { type: body.type, at: world.clock.now(), data }
}

function requireFit({ type }: FakeInteraction, answered: number): void {
  const isWrong =
    (type === TYPE.autocomplete) !== (answered === 8) ||
    ((answered === 6 || answered === 7) && type !== TYPE.component) ||
    (answered === 9 && type === TYPE.modal)
  if (isWrong) throw new Error(`an interaction of type ${type} is not answered by ${answered}`)
}

function pressedMessage(world: World, { channelId, messageId = '', id }: FakeInteraction): WireMessage {
  const message = channelOf(world, channelId).messages.get(messageId) ?? ephemeralOf(world, messageId)
  if (!message) throw new Error(`interaction ${id} pressed no message`)
  return message
}

/** A message that only one person sees is in no channel. */
export function ephemeralOf(world: World, messageId: string): WireMessage | undefined {
  return [...world.interactions.values()]
    .flatMap(({ original, followUps }) => [...(original ? [original] : []), ...followUps])
    .find(({ id }) => id === messageId)
}

function thinking(world: World, interaction: FakeInteraction, flags: number): WireMessage {
  const message = say(world, interaction, { content: '', flags })
  message.flags |= FLAG.loading
  return message
}

function say(
  world: World,
  interaction: FakeInteraction,
  body: Partial<z.infer<typeof firstWords>>,
): WireMessage {
  const channel = channelOf(world, interaction.channelId)
  const user = userOf(world, interaction.personId)
  const given = {
    ...body,
    author: world.bot,
    webhookId: world.applicationId,
    interaction: {
      id: interaction.id,
      type: interaction.type,
      user,
      authorizing_integration_owners: interaction.isBotInGuild
        ? { 0: channel.guildId ?? '0' }
        : { 1: interaction.personId },
    },
  }
  const isEphemeral = ((body.flags ?? 0) & FLAG.ephemeral) !== 0
  return isEphemeral ? messageOf(world, channel, given) : addMessage(world, channel, given)
}

function openInteraction(world: World, token: string): FakeInteraction {
  const found = world.interactions.get(token)
  if (!found || world.clock.now() - found.at > TOKEN_MS) throw refusals.invalidWebhookToken()
  if (!found.callback) throw refusals.unknownWebhook()
  return found
}

function messageOfToken(world: World, token: string, message: string): WireMessage {
  const { original, followUps } = openInteraction(world, token)
  const found = message === '@original' ? original : followUps.find(({ id }) => id === message)
  if (!found) throw refusals.unknownMessage()
  return found
}
