// Stems as numbers, packed into bytes, so that words can be counted in a text without cutting it into words again.
// A list of stems is a run of hashes of four bytes, little end first, and a zero.

const HASH_BYTES = 4

/** FNV-1a of 32 bits (Fowler, Noll and Vo); never zero. Of two words, one pair in four thousand million has the same. */
export function hashOfStem(stem: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193)
  return hash | 0 || 1
}

export function packStems(lists: readonly (readonly string[])[]): Uint8Array {
  const size = lists.reduce((sum, stems) => sum + stems.length + 1, 0)
  const packed = new DataView(new ArrayBuffer(size * HASH_BYTES))
  let at = 0
  for (const stems of lists) {
    for (const stem of stems) {
      packed.setInt32(at, hashOfStem(stem), true)
      at += HASH_BYTES
    }
    at += HASH_BYTES
  }
  return new Uint8Array(packed.buffer)
}

/** The hashes in order, with a zero at the end of each list. */
export function unpackHashes(packed: Uint8Array): Int32Array {
  const bytes = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const hashes = new Int32Array(packed.byteLength / HASH_BYTES)
  for (let at = 0; at < hashes.length; at++) hashes[at] = bytes.getInt32(at * HASH_BYTES, true)
  return hashes
}
