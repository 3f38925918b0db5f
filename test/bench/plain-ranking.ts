// The reference of the question benches: BM25 (k1 1.2, b 0.75) over whole texts and plain lower-case words.

const K1 = 1.2
const B = 0.75

interface Text {
  readonly id: string
  readonly text: string
}

/** The ids of the texts that hold any word of the query, best first. */
export function plainRanking(texts: readonly Text[]): (query: string) => readonly string[] {
  const postings = new Map<string, Map<number, number>>()
  const lengths = texts.map(({ text }, place) => {
    const words = wordsOf(text)
    for (const word of words) {
      const places = postings.get(word) ?? new Map<number, number>()
      places.set(place, (places.get(place) ?? 0) + 1)
      postings.set(word, places)
    }
    return words.length
  })
  const usual = lengths.reduce((sum, length) => sum + length, 0) / texts.length
  return (query) => {
    const scores = new Map<number, number>()
    for (const word of new Set(wordsOf(query))) {
      const places = postings.get(word)
      if (!places) continue
      const rarity = Math.log(1 + (texts.length - places.size + 0.5) / (places.size + 0.5))
      for (const [place, count] of places) {
        const norm = K1 * (1 - B + (B * (lengths[place] ?? 0)) / usual)
        scores.set(place, (scores.get(place) ?? 0) + (rarity * count * (K1 + 1)) / (count + norm))
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([place]) => texts[place]?.id ?? '')
  }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
