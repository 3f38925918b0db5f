// What is said to people about what they wrote is in their language, and a schedule can be written in it.

import { expect, test } from 'vitest'
import { texts } from '../../src/message/texts.ts'
import { GROUP, openChatRoom, PRIVATE, textOf } from './chat-room.ts'

const said = (text: string, language: string, name = 'subscribe') =>
  ({ kind: 'command', chat: PRIVATE, name, text, language }) as const

test.each(['en', 'de', 'es', 'fr', 'ru'])(
  'what cannot be done as it was said is explained in %s',
  async (language) => {
    await using room = await openChatRoom()
    const { wrong } = texts(language)
    const answers = [
      [said('schedule: whenever', language), wrong.noSchedule('whenever')],
      [said('zone: Atlantis', language), wrong.noZone('Atlantis')],
      [said('points: many', language), wrong.noCount('many', 'points', 10)],
      [said('u9', language, 'pause'), wrong.noneYet],
      [{ ...said('everything', language), chat: GROUP }, wrong.onlyAdmins],
    ] as const
    for (const [event, sentence] of answers) {
      const message = await room.happens(event)
      expect(message && textOf(message)).toBe(sentence)
    }
  },
)

test('a button of one who may not press it answers in his language', async () => {
  await using room = await openChatRoom()
  const { id } = await room.newsroom.subscribe({ chat: GROUP })
  const ack = await room.press({ kind: 'pause', subscriptionId: id }, GROUP, 'fr')
  expect(ack?.kind === 'reply' && textOf(ack.message)).toBe(texts('fr').wrong.onlyAdmins)
})

test('a schedule that was written in German is shown as it was written, and in English in English words', async () => {
  await using room = await openChatRoom()
  const made = await room.happens(said('schedule: montags um 7:30', 'de'))
  expect(made && textOf(made)).toContain('Zeiten | montags um 7:30')
  const listed = await room.happens(said('', 'en', 'subscriptions'))
  expect(listed && textOf(listed)).toContain('Mondays at 7:30')
})
