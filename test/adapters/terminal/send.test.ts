import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { written } from '../../../adapters/terminal/write.ts'
import { scriptedTerminal } from './scripted-terminal.ts'

const { signal } = new AbortController()

/** A stream whose other side takes what the test decides. */
function streamThat(write: (done: (error?: Error | null) => void) => void): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => write(done) })
}

function failure(code: string): Error {
  return Object.assign(new Error(`write ${code}`), { code })
}

describe('sending', () => {
  test('gives the key back as the receipt', async () => {
    const { adapter, chat, arrived } = scriptedTerminal()
    expect(await adapter.send(chat, { body: 'Hello.\n' }, { key: 'k7', signal })).toEqual({
      kind: 'delivered',
      receipt: 'k7',
    })
    expect(arrived()).toBe('Hello.\n')
  })

  test('waits until a slow terminal has taken everything', async () => {
    let take = () => {}
    const slow = streamThat((done) => {
      take = done
    })
    let isDone = false
    const sending = written(slow, 'Hello.', { key: 'k', signal }).then((outcome) => {
      isDone = true
      return outcome
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(isDone).toBe(false)
    take()
    expect(await sending).toMatchObject({ kind: 'delivered' })
  })

  test('to a reader that has gone is refused, now and later, and no exception follows', async () => {
    const gone = streamThat((done) => done(failure('EPIPE')))
    const outcome = { kind: 'refused', class: 'gone', reason: 'The terminal is closed.' }
    expect(await written(gone, 'Hello.', { key: 'k', signal })).toEqual(outcome)
    await new Promise((resolve) => setImmediate(resolve))
    expect(await written(gone, 'Hello?', { key: 'k', signal })).toEqual(outcome)
  })

  test('through a stream that breaks may have arrived', async () => {
    const broken = streamThat((done) => done(failure('EIO')))
    expect(await written(broken, 'Hello.', { key: 'k', signal })).toEqual({
      kind: 'unknown',
      reason: 'The terminal failed while writing: write EIO.',
    })
  })

  test('that is stopped halfway may have arrived', async () => {
    const stop = new AbortController()
    const sending = written(
      streamThat(() => {}),
      'Hello.',
      { key: 'k', signal: stop.signal },
    )
    stop.abort()
    expect(await sending).toMatchObject({ kind: 'unknown' })
  })

  test('leaves no listener behind', async () => {
    const { adapter, chat, output } = scriptedTerminal()
    for (let part = 0; part < 20; part++)
      await adapter.send(chat, { body: 'Hello.\n' }, { key: `k.${part}`, signal })
    expect(output.listenerCount('error')).toBe(0)
  })
})
