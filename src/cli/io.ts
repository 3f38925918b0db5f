// What a command talks to: three streams, the environment, and the signal that ends it.

import type { Readable, Writable } from 'node:stream'
import type { Environment } from '../config.ts'
import { plainLines } from '../message/plain-text.ts'

export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Environment
  readonly signal: AbortSignal
}

export const EXIT = { done: 0, failed: 1, usage: 2, stopped: 130 } as const

/** What a command resolves to: its exit code; nothing means done. */
export type Run = Promise<number | undefined>

/** Wraps what a command runs, so that errors and exit codes have one place. */
export type Action = <A extends unknown[]>(run: (...args: A) => Run) => (...args: A) => Promise<void>

/**
 * Writes and waits while the other side is slow, so that a long stream never piles up in memory. The text is written as it
 * is: for what is harmless already, since an adapter rendered it.
 */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || stream.write(text)) return
  await new Promise<void>((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done).off('error', done)
      resolve()
    }
    stream.on('drain', done).on('close', done).on('error', done)
  })
}

/** One or more lines of prose. Words from outside in them cannot steer a terminal. */
export function writeLine(stream: Writable, text: string): Promise<void> {
  return write(stream, `${plainLines(text)}\n`)
}

/** One JSON document, readable when people may look at it. */
export function writeJson(stream: Writable, value: unknown): Promise<void> {
  return write(stream, `${json(value, 2)}\n`)
}

export function writeJsonLine(stream: Writable, value: unknown): Promise<void> {
  return write(stream, `${json(value)}\n`)
}

/** What JSON leaves as it is, though it steers a terminal or splits a line: delete, eight-bit controls, direction marks. */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

function json(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
