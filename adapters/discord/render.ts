// A message → posts that Discord takes. Pure: what it needs to know of the bot is added when a post is sent.

import type { Message, Payload } from '../../src/domain.ts'
import { splitLines } from '../../src/message/split-lines.ts'
import { interactionOfKey, messageOfKey } from './address.ts'
import { fitsCards, fitsEmbed, LONGEST_DESCRIPTION } from './budget.ts'
import { cardsOf, embedOf } from './cards.ts'
import { keyboardOf } from './keyboard.ts'
import { linesOf } from './lines.ts'
import { type Line, visibleOf } from './markdown.ts'
import { type Answered, type Post, payloadOf } from './payload.ts'
import { shortened } from './shortened.ts'

const LONGEST_NAME = 100

/** Cut between stories where that can be. The first part answers, the last one has the buttons, only the first makes a sound. */
export function renderMessage(message: Message): readonly Payload[] {
  const keyboard = keyboardOf(message.blocks)
  const lines = linesOf(message.blocks, message.language)
  // Every part is as short as if it had the buttons: which one is the last is not known before.
  const parts = splitLines(lines, {
    longest: LONGEST_DESCRIPTION,
    fits: (part: readonly Line[]) =>
      fitsCards(cardsOf(part, keyboard)) && fitsEmbed(embedOf(part, keyboard).embed),
    beginsStory: ({ beginsStory }) => beginsStory,
  })
  const answers = answeredIn(message)
  const name = nameOf(lines)
  return parts.map((part, at) => {
    const buttons = at === parts.length - 1 ? keyboard : []
    const common: Omit<Post, 'components' | 'embed'> = {
      part: at + 1,
      name,
      ...((message.isSilent || at > 0) && { isSilent: true }),
      ...(answers && isFor(answers, at) && { answers }),
      ...(message.isForFollowers && { isForFollowers: true }),
      ...(message.tags && at === 0 && { tags: message.tags }),
      ...(message.calledRole && at === 0 && { calledRole: message.calledRole }),
    }
    return payloadOf(
      { ...common, components: cardsOf(part, buttons) },
      { ...common, ...embedOf(part, buttons) },
    )
  })
}

/** All parts of what answers an interaction belong to it; of a chat only the first one is a reply. */
function isFor(answers: Answered, at: number): boolean {
  return at === 0 || 'interaction' in answers
}

function answeredIn({ answers }: Message): Answered | undefined {
  if (answers === undefined) return undefined
  const interaction = interactionOfKey(answers)
  if (interaction) return { interaction }
  return messageOfKey(answers)
}

function nameOf([first]: readonly Line[]): string {
  return shortened(first ? visibleOf([first]).trim() : '', LONGEST_NAME)
}
