// Bytes as they come: looked at before they are read to the end, then collected within a limit, or cut into lines.

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

export interface Line {
  readonly number: number
  /** Undefined for a line of more than `maxBytes`, which is passed over without being held. */
  readonly text: string | undefined
}

/** Lines of UTF-8 text that end in a line feed, numbered from one; empty ones are counted and left out. */
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
    const text = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim()
    return text === '' ? undefined : { number, text }
  }
  for await (const chunk of source) {
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
