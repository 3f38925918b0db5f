import { describe, expect, test } from 'vitest'
import { chat, HOUR_MS, MINUTE_MS, openOutbox } from './outbox.ts'

const NEWS = chat('news')
const lost = (arrives: boolean) =>
  ({ says: { kind: 'unknown', reason: 'The connection broke.' }, arrives }) as const

describe('a send that may have arrived, on a platform that knows its keys', () => {
  test('is sent again under the same key at once, and shown once', async () => {
    await using outbox = await openOutbox({ knowsKeys: true, resendSafeMs: MINUTE_MS })
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(true))
    await outbox.work(3_000)
    expect(new Set(outbox.farEnd.received.map(({ key }) => key)).size).toBe(1)
    expect(outbox.farEnd.received).toHaveLength(2)
    expect(outbox.farEnd.shown('news')).toHaveLength(1)
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered', isResent: false }])
  })

  test('is not sent again blindly when the platform may have forgotten the key', async () => {
    await using outbox = await openOutbox({ knowsKeys: true, resendSafeMs: MINUTE_MS, evidence: 'seen' })
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(true))
    await outbox.deliverDue()
    await outbox.clock.advance(MINUTE_MS)
    await outbox.resolveDue()
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered' }])
    expect(outbox.farEnd.received).toHaveLength(1)
  })

  test('again and again is safe only for as long as the key of its first try is known', async () => {
    await using outbox = await openOutbox({ resendSafeMs: MINUTE_MS })
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.always('news', { ...lost(false), afterMs: 40_000 })
    await outbox.work(10 * MINUTE_MS)
    expect(outbox.farEnd.received).toHaveLength(2)
    expect(await outbox.posts()).toMatchObject([{ state: 'unknown' }])
  })
})

describe('a send that may have arrived, on a platform that can be looked at', () => {
  test('and did arrive is delivered', async () => {
    await using outbox = await openOutbox({ evidence: 'seen' })
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(true))
    await outbox.work(3_000)
    expect(outbox.farEnd.shown('news')).toHaveLength(1)
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered' }])
  })

  test('and did not is sent again, and this is not the one resend that policy allows', async () => {
    await using outbox = await openOutbox({ evidence: 'seen' })
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(false))
    await outbox.work(3_000)
    expect(outbox.farEnd.shown('news')).toHaveLength(1)
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered', isResent: false }])
  })

  test('is looked for again while looking fails', async () => {
    let looks = 0
    const evidence = async () => {
      looks += 1
      if (looks < 3) throw new Error('Nobody there.')
      return 'arrived' as const
    }
    await using outbox = await openOutbox({ evidence })
    await outbox.publish(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(true))
    await outbox.work(5 * MINUTE_MS)
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered' }])
    expect(await outbox.notices()).toEqual([])
  })

  test('is left to its owner when looking fails for a quarter of an hour, also when it never ends', async () => {
    await using outbox = await openOutbox({ evidence: () => new Promise(() => {}) })
    await outbox.publish(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(true))
    await outbox.work(HOUR_MS)
    expect(await outbox.posts()).toMatchObject([{ state: 'unknown' }])
    expect(await outbox.notices()).toHaveLength(1)
  })
})

test('a process that is asked to stop while it looks leaves the doubt to the next one', async () => {
  await using outbox = await openOutbox({ evidence: () => new Promise(() => {}) })
  const stop = new AbortController()
  await outbox.publish(NEWS, ['Good morning.'])
  outbox.farEnd.script('news', lost(true))
  await outbox.deliverDue()
  await outbox.clock.advance(HOUR_MS)
  const begun = outbox.clock.now()
  const resolving = outbox.resolving(stop.signal)
  await outbox.clock.advance(1_000)
  stop.abort()
  await outbox.clock.during(resolving)
  expect(outbox.clock.now() - begun).toBe(1_000)
  expect(await outbox.notices()).toEqual([])
})

describe('a send of which nobody can say whether it arrived', () => {
  test('is not sent again when the policy is once, and its owner is asked once', async () => {
    await using outbox = await openOutbox()
    await outbox.publish(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(true))
    await outbox.work(HOUR_MS)
    expect(outbox.farEnd.received.filter(({ chat: to }) => to.id === 'news')).toHaveLength(1)
    expect(await outbox.posts()).toMatchObject([
      { state: 'unknown', reason: { kind: 'unknown', detail: 'The connection broke.' } },
    ])
    expect(await outbox.notices()).toHaveLength(1)
  })

  test('is sent once more when the policy is again', async () => {
    await using outbox = await openOutbox()
    await outbox.publish(NEWS, ['Good morning.'], { whenUnknown: 'again' })
    outbox.farEnd.script('news', lost(false))
    await outbox.work(3_000)
    expect(outbox.farEnd.shown('news')).toHaveLength(1)
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered', isResent: true }])
  })

  test('is sent no third time, and then its owner is asked', async () => {
    await using outbox = await openOutbox()
    await outbox.publish(NEWS, ['Good morning.'], { whenUnknown: 'again' })
    outbox.farEnd.always('news', lost(false))
    await outbox.work(HOUR_MS)
    expect(outbox.farEnd.received.filter(({ chat: to }) => to.id === 'news')).toHaveLength(2)
    expect(await outbox.posts()).toMatchObject([{ state: 'unknown', isResent: true }])
    expect(await outbox.notices()).toHaveLength(1)
  })

  test('is nobody asked about when it is a reply', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['Good morning.'])
    outbox.farEnd.script('news', lost(true))
    await outbox.work(HOUR_MS)
    expect(await outbox.posts()).toMatchObject([{ state: 'unknown' }])
    expect(await outbox.notices()).toEqual([])
  })

  test('keeps back the later parts of its post, and nothing else of its chat', async () => {
    await using outbox = await openOutbox()
    await outbox.say(NEWS, ['One.', 'Two.'])
    await outbox.say(NEWS, ['Another.'])
    outbox.farEnd.script('news', lost(false))
    await outbox.work(MINUTE_MS)
    expect(outbox.farEnd.shown('news')).toEqual(['*Another.*'])
  })
})

describe('a process that ended while it sent', () => {
  async function killed(whenUnknown: 'once' | 'again', options = {}) {
    const outbox = await openOutbox(options)
    await outbox.publish(NEWS, ['Good morning.'], { whenUnknown })
    const stop = new AbortController()
    outbox.farEnd.script('news', { says: 'nothing', arrives: true })
    const delivering = outbox.delivering(stop.signal)
    await outbox.clock.advance(1_000)
    stop.abort()
    await outbox.clock.during(delivering)
    return outbox
  }

  test('leaves a delivery that the next one finds out about', async () => {
    await using outbox = await killed('once', { evidence: 'seen' })
    await outbox.work(5 * MINUTE_MS)
    expect(await outbox.posts()).toMatchObject([{ state: 'delivered' }])
    expect(outbox.farEnd.shown('news')).toHaveLength(1)
  })

  test('leaves it unknown, with that as its reason, when nobody can tell', async () => {
    await using outbox = await killed('once')
    await outbox.work(5 * MINUTE_MS)
    expect(await outbox.posts()).toMatchObject([{ state: 'unknown', reason: { kind: 'process-ended' } }])
  })

  test('asks nobody twice, although it ended again before it settled what it asked', async () => {
    await using outbox = await killed('once')
    await outbox.clock.advance(5 * MINUTE_MS)
    await outbox.resolveDue()
    const [post] = await outbox.posts()
    await outbox.store.settleDelivery(
      post?.id ?? '',
      { state: 'unknown', reason: { kind: 'process-ended' }, resolveAt: outbox.clock.now() },
      outbox.clock.now(),
    )
    await outbox.clock.advance(MINUTE_MS)
    await outbox.resolveDue()
    expect(await outbox.notices()).toHaveLength(1)
  })
})
