import { describe, expect, test } from 'vitest'
import type { InboundEvent, Message } from '../../../src/domain.ts'
import type { Ack, ChatAdapter } from '../../../src/ports.ts'
import { CHAT, scriptedTerminal } from './scripted-terminal.ts'

const { signal } = new AbortController()
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

const messageOf = (text: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text }] })
const atOnce = (text: string): Ack => ({ kind: 'reply', message: messageOf(text) })
const later: Ack = { kind: 'later' }

function wordOf(event: InboundEvent): string {
  if (event.kind === 'question') return event.text
  return event.kind === 'command' ? event.name : event.kind
}

/** Notes every event and answers it at once with its own words. */
function echo(heard: InboundEvent[]) {
  return async (event: InboundEvent) => {
    heard.push(event)
    return atOnce(`You said ${wordOf(event)}.`)
  }
}

/** Answers as the desk does: `later` first, the reply when there is time. */
function desk(adapter: ChatAdapter) {
  return async (event: InboundEvent) => {
    const [payload] = adapter.render(messageOf(`Reply to ${'text' in event ? event.text : ''}.`), CHAT)
    setImmediate(() => payload && void adapter.send(CHAT, payload, { key: event.key, signal }))
    return later
  }
}

/** What a person sees, without the codes that move the cursor. */
const seen = (text: string) => text.replace(/\u001b\[[\d;]*[A-Za-z]/g, '').replaceAll('\r', '')

describe('a line becomes an event', () => {
  test.each([
    ['How many?', { kind: 'question', text: 'How many?' }],
    ['  How many?  ', { kind: 'question', text: 'How many?' }],
    ['/brief', { kind: 'command', name: 'brief', text: '' }],
    ['/brief floods and bridges', { kind: 'command', name: 'brief', text: 'floods and bridges' }],
    ['/SOURCES  2', { kind: 'command', name: 'sources', text: '2' }],
    ['/dev/null, what is it?', { kind: 'question', text: '/dev/null, what is it?' }],
    ['/ what?', { kind: 'question', text: '/ what?' }],
    ['橋はいつ開きますか？', { kind: 'question', text: '橋はいつ開きますか？' }],
  ])('%j', async (line, expected) => {
    const { adapter, say, end } = scriptedTerminal()
    const heard: InboundEvent[] = []
    say(line)
    end()
    await adapter.listen(echo(heard), signal)
    expect(heard).toMatchObject([{ ...expected, chat: CHAT, at: Date.UTC(2026, 2, 3, 13) }])
  })

  test('empty lines are nothing', async () => {
    const { adapter, say, end } = scriptedTerminal()
    const heard: InboundEvent[] = []
    for (const line of ['', '   ', 'Why?', '']) say(line)
    end()
    await adapter.listen(echo(heard), signal)
    expect(heard).toHaveLength(1)
  })

  test('keys differ between two runs of the program', async () => {
    const keys: string[] = []
    for (const { adapter, say, end } of [scriptedTerminal(), scriptedTerminal()]) {
      say('Why?')
      end()
      await adapter.listen(async ({ key }) => {
        keys.push(key)
        return atOnce('Noted.')
      }, signal)
    }
    expect(new Set(keys).size).toBe(2)
  })
})

describe('on a pipe', () => {
  test('there is no prompt and no escape code, and replies come in the order of the lines', async () => {
    const { adapter, say, end, arrived } = scriptedTerminal()
    say('First')
    say('Second')
    end()
    await adapter.listen(desk(adapter), signal)
    expect(arrived()).toBe('Reply to First.\n\nReply to Second.\n')
  })

  test('a line without a line break at the end of input is heard', async () => {
    const { adapter, press, end, arrived } = scriptedTerminal()
    press('Why?')
    end()
    await adapter.listen(echo([]), signal)
    expect(arrived()).toBe('You said Why?.\n')
  })

  test('the next line waits until the reply to the one before was sent', async () => {
    const { adapter, say, end } = scriptedTerminal()
    const order: string[] = []
    say('one')
    say('two')
    end()
    await adapter.listen(async (event) => {
      order.push(`heard ${wordOf(event)}`)
      setImmediate(async () => {
        await adapter.send(CHAT, { body: '.\n' }, { key: event.key, signal })
        order.push(`sent ${wordOf(event)}`)
      })
      return later
    }, signal)
    expect(order.indexOf('sent one')).toBeLessThan(order.indexOf('heard two'))
  })

  test.each(['/quit', '/QUIT', ' /quit now, please'])(
    '%s ends it, and what comes after is not heard',
    async (quit) => {
      const { adapter, say } = scriptedTerminal()
      const heard: InboundEvent[] = []
      for (const line of ['Why?', quit, 'Too late?']) say(line)
      await adapter.listen(echo(heard), signal)
      expect(heard).toMatchObject([{ text: 'Why?' }])
    },
  )

  test('an event that could not be stored is no accepted event: listening fails with its error', async () => {
    const { adapter, say } = scriptedTerminal()
    say('Why?')
    const listening = adapter.listen(() => Promise.reject(new Error('disk full')), signal)
    await expect(listening).rejects.toThrow('disk full')
  })
})

describe('on a terminal', () => {
  test('it says once what can be typed, prompts, and prompts again only after the reply', async () => {
    const { adapter, say, end, arrived } = scriptedTerminal({ interactive: true })
    say('Why?')
    await adapter.listen(async (event) => {
      const ack = await desk(adapter)(event)
      setImmediate(() => setImmediate(end))
      return ack
    }, signal)
    expect(seen(arrived())).toBe(
      '\nAsk a question. /help lists what else you can say; /quit leaves.\n\n› Why?\n\nReply to Why?.\n\n› \n',
    )
  })

  test("/help is followed by the one command that is the terminal's own", async () => {
    const { adapter, say, arrived } = scriptedTerminal({ interactive: true })
    for (const line of ['/help', '/quit']) say(line)
    await adapter.listen(echo([]), signal)
    expect(seen(arrived())).toContain('\nYou said help.\n\n\n/quit leaves.\n')
  })

  test('what is sent unasked stands apart, and what was typed so far comes back', async () => {
    const { adapter, press, end, arrived } = scriptedTerminal({ interactive: true })
    const listening = adapter.listen(echo([]), signal)
    press('Wh')
    setImmediate(async () => {
      await adapter.send(CHAT, { body: 'Brevier · Tuesday\n' }, { key: 'k', signal })
      end()
    })
    await listening
    expect(seen(arrived())).toContain('› Wh\nBrevier · Tuesday\n\n› Wh')
  })

  test.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ])('%s ends it, and leaves the cursor on a line of its own', async (_name, key) => {
    const { adapter, press, arrived } = scriptedTerminal({ interactive: true })
    const listening = adapter.listen(echo([]), signal)
    press(key)
    await listening
    expect(seen(arrived()).endsWith('› \n')).toBe(true)
  })

  test('Ctrl-C ends it also while a reply is being made', async () => {
    const { adapter, say, press } = scriptedTerminal({ interactive: true })
    say('Why?')
    const listening = adapter.listen(async () => {
      press(CTRL_C)
      return later
    }, signal)
    await expect(listening).resolves.toBeUndefined()
  })

  test('a terminal that goes away ends it without an exception', async () => {
    const { adapter, input } = scriptedTerminal({ interactive: true })
    const listening = adapter.listen(echo([]), signal)
    setImmediate(() => input.destroy(new Error('read EIO')))
    await expect(listening).resolves.toBeUndefined()
  })
})
