// Logistic regression and softmax ranking for a handful of features, small enough to need no library.

export interface Example {
  readonly features: readonly number[]
  readonly isRight: boolean
  /** How much it counts; the weights of all examples need not sum to anything. */
  readonly weight: number
}

interface FitOptions {
  /** What a weight may be: `1` not below zero, `-1` not above, `0` anything. */
  readonly signs: readonly (1 | -1 | 0)[]
  /** Weights that are given and not fitted, by place. */
  readonly given?: ReadonlyMap<number, number>
  readonly ridge: number
}

const STEPS = 400
const RATE = 5
const MOMENTUM = 0.95
const NEWTON_STEPS = 40

/** Weights and, last, the bias of a logistic, by Newton's method; a weight of the wrong sign is left out and tried again. */
export function fitLogistic(examples: readonly Example[], options: FitOptions): readonly number[] {
  const { signs, given } = options
  const leftOut = new Set<number>()
  for (;;) {
    const fixed = new Map([...(given ?? []), ...[...leftOut].map((place) => [place, 0] as const)])
    const weights = newton(examples, { ...options, given: fixed })
    const wrong = signs.flatMap((sign, place) =>
      !fixed.has(place) && (weights[place] ?? 0) * sign < 0 ? [place] : [],
    )
    if (wrong.length === 0) return weights
    for (const place of wrong) leftOut.add(place)
  }
}

function newton(examples: readonly Example[], { signs, given, ridge }: FitOptions): readonly number[] {
  const size = signs.length + 1
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  let weights = Array.from({ length: size }, (_, place) => given?.get(place) ?? 0)
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const slope = weights.map((weight, place) => (place < signs.length ? -ridge * weight : 0))
    const curve = weights.map((_, row) => weights.map((__, column) => (row === column ? ridge : 0)))
    for (const { features, isRight, weight } of examples) {
      const values = [...features, 1]
      const score = values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0)
      const chance = 1 / (1 + Math.exp(-score))
      const share = weight / total
      for (const [row, value] of values.entries()) {
        slope[row] = (slope[row] ?? 0) + share * value * (Number(isRight) - chance)
        const line = curve[row] ?? []
        for (const [column, other] of values.entries()) {
          line[column] = (line[column] ?? 0) + share * chance * (1 - chance) * value * other
        }
      }
    }
    for (const place of given?.keys() ?? []) {
      slope[place] = 0
      curve[place] = weights.map((_, column) => Number(column === place))
    }
    const move = solved(curve, slope)
    weights = weights.map((weight, place) => weight + (move[place] ?? 0))
  }
  return weights
}

/** Gauss and Jordan, on matrices that are positive on their diagonal. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0])
  for (const [place, pivotRow] of rows.entries()) {
    const pivot = pivotRow[place] ?? 1
    for (const column of pivotRow.keys()) pivotRow[column] = (pivotRow[column] ?? 0) / pivot
    for (const [other, row] of rows.entries()) {
      const factor = row[place] ?? 0
      if (other === place || factor === 0) continue
      for (const column of row.keys()) row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0)
    }
  }
  return rows.map((row) => row.at(-1) ?? 0)
}

/** Weights (and an idle bias) that put a right example of each list first. */
export function fitRanking(lists: readonly (readonly Example[])[], options: FitOptions): readonly number[] {
  const usable = lists.filter(
    (list) => list.some(({ isRight }) => isRight) && list.some(({ isRight }) => !isRight),
  )
  const total = usable.reduce((sum, list) => sum + (list[0]?.weight ?? 0), 0)
  return descend(options, (weights) => {
    const gradient = weights.map(() => 0)
    for (const list of usable) {
      const scores = list.map(({ features }) =>
        Math.exp(features.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0)),
      )
      const all = scores.reduce((sum, score) => sum + score, 0)
      const right = scores.reduce((sum, score, index) => sum + (list[index]?.isRight ? score : 0), 0)
      for (const [index, { features, isRight, weight }] of list.entries()) {
        const score = scores[index] ?? 0
        const error = (((isRight ? score / right : 0) - score / all) * weight) / total
        for (const [place, value] of features.entries())
          gradient[place] = (gradient[place] ?? 0) + error * value
      }
    }
    return gradient
  })
}

function descend(
  { signs, given, ridge }: FitOptions,
  gradientAt: (weights: readonly number[]) => readonly number[],
): readonly number[] {
  let weights: readonly number[] = [...signs.map((_, place) => given?.get(place) ?? 0), 0]
  let speed: readonly number[] = weights.map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = gradientAt(weights)
    speed = speed.map((value, place) => {
      const pull = place < signs.length ? ridge * (weights[place] ?? 0) : 0
      return MOMENTUM * value + (1 - MOMENTUM) * ((gradient[place] ?? 0) - pull)
    })
    weights = weights.map((weight, place) => {
      if (given?.has(place)) return weight
      const moved = weight + RATE * (speed[place] ?? 0)
      const sign = signs[place]
      return sign !== undefined && moved * sign < 0 ? 0 : moved
    })
  }
  return weights
}
