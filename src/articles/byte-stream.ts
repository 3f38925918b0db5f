// Bytes as they come: looked at before they are read to the end, then collected within a limit, or cut into lines.

import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

export interface Peeked {
  readonly head: Uint8Array
  /** Everything, the head included. */
  readonly all: AsyncIterable<Uint8Array>
  /** Lets go of the source, read to the end or not. */
  close(): Promise<void>
}

/** Reads until `isEnough` or the end. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  isEnough: (head: Uint8Array) => boolean,
): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  let isDone = false
  while (!isDone && !isEnough(head)) {
    const next = await iterator.next()
    if (next.done) isDone = true
    else head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  async function* all() {
    if (head.length > 0) yield head
    while (!isDone) {
      const next = await iterator.next()
      if (next.done) isDone = true
      else yield next.value
    }
  }
  return { head, all: all(), close: async () => void (await iterator.return?.()) }
}

/** All bytes, or undefined when there are more than `maxBytes`. */
export async function collect(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > maxBytes) return undefined
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
}

/** Text of any encoding with a byte order mark as UTF-8; without a mark the bytes stay as they are. */
async function* asUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let decoder: TextDecoder | undefined
  let isFirst = true
  for await (const chunk of source) {
    if (isFirst) decoder = decoderOfMark(chunk)
    isFirst = false
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
}

function decoderOfMark([first, second]: Uint8Array): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be') : undefined
}

export interface Line {
  readonly number: number
  /** Undefined for a line of more than `maxBytes`, which is passed over without being held. */
  readonly text: string | undefined
}

/**
 * Lines of text that end in a line feed, numbered from one; empty ones are counted and left out. UTF-8, UTF-16 with its
 * mark, or line by line Windows-1252 where it is no UTF-8.
 */
export async function* lines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line, void> {
  let rest: Buffer[] = []
  let restBytes = 0
  let number = 0
  const finish = (last: Buffer): Line | undefined => {
    number++
    const isTooLong = restBytes + last.length > maxBytes
    const bytes = rest.length === 0 ? last : Buffer.concat([...rest, last])
    rest = []
    restBytes = 0
    if (isTooLong) return { number, text: undefined }
    const text = decoded(bytes)
      .replace(/^\ufeff/, '')
      .trim()
    return text === '' ? undefined : { number, text }
  }
  for await (const chunk of asUtf8(source)) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      const line = finish(bytes.subarray(from, at))
      from = at + 1
      if (line) yield line
    }
    restBytes += bytes.length - from
    if (restBytes > maxBytes) rest = []
    else if (from < bytes.length) rest.push(bytes.subarray(from))
  }
  if (restBytes > 0) {
    const line = finish(Buffer.alloc(0))
    if (line) yield line
  }
}

function decoded(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes)
}
