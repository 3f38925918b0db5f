import { describe, expect, test } from 'vitest'
import type { Chat } from '../../src/domain.ts'
import type { Store } from '../../src/ports.ts'
import { chat, HOUR_MS, MINUTE_MS, openOutbox } from './outbox.ts'

const NEWS = chat('news')
const refused = (cause: 'gone' | 'no-right' | 'topic' | 'content' | 'token') =>
  ({ says: { kind: 'refused', class: cause, reason: `It says ${cause}.` } }) as const
const later = (retryAfterMs?: number) =>
  ({
    says: { kind: 'later', reason: 'Too busy.', ...(retryAfterMs !== undefined && { retryAfterMs }) },
  }) as const

describe('what arrives', () => {
  test('is delivered, and its receipt is kept', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    await outbox.deliverDue()
    expect(outbox.farEnd.shown('news')).toEqual(['*Good morning.*'])
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered', receipt: 'r1', attempt: 1 }])
  })

  test('comes part by part in their order, each under a key of its own', async () => {
    await using outbox = await openOutbox()
    const key = await outbox.say(NEWS, ['One.', 'Two.', 'Three.'])
    await outbox.work(5_000)
    expect(outbox.farEnd.shown('news')).toEqual(['*One.*', '*Two.*', '*Three.*'])
    expect(outbox.farEnd.received.map((one) => one.key)).toEqual([`${key}.1`, `${key}.2`, `${key}.3`])
  })

  test('is stored as being sent before its bytes leave', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', { says: { kind: 'delivered', receipt: 'r' }, afterMs: 1_000 })
    const delivering = outbox.delivering(new AbortController().signal)
    await outbox.clock.advance(500)
    expect(await outbox.posts()).toMatchObject([{ state: 'sending', sendingAt: outbox.clock.now() - 500 }])
    await outbox.clock.during(delivering)
  })
})

describe('a platform that says later', () => {
  test('with a time is asked again then, and no attempt is counted', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', later(30_000))
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([
      {
        state: 'pending',
        attempt: 0,
        dueAt: outbox.clock.now() + 30_000,
        reason: { kind: 'later', detail: 'Too busy.' },
      },
    ])
  })

  test('with no time at all is not asked again in a tight circle', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', later(0))
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([{ dueAt: outbox.clock.now() + 1_000 }])
  })

  test('without a time is asked again after a wait that doubles, and the attempt counts', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', later(), later())
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([{ attempt: 1, dueAt: outbox.clock.now() + 2_000 }])
    await outbox.clock.advance(2_000)
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([{ attempt: 2, dueAt: outbox.clock.now() + 4_000 }])
  })

  test('twenty times without a time is given up, with how often it was tried', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.always('news', later())
    await outbox.work(6 * HOUR_MS)
    expect(await outbox.posts()).toMatchObject([
      { state: 'refused', reason: { kind: 'attempts', attempts: 20 } },
    ])
    expect(outbox.farEnd.received).toHaveLength(20)
  })

  test('with a time for ever lets the post expire, and says why', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'], { expiresAt: outbox.clock.now() + HOUR_MS })
    outbox.farEnd.always('news', later(60_000))
    await outbox.work(2 * HOUR_MS)
    expect(await outbox.posts()).toMatchObject([{ state: 'expired', reason: { kind: 'expired' } }])
  })
})

describe('a chat that has moved', () => {
  const NEW = chat('new')
  const moved = { says: { kind: 'moved', to: NEW } } as const

  test('is renamed everywhere, and the post goes to its new address once', async () => {
    await using outbox = await openOutbox()
    const subscription = await outbox.publish(NEWS, ['One.', 'Two.'])
    outbox.farEnd.script('news', moved)
    await outbox.work(5_000)
    expect(outbox.farEnd.shown('new')).toEqual(['*One.*', '*Two.*'])
    expect(await outbox.store.subscription(subscription.id)).toMatchObject({ chat: NEW })
    expect(await outbox.posts()).toMatchObject([
      { state: 'delivered', isMoved: true },
      { state: 'delivered', isMoved: false },
    ])
  })

  test('a second time for one post is not followed', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['One.'])
    outbox.farEnd.script('news', moved)
    outbox.farEnd.script('new', { says: { kind: 'moved', to: NEWS } })
    await outbox.work(5_000)
    expect(await outbox.posts()).toMatchObject([{ state: 'refused', reason: { kind: 'moved' }, chat: NEW }])
  })
})

describe('a post refused for its content', () => {
  test('is sent once more in its plain form, and the defect is logged', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', refused('content'))
    await outbox.work(3_000)
    expect(outbox.farEnd.shown('news')).toEqual(['Good morning.'])
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered', isPlain: true }])
    expect(outbox.logged.join('')).toContain('error a platform refused what was rendered for it')
  })

  test('also in its plain form is refused with what the platform said, and its later parts with it', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['One.', 'Two.'])
    outbox.farEnd.script('news', refused('content'), refused('content'))
    await outbox.work(3_000)
    expect(await outbox.posts()).toMatchObject([
      { state: 'refused', reason: { kind: 'refused', class: 'content', detail: 'It says content.' } },
      { state: 'refused', reason: { kind: 'earlier-part', part: 1 } },
    ])
  })

  test('that has no plain form is refused at once', async () => {
    await using outbox = await openOutbox()
    const bare = { messageKey: 'bare', part: 1, parts: 1, chat: NEWS, payload: { body: 'Bare.' } }
    const now = outbox.clock.now()
    await outbox.store.enqueue([{ ...bare, dueAt: now, expiresAt: now + HOUR_MS, whenUnknown: 'once' }], now)
    outbox.farEnd.script('news', refused('content'))
    await outbox.work(5_000)
    expect(await outbox.posts()).toMatchObject([{ state: 'refused', isPlain: false }])
  })

  test('pauses nothing', async () => {
    await using outbox = await openOutbox()
    await outbox.publish(NEWS, ['Good morning.'])
    outbox.farEnd.always('news', refused('content'))
    await outbox.work(3_000)
    expect(await outbox.store.pausedChats()).toEqual([])
  })
})

describe.each(['gone', 'no-right', 'topic'] as const)('a chat lost because of %s', (cause) => {
  test('is paused with the reason, and what is for it is kept without counting', async () => {
    await using outbox = await openOutbox()
    await outbox.publish(NEWS, ['One.', 'Two.'])
    outbox.farEnd.script('news', refused(cause))
    await outbox.work(HOUR_MS)
    const reason = { kind: 'refused', class: cause, detail: `It says ${cause}.` }
    expect(await outbox.store.pausedChats()).toMatchObject([{ chat: NEWS, reason }])
    expect(await outbox.posts()).toMatchObject([
      { state: 'pending', attempt: 0, reason },
      { state: 'pending', attempt: 0 },
    ])
    expect(outbox.farEnd.shown('news')).toEqual([])
  })

  test('gets everything when it is resumed', async () => {
    await using outbox = await openOutbox()
    await outbox.publish(NEWS, ['One.', 'Two.'])
    outbox.farEnd.script('news', refused(cause))
    await outbox.work(HOUR_MS)
    await outbox.store.resumeChat(NEWS)
    await outbox.work(5_000)
    expect(outbox.farEnd.shown('news')).toEqual(['*One.*', '*Two.*'])
  })
})

describe('a refused token', () => {
  test('holds the whole platform for five minutes, counts nothing, and is logged once', async () => {
    await using outbox = await openOutbox()
    for (const id of ['a', 'b', 'c']) await outbox.say(chat(id), ['Good morning.'])
    outbox.farEnd.always('everywhere', refused('token'))
    await outbox.work(4 * MINUTE_MS)
    expect(new Set((await outbox.posts()).map(({ state, attempt }) => `${state} ${attempt}`))).toEqual(
      new Set(['pending 0']),
    )
    expect(new Set(outbox.farEnd.received.map(({ at }) => at)).size).toBe(1)
    expect(outbox.logged.filter((line) => line.includes('refuses our token'))).toHaveLength(1)
  })

  test('is tried again afterwards, and then everything arrives', async () => {
    await using outbox = await openOutbox()
    for (const id of ['a', 'b', 'c']) await outbox.say(chat(id), ['Good morning.'])
    outbox.farEnd.script('a', refused('token'))
    await outbox.work(6 * MINUTE_MS)
    expect((await outbox.posts()).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered'])
  })
})

describe('a send whose end nobody knows', () => {
  test('is unknown, and looked into at once', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', { says: { kind: 'unknown', reason: 'The connection broke.' } })
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([
      { state: 'unknown', reason: { kind: 'unknown', detail: 'The connection broke.' } },
    ])
    expect(
      await outbox.store.claimUnknown({ platforms: ['test'], limit: 1 }, outbox.clock.now(), 1_000),
    ).toHaveLength(1)
  })

  test('since the adapter threw is unknown too, and logged', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', { says: new Error('Something broke.') })
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([{ state: 'unknown', reason: { detail: 'Something broke.' } }])
    expect(outbox.logged.join('')).toContain('Something broke.')
  })

  test('since no answer comes is unknown after a minute, whatever the adapter does', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', { says: 'nothing' })
    const begun = outbox.clock.now()
    await outbox.deliverDue()
    expect(outbox.clock.now() - begun).toBe(MINUTE_MS)
    expect(await outbox.posts()).toMatchObject([
      { state: 'unknown', reason: { detail: 'No answer came within 60 seconds.' } },
    ])
  })
})

describe('what may not be sent', () => {
  test('since it is too old is not sent, also when it got old while it waited for its turn', async () => {
    const rate = { sends: 1, perMs: 3_000 }
    await using outbox = await openOutbox({ rates: { platform: rate, chat: () => rate } })
    await outbox.say(chat('a'), ['First.'])
    await outbox.say(chat('b'), ['Too late.'], { expiresAt: outbox.clock.now() + 2_000 })
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([
      { state: 'delivered' },
      { state: 'expired', reason: { kind: 'expired' } },
    ])
    expect(outbox.farEnd.received).toHaveLength(1)
  })

  test('since somebody else took it is left alone', async () => {
    const rate = { sends: 1, perMs: 10 * MINUTE_MS }
    await using outbox = await openOutbox({ rates: { platform: rate, chat: () => rate } })
    await outbox.say(chat('a'), ['First.'])
    await outbox.say(chat('b'), ['Waits longer than its lease.'])
    await outbox.deliverDue()
    expect(outbox.farEnd.received).toHaveLength(1)
    expect((await outbox.posts())[1]).toMatchObject({ state: 'claimed' })
  })

  test('since its chat has had enough for now goes back for as long, uncounted', async () => {
    const rate = { sends: 1, perMs: MINUTE_MS }
    await using outbox = await openOutbox({
      rates: { platform: { sends: 25, perMs: 1_000 }, chat: () => rate },
    })
    await outbox.say(NEWS, ['One.', 'Two.'])
    await outbox.deliverDue()
    await outbox.deliverDue()
    expect((await outbox.posts())[1]).toMatchObject({
      state: 'pending',
      attempt: 0,
      dueAt: outbox.clock.now() + MINUTE_MS,
    })
  })
})

describe('chats beside each other', () => {
  test('a slow one delays no other', async () => {
    await using outbox = await openOutbox()
    for (const id of ['slow', 'a', 'b', 'c']) await outbox.say(chat(id), ['One.', 'Two.'])
    outbox.farEnd.always('slow', { says: 'nothing' })
    await outbox.work(5_000)
    for (const id of ['a', 'b', 'c']) expect(outbox.farEnd.shown(id)).toEqual(['*One.*', '*Two.*'])
    const times = outbox.farEnd.received.map(({ at }) => at)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(5_000)
  })

  test('what is for one chat arrives in the order in which it was stored, although some of it had to wait', async () => {
    await using outbox = await openOutbox()
    for (const text of ['First.', 'Second.', 'Third.']) await outbox.say(NEWS, [text])
    outbox.farEnd.script('news', later(10_000), { says: { kind: 'delivered', receipt: 'x' } }, later())
    await outbox.work(MINUTE_MS)
    expect(outbox.farEnd.shown('news')).toEqual(['*First.*', '*Second.*', '*Third.*'])
  })

  test('after an hour without a far end everything arrives once', async () => {
    await using outbox = await openOutbox()
    const ids = Array.from({ length: 20 }, (_, at) => `c${at}`)
    for (const id of ids) await outbox.say(chat(id), ['One.', 'Two.'])
    outbox.farEnd.always('everywhere', { says: { kind: 'later', reason: 'Nobody there.' } })
    await outbox.work(HOUR_MS)
    outbox.farEnd.always('everywhere', undefined)
    await outbox.work(HOUR_MS)
    for (const id of ids) expect(outbox.farEnd.shown(id)).toEqual(['*One.*', '*Two.*'])
  })

  test('a far end that takes few a second gets no more than its adapter says, and refuses none', async () => {
    const platform = { sends: 25, perMs: 1_000 }
    await using outbox = await openOutbox({
      perSecond: 25,
      rates: { platform, chat: () => ({ sends: 1, perMs: 1_000 }) },
    })
    for (let at = 0; at < 200; at += 1) await outbox.say(chat(`c${at}`), ['Good morning.'])
    await outbox.work(15_000)
    expect(outbox.farEnd.received).toHaveLength(200)
    expect((await outbox.posts()).every(({ state, attempt }) => state === 'delivered' && attempt === 1)).toBe(
      true,
    )
  })
})

describe('a store that fails', () => {
  const fail = () => Promise.reject(new Error('The database is locked.'))

  test('when a send is to be noted as begun keeps the send from leaving', async () => {
    await using outbox = await openOutbox({ faulty: (store) => ({ ...store, startSending: fail }) })
    await outbox.say(NEWS, ['Good morning.'])
    await expect(outbox.deliverDue()).rejects.toThrow('The database is locked.')
    expect(outbox.farEnd.received).toEqual([])
  })

  test('for half a minute after a send arrived still learns that it arrived', async () => {
    let fails = 4
    let settleSoundly: Store['settleDelivery'] = fail
    const settleDelivery: Store['settleDelivery'] = (...settlement) =>
      fails-- > 0 ? fail() : settleSoundly(...settlement)
    const faulty = (store: Store) => {
      settleSoundly = store.settleDelivery
      return { ...store, settleDelivery }
    }
    await using outbox = await openOutbox({ faulty })
    await outbox.say(NEWS, ['Good morning.'])
    await outbox.deliverDue()
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered' }])
    expect(outbox.farEnd.received).toHaveLength(1)
  })

  test('for good is not waited for longer than until somebody else may look', async () => {
    await using outbox = await openOutbox({ faulty: (store) => ({ ...store, settleDelivery: fail }) })
    await outbox.say(NEWS, ['Good morning.'])
    const begun = outbox.clock.now()
    await expect(outbox.deliverDue()).rejects.toThrow('The database is locked.')
    expect(outbox.clock.now() - begun).toBeLessThan(MINUTE_MS)
    expect(await outbox.posts()).toMatchObject([{ state: 'sending' }])
  })
})

describe('when the process is asked to stop', () => {
  const answersIn = (afterMs: number) => ({ says: { kind: 'delivered', receipt: 'r' }, afterMs }) as const

  test('what is claimed goes back at once, uncounted', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    await outbox.delivering(AbortSignal.abort())
    expect(outbox.farEnd.received).toEqual([])
    expect(await outbox.posts()).toMatchObject([
      { state: 'pending', attempt: 0, dueAt: outbox.clock.now(), reason: { kind: 'process-ended' } },
    ])
  })

  test('what waits for its turn goes back at once too', async () => {
    const rate = { sends: 1, perMs: HOUR_MS }
    await using outbox = await openOutbox({ rates: { platform: rate, chat: () => rate } })
    const stop = new AbortController()
    for (const id of ['a', 'b', 'c']) await outbox.say(chat(id), ['Good morning.'])
    const delivering = outbox.delivering(stop.signal)
    stop.abort()
    const begun = outbox.clock.now()
    await outbox.clock.during(delivering)
    expect(outbox.clock.now()).toBe(begun)
    expect((await outbox.posts()).slice(1)).toMatchObject([{ state: 'pending' }, { state: 'pending' }])
  })

  test('a send under way is waited for and settled', async () => {
    await using outbox = await openOutbox()
    const stop = new AbortController()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', answersIn(15_000))
    const delivering = outbox.delivering(stop.signal)
    await outbox.clock.advance(1_000)
    stop.abort()
    await outbox.clock.during(delivering)
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered' }])
  })

  test('a send that takes longer than 20 seconds more stays as being sent, for the next process to find out', async () => {
    await using outbox = await openOutbox()
    const stop = new AbortController()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', answersIn(30_000))
    const delivering = outbox.delivering(stop.signal)
    await outbox.clock.advance(1_000)
    stop.abort()
    const begun = outbox.clock.now()
    await outbox.clock.during(delivering)
    expect(outbox.clock.now() - begun).toBe(20_000)
    expect(await outbox.posts()).toMatchObject([{ state: 'sending' }])
  })
})

test('a platform that asks three chats to wait within seconds is left alone by all', async () => {
  await using outbox = await openOutbox()
  const chats = ['a', 'b', 'c', 'd'].map((id) => chat(id))
  for (const { id } of chats.slice(0, 3)) outbox.farEnd.script(id, later(30_000))
  for (const each of chats.slice(0, 3)) await outbox.publish(each, ['x'])
  await outbox.work(1_000)
  await outbox.publish(chats[3] as Chat, ['x'])
  await outbox.work(20_000)
  expect(outbox.farEnd.shown('d')).toEqual([])
  await outbox.work(20_000)
  expect(chats.map(({ id }) => outbox.farEnd.shown(id).length)).toEqual([1, 1, 1, 1])
})
