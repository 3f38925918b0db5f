// The pages of the sets `aeb`, `trafilatura-eval`, `htmldate-news` and `page-metadata`: packed HTML beside what is known of it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decodeBody } from '../../src/http/decode-body.ts'

export function readHtml(data: string, name: string): string {
  const file = join(data, 'html', name)
  return decodeBody(existsSync(`${file}.gz`) ? gunzipSync(readFileSync(`${file}.gz`)) : readFileSync(file))
}

/** What the library finds by itself: the reference of the same run. */
export function readably(html: string): {
  readonly text: string
  readonly title: string
  readonly byline: string
} {
  try {
    const found = new Readability(parseHTML(html).document as never).parse()
    return { text: found?.textContent ?? '', title: found?.title ?? '', byline: found?.byline ?? '' }
  } catch {
    return { text: '', title: '', byline: '' }
  }
}

/** As the scorers outside read them: one object, the values by id. */
export function writePredictions(out: string | undefined, predictions: ReadonlyMap<string, unknown>): void {
  if (out) writeFileSync(out, JSON.stringify(Object.fromEntries(predictions)))
}

/** Precision, recall and their harmonic mean. */
export function fOf(right: number, wrong: number, missing: number) {
  const precision = right / (right + wrong || 1)
  const recall = right / (right + missing || 1)
  return { precision, recall, f: (2 * precision * recall) / (precision + recall || 1) }
}
