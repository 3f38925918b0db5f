// ROUGE-1 and ROUGE-2 F as the benchmark's own scorer computes them: lower case, [a-z0-9]+, no stemming.

export interface Rouge {
  readonly rouge1: number
  readonly rouge2: number
}

export function rouge(prediction: string, reference: string): Rouge {
  const a = tokens(prediction)
  const b = tokens(reference)
  return { rouge1: overlap(a, b), rouge2: overlap(pairs(a), pairs(b)) }
}

function tokens(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
}

function pairs(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}

function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = new Map<string, number>()
  for (const one of b) left.set(one, (left.get(one) ?? 0) + 1)
  let hits = 0
  for (const one of a) {
    const count = left.get(one) ?? 0
    if (count > 0) hits++
    left.set(one, count - 1)
  }
  return (2 * hits) / (a.length + b.length)
}
