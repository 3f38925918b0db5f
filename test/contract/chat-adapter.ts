// What every chat adapter must do, whatever its platform. An adapter's own test file calls this with how to make one
// whose other side is scripted.

import { describe, expect, test } from 'vitest'
import type { Block, Chat, InboundEvent, Message } from '../../src/domain.ts'
import type { Ack, ChatAdapter } from '../../src/ports.ts'

export interface AdapterUnderTest {
  readonly adapter: ChatAdapter
  readonly chat: Chat
  /** Makes a person say something in the chat. */
  say(text: string): void
  /** Ends the platform's side: nothing more will be said. */
  end(): void
  /** Takes the chat away: nothing can arrive there any more. */
  close(): void
  /** What has arrived in the chat, as a person reads it. */
  arrived(): string
}

const HOSTILE =
  'A \u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u202e*bold* <b>tag</b> @everyone \u0000\u009b1mend'
/** What of it is words. */
const WORDS = ['red', 'link', '*bold* <b>tag</b> @everyone', 'end']
const CONTROLS = /\u202e|\u0000|\u009b|\u001b\[31m|\u001b\]|evil\.example/

const source = {
  articleId: 'a1',
  name: HOSTILE,
  title: HOSTILE,
  url: 'https://courier.example/1',
  publishedAt: Date.UTC(2026, 2, 3),
  language: 'en',
  kind: 'full',
} as const

/** One block of every kind, with words from outside wherever there can be any. */
const BLOCKS: readonly Block[] = [
  { kind: 'title', text: HOSTILE },
  { kind: 'headline', text: HOSTILE },
  { kind: 'point', text: HOSTILE, marks: [1] },
  { kind: 'text', text: HOSTILE },
  { kind: 'quiet', text: HOSTILE },
  { kind: 'sources', sources: [{ mark: 1, source }] },
  { kind: 'passage', text: HOSTILE, cited: [[2, 30]] },
  { kind: 'rows', rows: [{ term: HOSTILE, text: HOSTILE, note: HOSTILE }] },
]

const messageOf = (...blocks: readonly Block[]): Message => ({ language: 'en', blocks })
const textMessage = (text: string) => messageOf({ kind: 'text', text })

export function chatAdapterContract(name: string, create: () => Promise<AdapterUnderTest>): void {
  describe(`${name} keeps the contract of chat adapters:`, () => {
    const { signal } = new AbortController()

    async function shown(message: Message): Promise<string> {
      const { adapter, chat, arrived } = await create()
      for (const [part, payload] of adapter.render(message, chat).entries())
        await adapter.send(chat, payload, { key: `k.${part}`, signal })
      return arrived()
    }

    test('it renders the same message the same way, without changing it', async () => {
      const { adapter, chat } = await create()
      const message = messageOf(...BLOCKS)
      const before = structuredClone(message)
      expect(adapter.render(message, chat)).toEqual(adapter.render(deepFrozen(message), chat))
      expect(message).toEqual(before)
    })

    test.each(BLOCKS.map((block) => [block.kind, block] as const))(
      'a block of kind %s gives payloads that are not empty',
      async (_kind, block) => {
        const { adapter, chat } = await create()
        const payloads = adapter.render(messageOf(block), chat)
        expect(payloads.length).toBeGreaterThan(0)
        for (const { body, plain = body } of payloads) {
          expect(body.trim()).not.toBe('')
          expect(plain.trim()).not.toBe('')
        }
      },
    )

    test('a message without words gives no payload', async () => {
      const { adapter, chat } = await create()
      expect(adapter.render(messageOf(), chat)).toEqual([])
    })

    test.each(BLOCKS.map((block) => [block.kind, block] as const))(
      'words from outside in a %s stay words',
      async (_kind, block) => {
        const text = (await shown(messageOf(block))).replace(/\s+/g, ' ')
        for (const words of WORDS) expect(text).toContain(words)
        expect(text).not.toMatch(CONTROLS)
      },
    )

    test('every point, mark and source of a message arrives', async () => {
      const text = await shown(
        messageOf(
          { kind: 'headline', text: 'Bridge closed' },
          { kind: 'point', text: 'It was closed.', marks: [1, 2] },
          {
            kind: 'sources',
            sources: [
              { mark: 1, source: { ...source, name: 'Ellery Courier' } },
              {
                mark: 2,
                source: { ...source, name: 'Marrow Radio', language: 'de', url: 'https://radio.example/9' },
              },
            ],
          },
        ),
      )
      for (const words of [
        'Bridge closed',
        'It was closed.',
        'Ellery Courier',
        'Marrow Radio',
        'in German',
        '3 Mar 2026',
        'https://courier.example/1',
        'https://radio.example/9',
      ])
        expect(text).toContain(words)
    })

    test('a payload that was sent has arrived, and gives a receipt', async () => {
      const { adapter, chat, arrived } = await create()
      const [payload] = adapter.render(textMessage('Good morning.'), chat)
      const outcome = payload && (await adapter.send(chat, payload, { key: 'k1', signal }))
      expect(outcome).toEqual({ kind: 'delivered', receipt: expect.stringMatching(/./) })
      expect(arrived()).toContain('Good morning.')
    })

    test('payloads arrive in the order in which they were sent', async () => {
      const { adapter, chat, arrived } = await create()
      const words = ['First.', 'Second.', 'Third.']
      for (const [part, payload] of words
        .flatMap((text) => adapter.render(textMessage(text), chat))
        .entries())
        await adapter.send(chat, payload, { key: `k.${part}`, signal })
      expect(words.map((text) => arrived().indexOf(text))).toEqual(
        words.map((text) => arrived().indexOf(text)).toSorted((a, b) => a - b),
      )
      expect(arrived()).toContain('Third.')
    })

    test('what is sent to a chat that is gone is refused with a reason, and nothing is thrown', async () => {
      const { adapter, chat, close } = await create()
      const [payload] = adapter.render(textMessage('Hello?'), chat)
      close()
      expect(payload && (await adapter.send(chat, payload, { key: 'k', signal }))).toEqual({
        kind: 'refused',
        class: 'gone',
        reason: expect.stringMatching(/\.$/),
      })
    })

    test('what is stopped before it was sent did not arrive, and says so', async () => {
      const { adapter, chat, arrived } = await create()
      const [payload] = adapter.render(textMessage('Too late.'), chat)
      const outcome =
        payload && (await adapter.send(chat, payload, { key: 'k', signal: AbortSignal.abort() }))
      expect(outcome).toMatchObject({ kind: 'later', reason: expect.stringMatching(/./) })
      expect(arrived()).not.toContain('Too late.')
    })

    test('what is said comes as events, questions and commands apart, each with a key of its own', async () => {
      const { adapter, chat, say, end } = await create()
      const events: InboundEvent[] = []
      for (const text of ['How many?', '/sources 2', '/help', 'How many?']) say(text)
      end()
      await adapter.listen(async (event) => {
        events.push(event)
        return reply('Noted.')
      }, signal)
      expect(events.map(saidIn)).toEqual(['How many?', ['sources', '2'], ['help', ''], 'How many?'])
      expect(new Set(events.map(({ key }) => key)).size).toBe(4)
      expect(
        events.every((event) => event.chat.id === chat.id && event.chat.platform === adapter.platform),
      ).toBe(true)
    })

    test('it does not listen on before an event is stored', async () => {
      const { adapter, say, end } = await create()
      const order: string[] = []
      say('First?')
      say('Second?')
      end()
      await adapter.listen(async (event) => {
        order.push(`heard ${saidIn(event)}`)
        await new Promise((resolve) => setImmediate(resolve))
        order.push(`stored ${saidIn(event)}`)
        return reply('Noted.')
      }, signal)
      expect(order).toEqual(['heard First?', 'stored First?', 'heard Second?', 'stored Second?'])
    })

    test('what can be said at once is shown', async () => {
      const { adapter, say, end, arrived } = await create()
      say('/help')
      end()
      await adapter.listen(async () => reply('Said at once.'), signal)
      expect(arrived()).toContain('Said at once.')
    })

    test('a reply that comes later reaches the chat', async () => {
      const { adapter, say, end, arrived } = await create()
      say('Why?')
      end()
      await adapter.listen(async (event) => {
        setImmediate(async () => {
          for (const payload of adapter.render(textMessage('Because.'), event.chat))
            await adapter.send(event.chat, payload, { key: event.key, signal })
        })
        return { kind: 'later' }
      }, signal)
      expect(arrived()).toContain('Because.')
    })

    test('it stops listening when asked to, also when that was before it began', async () => {
      const { adapter } = await create()
      const stop = new AbortController()
      const listening = adapter.listen(async () => ({ kind: 'later' }), stop.signal)
      stop.abort()
      await expect(listening).resolves.toBeUndefined()
      await expect(
        adapter.listen(async () => ({ kind: 'later' }), AbortSignal.abort()),
      ).resolves.toBeUndefined()
    })

    test('it stops listening also while a reply is awaited', async () => {
      const { adapter, say } = await create()
      const stop = new AbortController()
      say('Why?')
      await expect(
        adapter.listen(async () => {
          setImmediate(() => stop.abort())
          return { kind: 'later' }
        }, stop.signal),
      ).resolves.toBeUndefined()
    })
  })
}

function reply(text: string): Ack {
  return { kind: 'reply', message: textMessage(text) }
}

function saidIn(event: InboundEvent) {
  if (event.kind === 'command') return [event.name, event.text]
  return event.kind === 'question' ? event.text : event.kind
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFrozen)
    Object.freeze(value)
  }
  return value
}
