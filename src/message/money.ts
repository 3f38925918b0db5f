import { NANO_PER_USD } from '../config.ts'

/** `$1.20`, and `$0.0005` where cents would say nothing. Never rounded to nothing. */
export function dollars(nanoUsd: number): string {
  const usd = nanoUsd / NANO_PER_USD
  if (usd === 0 || usd >= 0.1) return `$${usd.toFixed(2)}`
  return usd < 0.0001 ? 'under $0.0001' : `$${usd.toFixed(4)}`
}
