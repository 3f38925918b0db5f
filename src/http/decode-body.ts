// Bytes as text. A byte order mark wins over the header, the header over what the document says of itself; what does not fit
// its declaration is UTF-8, or Windows-1252 if it is not that either. A few broken characters are no reason to guess anew.

const HEAD_BYTES = 4096
/** For each whole character beyond ASCII so many may be broken; in another encoding than the declared one nearly all are. */
const MOST_BROKEN = 0.5
const BROKEN = '\ufffd'

export function decodeBody(bytes: Uint8Array, contentType?: string): string {
  const declared = encodingOfMark(bytes) ?? charsetOf(contentType) ?? declaredIn(bytes)
  const encodings = [declared, 'utf-8'].filter((encoding) => encoding !== undefined)
  return (
    firstText(encodings, (encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes)) ??
    firstText(encodings, (encoding) => mostlyWhole(new TextDecoder(encoding).decode(bytes))) ??
    new TextDecoder('windows-1252').decode(bytes)
  )
}

/** An unknown name, or bytes that do not fit it, lead to the next guess. */
function firstText(
  encodings: readonly string[],
  decode: (encoding: string) => string | undefined,
): string | undefined {
  for (const encoding of encodings) {
    try {
      const text = decode(encoding)
      if (text !== undefined) return text
    } catch {}
  }
  return undefined
}

function mostlyWhole(text: string): string | undefined {
  let [broken, whole] = [0, 0]
  for (const character of text) {
    if (character === BROKEN) broken++
    else if (character > '\u007f') whole++
  }
  return broken <= MOST_BROKEN * whole ? text : undefined
}

function charsetOf(contentType = ''): string | undefined {
  return /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1]
}

/** By the XML declaration or a meta element, as far as these can be read as single bytes. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  const declared =
    /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  // What can be read as single bytes is no UTF-16, whatever it says.
  return declared && /^utf-?16/i.test(declared) ? undefined : declared
}

/** A byte order mark, or the `<` of a document in UTF-16 without one. */
function encodingOfMark([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  return first === 0 && second === 0x3c && third === 0 && fourth !== 0 ? 'utf-16be' : undefined
}
