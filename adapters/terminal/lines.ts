// Lines as they are typed or piped, one after the other, with a prompt where a person sits.

import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

export interface Lines {
  /**
   * Hands over line after line, each when the one before is done with. Ends with the input, with Ctrl-C, with a broken
   * stream, when `handle` says so, or with the signal; `ended` tells `handle` of the last four.
   */
  read(handle: HandleLine, signal: AbortSignal): Promise<void>
  /** Something was printed: shows the prompt again, with what was typed so far, if a line is being waited for. */
  promptAgain(): void
}

/** Resolves to whether to go on. */
export type HandleLine = (line: string, ended: AbortSignal) => Promise<boolean>

/** Without a prompt, nothing is ever written to `output`. */
export function createLines(o: {
  readonly input: Readable
  readonly output: Writable
  readonly prompt?: string | undefined
}): Lines {
  let showPrompt: (() => void) | undefined

  async function readAll(lines: Interface, handle: HandleLine, ended: AbortSignal): Promise<void> {
    let isOpen = true
    lines.once('close', () => {
      isOpen = false
    })
    const prompt = () => {
      if (o.prompt === undefined || !isOpen) return
      showPrompt = () => lines.prompt(true)
      showPrompt()
    }
    prompt()
    for await (const line of lines) {
      showPrompt = undefined
      if (ended.aborted || !(await handle(line, ended))) return
      prompt()
    }
  }

  return {
    promptAgain: () => showPrompt?.(),

    async read(handle, signal) {
      if (signal.aborted) return
      const broken = new AbortController()
      const stop = (error?: Error) => broken.abort(error)
      const ended = AbortSignal.any([signal, broken.signal])
      const lines = openInterface(o)
      const close = () => lines.close()
      ended.addEventListener('abort', close, { once: true })
      for (const stream of [o.input, o.output]) stream.once('error', stop)
      lines.once('SIGINT', () => stop())
      try {
        await readAll(lines, handle, ended)
      } catch (error) {
        // A stream that breaks has ended; whatever else fails is the caller's to know.
        if (error !== broken.signal.reason) throw error
      } finally {
        ended.removeEventListener('abort', close)
        for (const stream of [o.input, o.output]) stream.off('error', stop)
        close()
        // Whatever comes after must not stand behind the prompt.
        if (showPrompt && o.output.writable) o.output.write('\n')
        showPrompt = undefined
      }
    },
  }
}

function openInterface({ input, output, prompt }: Parameters<typeof createLines>[0]): Interface {
  return prompt === undefined
    ? createInterface({ input, terminal: false })
    : createInterface({ input, output, prompt, terminal: true })
}
