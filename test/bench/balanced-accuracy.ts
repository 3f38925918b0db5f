// How well a score tells supported claims from others, wherever one draws the line.

export interface Scored {
  readonly isSupported: boolean
  readonly score: number
}

/** Mean of the share of supported claims from the threshold on, and of the others below it. */
export function balancedAccuracy(claims: readonly Scored[], threshold: number): number {
  return (1 - falseAlarms(claims, threshold) + shareBelow(claims, threshold, false)) / 2
}

/** Share of the supported claims that are below the threshold. */
export function falseAlarms(claims: readonly Scored[], threshold: number): number {
  return shareBelow(claims, threshold, true)
}

function shareBelow(claims: readonly Scored[], threshold: number, isSupported: boolean): number {
  const those = claims.filter((claim) => claim.isSupported === isSupported)
  return those.filter(({ score }) => score < threshold).length / those.length
}

/** The threshold with the best mean balanced accuracy over groups of claims; of several the lowest. */
export function bestThreshold(groups: readonly (readonly Scored[])[]): number {
  const steps = groups.flatMap((claims) => {
    const supported = claims.filter(({ isSupported }) => isSupported).length
    return claims.map(({ isSupported, score }) => ({
      score,
      gain: isSupported ? -1 / supported : 1 / (claims.length - supported),
    }))
  })
  steps.sort((a, b) => a.score - b.score)
  let best = { threshold: steps[0]?.score ?? 0, gain: 0 }
  let gain = 0
  for (const [place, step] of steps.entries()) {
    gain += step.gain
    const above = steps[place + 1]?.score ?? step.score + 1e-9
    if (above > step.score && gain > best.gain + 1e-12) best = { threshold: above, gain }
  }
  return best.threshold
}
