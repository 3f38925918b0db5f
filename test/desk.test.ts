import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite } from '../db/sqlite.ts'
import { createDelivery } from '../src/delivery/deliver.ts'
import { createDesk, type Desk, type DeskParts } from '../src/desk.ts'
import type { Chat, InboundEvent, Message } from '../src/domain.ts'
import { messageFromText } from '../src/message/from-text.ts'
import type { Ack, ChatAdapter, Clock, Outcome, Store } from '../src/ports.ts'
import { scriptedTerminal } from './adapters/terminal/scripted-terminal.ts'

const MINUTE_MS = 60_000
const NOW = Date.UTC(2026, 2, 3, 12)
const LEASE_MS = 2 * MINUTE_MS
const APOLOGY = messageFromText('That went wrong.', 'en')
const DELIVERED: Outcome = { kind: 'delivered', receipt: 'r1' }

let store: Store
let now = NOW
beforeEach(async () => {
  now = NOW
  store = await openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

/** Time stands still until a test moves it; who sleeps is woken by a signal only. */
const clock: Clock = {
  now: () => now,
  sleep: (_ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) resolve()
      else signal?.addEventListener('abort', () => resolve(), { once: true })
    }),
}

/** A platform of which the test says what becomes of each send; the sends are kept. */
function platform(outcomes: readonly Outcome[] = []) {
  const sent: { readonly text: string; readonly key: string }[] = []
  const adapter: ChatAdapter = {
    platform: 'test',
    render: ({ blocks }) => blocks.map((block) => ({ body: 'text' in block ? block.text : block.kind })),
    async send(_to, { body }, { key }) {
      sent.push({ text: body, key })
      return outcomes[sent.length - 1] ?? DELIVERED
    },
    listen: async () => {},
  }
  return { adapter, sent }
}

interface Logged {
  readonly message: string
  readonly fields: unknown
}

function deskWith(parts: Partial<DeskParts>): { readonly desk: Desk; readonly logged: readonly Logged[] } {
  const logged: Logged[] = []
  const write = (message: string, fields?: unknown) => void logged.push({ message, fields })
  const shared = {
    store,
    clock,
    log: { debug: write, info: write, warn: write, error: write },
    adapters: parts.adapters ?? [],
  }
  const desk = createDesk({
    ...shared,
    delivery: createDelivery(shared),
    makeEdition: async () => {},
    readFeed: async () => {},
    commands: [{ name: 'help', about: { en: 'this list' }, isForAdmins: false }],
    respond: async () => undefined,
    reply: async (event) => reply(event),
    apology: APOLOGY,
    ...parts,
  })
  return { desk, logged }
}

function reply(event: InboundEvent): Message {
  switch (event.kind) {
    case 'question':
      return messageFromText(`To ${event.text}`, 'en')
    case 'command':
      return messageFromText(event.name, 'en')
    case 'tap':
    case 'form':
    case 'about':
    case 'typing':
    case 'membership':
    case 'moved':
    case 'stop':
      return messageFromText(event.kind, 'en')
  }
}

function question(key: string, chat: Partial<Chat> = {}): InboundEvent {
  return {
    key,
    chat: { platform: 'test', id: 'ada', kind: 'private', ...chat },
    person: { platform: 'test', id: 'ada' },
    at: NOW,
    kind: 'question',
    text: key,
  }
}

/** The reason that was stored with each settled event, in the order of settling. */
function watchSettled(): readonly (string | undefined)[] {
  const problems: (string | undefined)[] = []
  const { settleEvent } = store
  store = {
    ...store,
    settleEvent: async (id, settlement, at) => {
      problems.push(settlement.problem)
      await settleEvent(id, settlement, at)
    },
  }
  return problems
}

/** Waits until a desk has claimed what is due once more, and has begun to handle it. */
function watchClaims(): () => Promise<void> {
  let claim = Promise.withResolvers<void>()
  const { claimFeeds } = store
  store = {
    ...store,
    claimFeeds: async (...asked) => {
      const feeds = await claimFeeds(...asked)
      claim.resolve()
      return feeds
    },
  }
  return async () => {
    await claim.promise
    claim = Promise.withResolvers<void>()
    await nextTurn()
  }
}

describe('a desk that listens', () => {
  /** What is said at once to one event, heard twice. */
  async function heardTwice(parts: Partial<DeskParts>): Promise<readonly Ack[]> {
    const acks: Ack[] = []
    const { adapter } = platform()
    const listening: ChatAdapter = {
      ...adapter,
      async listen(accept) {
        acks.push(await accept(question('Why?')), await accept(question('Why?')))
      },
    }
    const { desk } = deskWith({ adapters: [listening], ...parts })
    await desk.run(new AbortController().signal, { untilQuiet: true })
    return acks
  }

  test('says at once what can be said, again when it is heard again', async () => {
    const ack: Ack = { kind: 'reply', message: APOLOGY }
    expect(await heardTwice({ respond: async () => ack })).toEqual([ack, ack])
  })

  test('says that the rest comes later', async () => {
    expect(await heardTwice({})).toEqual([{ kind: 'later' }, { kind: 'later' }])
  })

  test('apologises to the one who pressed when nothing can be said', async () => {
    const [ack] = await heardTwice({ respond: () => Promise.reject(new Error('The disk is full.')) })
    expect(ack).toMatchObject({ kind: 'reply', message: APOLOGY, isNotice: true })
  })

  test('tells its platforms which commands there are', async () => {
    const told: string[] = []
    const { adapter } = platform()
    const register: ChatAdapter['register'] = async (commands) => {
      told.push(...commands.map(({ name }) => name))
    }
    const { desk } = deskWith({ adapters: [{ ...adapter, register }] })
    await desk.run(new AbortController().signal, { untilQuiet: true })
    expect(told).toEqual(['help'])
  })
})

describe('an event', () => {
  test('is answered on its platform, and then settled', async () => {
    const problems = watchSettled()
    const { adapter, sent } = platform()
    const { desk } = deskWith({ adapters: [adapter] })
    await store.acceptEvent(question('Why?'))
    await desk.tick()
    expect(sent.map(({ text }) => text)).toEqual(['To Why?'])
    expect(problems).toEqual([undefined])
    now += LEASE_MS + 1
    expect(await desk.tick()).toBe(0)
  })

  test('that was accepted twice is handled once', async () => {
    const { adapter, sent } = platform()
    const { desk } = deskWith({ adapters: [adapter] })
    await store.acceptEvent(question('Why?'))
    await store.acceptEvent(question('Why?'))
    await desk.tick()
    await desk.tick()
    expect(sent).toHaveLength(1)
  })

  test('whose reply fails gets an apology, and the reason is stored and logged', async () => {
    const problems = watchSettled()
    const { adapter, sent } = platform()
    const { desk, logged } = deskWith({
      adapters: [adapter],
      reply: () => Promise.reject(new Error('The disk is full.')),
    })
    await store.acceptEvent(question('Why?'))
    await desk.tick()
    expect(sent.map(({ text }) => text)).toEqual(['That went wrong.'])
    expect(problems).toEqual(['The disk is full.'])
    expect(logged).toMatchObject([{ fields: { error: 'The disk is full.' } }])
  })

  test('whose reply the adapter cannot render is settled with the reason; the desk goes on', async () => {
    const problems = watchSettled()
    const { adapter, sent } = platform()
    const broken = {
      ...adapter,
      render: (message: Message, to: Chat) => {
        if (to.id === 'ada') throw new Error('No such block.')
        return adapter.render(message, to)
      },
    }
    const { desk } = deskWith({ adapters: [broken] })
    await store.acceptEvent(question('Why?'))
    await store.acceptEvent(question('Who?', { id: 'grace' }))
    await desk.tick()
    expect(problems.toSorted()).toEqual(['No such block.', undefined])
    expect(sent.map(({ text }) => text)).toEqual(['To Who?'])
  })

  test('of a platform that nobody speaks is settled with that reason', async () => {
    const problems = watchSettled()
    const { desk } = deskWith({ adapters: [platform().adapter] })
    await store.acceptEvent(question('Why?', { platform: 'pigeon' }))
    await desk.tick()
    expect(problems).toEqual(['No adapter speaks pigeon.'])
  })
})

describe('a reply in several parts', () => {
  const inParts = async (): Promise<Message> => ({
    language: 'en',
    blocks: ['One.', 'Two.', 'Three.'].map((text) => ({ kind: 'text', text })),
  })

  test('is sent in order, each part under a key of its own', async () => {
    const { adapter, sent } = platform()
    const { desk } = deskWith({ adapters: [adapter], reply: inParts })
    await store.acceptEvent(question('Why?'))
    await desk.tick()
    expect(sent.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.'])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(3)
  })
})

describe('the lease of an event', () => {
  test('keeps another desk away until it ends, and then lets it take over', async () => {
    await store.acceptEvent(question('Why?'))
    await store.claimEvents(now, LEASE_MS, 1)
    const { adapter, sent } = platform()
    const { desk } = deskWith({ adapters: [adapter] })
    expect(await desk.tick()).toBe(0)
    now += LEASE_MS
    await desk.tick()
    expect(sent).toHaveLength(1)
  })

  test('that ends while the reply is still being made does not make a second one', async () => {
    const claimed = watchClaims()
    const { adapter, sent } = platform()
    const slow = Promise.withResolvers<Message>()
    const { desk } = deskWith({ adapters: [adapter], reply: () => slow.promise })
    await store.acceptEvent(question('Why?'))
    const first = desk.tick()
    await claimed()
    now += LEASE_MS
    const second = desk.tick()
    await claimed()
    slow.resolve(messageFromText('At last.', 'en'))
    await Promise.all([first, second])
    expect(sent.map(({ text }) => text)).toEqual(['At last.'])
  })

  test('is given ten times; then the event is given up, with the reason', async () => {
    const problems = watchSettled()
    const { adapter, sent } = platform()
    const { desk } = deskWith({ adapters: [adapter] })
    await store.acceptEvent(question('Why?'))
    for (let attempt = 1; attempt <= 10; attempt++) {
      await store.claimEvents(now, LEASE_MS, 1)
      now += LEASE_MS
    }
    await desk.tick()
    expect(sent.map(({ text }) => text)).toEqual(['That went wrong.'])
    expect(problems).toEqual(['10 tries did not end.'])
  })

  test('does not matter when the desk is stopped with the reply made: the next desk sends it', async () => {
    const { adapter, sent } = platform()
    const stop = new AbortController()
    const { desk } = deskWith({
      adapters: [adapter],
      reply: async (event) => {
        stop.abort()
        return reply(event)
      },
    })
    await store.acceptEvent(question('Why?'))
    await desk.tick(stop.signal)
    expect(sent).toEqual([])
    await deskWith({ adapters: [adapter] }).desk.tick()
    expect(sent).toHaveLength(1)
  })
})

describe('a feed', () => {
  const FEED = 'https://courier.example/feed'

  test('that is due is read once, until its lease ends', async () => {
    await store.addFeed({ url: FEED }, now)
    const read: string[] = []
    const { desk } = deskWith({ readFeed: async ({ url }) => void read.push(url) })
    await desk.tick()
    await desk.tick()
    expect(read).toEqual([FEED])
  })

  test('that is still being read when its lease ends is not read a second time', async () => {
    await store.addFeed({ url: FEED }, now)
    const claimed = watchClaims()
    const slow = Promise.withResolvers<void>()
    let reads = 0
    const { desk } = deskWith({
      readFeed: () => {
        reads++
        return slow.promise
      },
    })
    const first = desk.tick()
    await claimed()
    now += 5 * MINUTE_MS
    const second = desk.tick()
    await claimed()
    slow.resolve()
    await Promise.all([first, second])
    expect(reads).toBe(1)
  })

  test('that fails is logged by its address, and the others are read', async () => {
    await store.addFeed({ url: FEED }, now)
    await store.addFeed({ url: 'https://post.example/feed' }, now)
    const read: string[] = []
    const { desk, logged } = deskWith({
      readFeed: async ({ url }) => {
        if (url === FEED) throw new Error('No route.')
        read.push(url)
      },
    })
    await desk.tick()
    expect(read).toEqual(['https://post.example/feed'])
    expect(logged).toMatchObject([{ fields: { row: FEED, error: 'No route.' } }])
  })

  test('that is slow never keeps a question waiting', async () => {
    for (let at = 0; at < 20; at++) await store.addFeed({ url: `${FEED}/${at}` }, now)
    const { adapter, say, end, arrived } = scriptedTerminal()
    const slow = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<void>()
    const { desk } = deskWith({
      adapters: [
        {
          ...adapter,
          send: async (...send) => {
            const outcome = await adapter.send(...send)
            answered.resolve()
            return outcome
          },
        },
      ],
      readFeed: () => slow.promise,
    })
    const running = desk.run(new AbortController().signal, { untilQuiet: true })
    say('Why?')
    await answered.promise
    expect(arrived()).toContain('To Why?')
    slow.resolve()
    end()
    await running
  })
})

describe('the desk', () => {
  test('answers what is said on an adapter, in order, and ends when nobody can say more', async () => {
    const { adapter, say, end, arrived } = scriptedTerminal()
    const { desk } = deskWith({ adapters: [adapter] })
    say('First?')
    say('Second?')
    end()
    await desk.run(new AbortController().signal, { untilQuiet: true })
    expect(arrived().indexOf('To First?')).toBeGreaterThanOrEqual(0)
    expect(arrived().indexOf('To Second?')).toBeGreaterThan(arrived().indexOf('To First?'))
  })

  test('ends when whoever sat before one adapter has left, though another would listen on', async () => {
    const { adapter, end } = scriptedTerminal()
    const endless: ChatAdapter = {
      ...platform().adapter,
      listen: (_accept, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    }
    const { desk } = deskWith({ adapters: [adapter, endless] })
    end()
    await expect(desk.run(new AbortController().signal, { untilQuiet: true })).resolves.toBeUndefined()
  })

  test('answers what an earlier desk had accepted and not answered', async () => {
    await store.acceptEvent(question('Why?'))
    const { adapter, sent } = platform()
    await deskWith({ adapters: [adapter] }).desk.run(new AbortController().signal, { untilQuiet: true })
    expect(sent.map(({ text }) => text)).toEqual(['To Why?'])
  })

  test('runs on without an adapter until it is told to stop', async () => {
    await store.addFeed({ url: 'https://courier.example/feed' }, now)
    const read = Promise.withResolvers<void>()
    const stop = new AbortController()
    const { desk } = deskWith({ readFeed: async () => read.resolve() })
    const running = desk.run(stop.signal)
    await read.promise
    stop.abort()
    await expect(running).resolves.toBeUndefined()
  })

  test('hands no more than 64 events to be answered at once', async () => {
    const claimed = watchClaims()
    let [underWay, most] = [0, 0]
    const gate = Promise.withResolvers<void>()
    const { adapter, sent } = platform()
    const { desk } = deskWith({
      adapters: [adapter],
      reply: async (event) => {
        most = Math.max(most, ++underWay)
        await gate.promise
        underWay--
        return reply(event)
      },
    })
    for (let at = 0; at < 70; at++) await store.acceptEvent(question(`Q${at}`, { id: `reader ${at}` }))
    const first = desk.tick()
    await claimed()
    gate.resolve()
    await first
    await desk.tick()
    expect(most).toBe(64)
    expect(sent).toHaveLength(70)
  })

  test('goes on when a row cannot be settled, and says which', async () => {
    const { adapter } = platform()
    store = { ...store, settleEvent: () => Promise.reject(new Error('The database is locked.')) }
    const { desk, logged } = deskWith({ adapters: [adapter] })
    await store.acceptEvent(question('Why?'))
    await expect(desk.tick()).resolves.toBe(1)
    expect(logged).toMatchObject([{ fields: { error: 'The database is locked.' } }])
  })
})
