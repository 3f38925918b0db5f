import { describe, expect, test } from 'vitest'
import { GROUP, openChatRoom, PRIVATE, READER } from './chat-room.ts'

describe('/notices', () => {
  test('of an admin has his notices told in that chat, until he wants them in private again', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    const { store } = room.newsroom
    expect(await room.say('/notices', GROUP)).toBe(
      'When one of your subscriptions needs a hand, I tell you in test:harbour from now on. Back: /notices private',
    )
    expect(await store.noticeChat(READER)).toEqual(GROUP)
    expect(await room.say('/notices private', GROUP)).toBe(
      'When one of your subscriptions needs a hand, I tell you in private.',
    )
    expect(await store.noticeChat(READER)).toBeUndefined()
  })

  test('said in private has them there', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.say('/notices', GROUP)
    await room.say('/notices', PRIVATE)
    expect(await room.newsroom.store.noticeChat(READER)).toBeUndefined()
  })

  test('of somebody who does not decide for a chat puts nothing into it', async () => {
    await using room = await openChatRoom()
    expect(await room.say('/notices', GROUP)).toContain('Only the admins of this chat decide')
    expect(await room.newsroom.store.noticeChat(READER)).toBeUndefined()
  })

  test('with words that mean nothing says what would', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    expect(await room.say('/notices elsewhere', GROUP)).toContain('"elsewhere" is not understood here.')
    expect(await room.newsroom.store.noticeChat(READER)).toBeUndefined()
  })
})
