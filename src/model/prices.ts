// What tokens cost. Prices are looked up by people and dated, never known to code; a list of the operator's own replaces ours.

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ModelSpent, ModelUsage } from '../domain.ts'
import { ConfigError, reasonOf } from '../errors.ts'

/** At one dollar a million, a token costs so many billionths of a dollar. */
const NANO_USD_PER_TOKEN = 1000

const dollars = z.number().nonnegative()
const priceSchema = z.strictObject({
  input: dollars,
  cached: dollars.optional(),
  cacheWrite: dollars.optional(),
  output: dollars,
  flex: z.number().min(0).max(1).optional(),
})
const listSchema = z.strictObject({
  checkedAt: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'must be a month or a day, like 2026-11'),
  unit: z.string().optional(),
  models: z
    .record(z.string(), priceSchema)
    .refine((models) => Object.keys(models).length > 0, 'must name a model'),
})

type Price = z.infer<typeof priceSchema>
export type PriceList = Readonly<z.infer<typeof listSchema>>

/** Throws ConfigError when the file is no list of prices. */
export function loadPrices(file: string | URL = new URL('prices.json', import.meta.url)): PriceList {
  const parsed = listSchema.safeParse(jsonIn(file))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  throw new ConfigError(`The prices in ${file} cannot be used: ${wrong.join('; ')}.`)
}

function jsonIn(file: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new ConfigError(`The prices in ${file} cannot be read: ${reasonOf(cause)}.`, { cause })
  }
}

export interface Prices {
  readonly checkedAt: string
  /** Undefined when nobody knows the price of the model. */
  costOf(spent: Pick<ModelSpent, 'usage' | 'model' | 'tier'>, asked: string): number | undefined
  /** The most that a call may cost; of a model without a price, as if it were the dearest of the list. */
  mostOf(model: string, tokens: { readonly input: number; readonly output: number }): number
  isKnown(model: string): boolean
}

/** Where calls are free, everything costs nothing. */
export function createPrices({ models, checkedAt }: PriceList, isFree: boolean): Prices {
  const all = Object.values(models)
  const priceOf = (model: string): Price | undefined => models[model] ?? models[undated(model)]
  const most = (tokens: { readonly input: number; readonly output: number }) => (price: Price) =>
    nanoUsd({ input: tokens.input, cached: 0, cacheWrite: tokens.input, output: tokens.output }, price, 1)
  return {
    checkedAt,
    isKnown: (model) => isFree || priceOf(model) !== undefined,
    costOf({ usage, model, tier }, asked) {
      if (isFree) return 0
      const price = priceOf(model) ?? priceOf(asked)
      return price && nanoUsd(usage, price, tier === 'flex' ? (price.flex ?? 1) : 1)
    },
    mostOf(model, tokens) {
      if (isFree) return 0
      const price = priceOf(model)
      return price ? most(tokens)(price) : Math.max(...all.map(most(tokens)))
    },
  }
}

/** `gpt-6-luna-2026-08-01` costs what `gpt-6-luna` costs. */
function undated(model: string): string {
  return model.replace(/-\d{4}-?\d{2}-?\d{2}$/, '')
}

/** The formula of grounding.md 11; what thinks is paid for as output. */
function nanoUsd(
  { input, cached, cacheWrite, output }: Pick<ModelUsage, 'input' | 'cached' | 'cacheWrite' | 'output'>,
  price: Price,
  factor: number,
): number {
  const atDollarsPerMillion =
    (input - cached - cacheWrite) * price.input +
    cached * (price.cached ?? price.input) +
    cacheWrite * (price.cacheWrite ?? price.input) +
    output * price.output
  return Math.round(atDollarsPerMillion * factor * NANO_USD_PER_TOKEN)
}

/** What a reply came to, where that is known, and what it counts as against the caps, in any case. */
export function costOfReply(
  prices: Prices,
  spent: ModelSpent,
  asked: string,
): { readonly nanoUsd?: number; readonly countedNanoUsd: number } {
  const nanoUsd = prices.costOf(spent, asked)
  if (nanoUsd !== undefined) return { nanoUsd, countedNanoUsd: nanoUsd }
  return { countedNanoUsd: prices.mostOf(asked, spent.usage) }
}
