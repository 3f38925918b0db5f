// The question sets of ../shared/bench, as stores and questions. Texts are read there and kept nowhere.

import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openSqlite } from '../../db/sqlite.ts'
import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import { parseIsoTime } from '../../src/clock.ts'
import type { Store } from '../../src/ports.ts'

const BENCH_FOLDER = new URL('../../../shared/bench', import.meta.url).pathname
const SAVED_AT_ONCE = 500
/** When nothing says when a question was asked. */
export const ASKED_AT = Date.UTC(2026, 10, 1)

export type SetName = 'realtimeqa' | 'multihop-rag-lite' | 'trecqa' | 'squad2'

/** The folder of a set: `data` itself when it is of that set, else the development half; undefined when not there. */
export function folderOf(set: SetName, data: string | undefined): string | undefined {
  if (data !== undefined) {
    const folder = resolve(data)
    return [folder, dirname(folder)].some((path) => basename(path) === set) ? folder : undefined
  }
  const folder = join(BENCH_FOLDER, set, 'dev')
  return existsSync(folder) ? folder : undefined
}

/** Rows of a file of JSON lines; the folder above is tried too. */
export function rowsOf<T>(folder: string, name: string): readonly T[] {
  const path = [join(folder, name), join(dirname(folder), name)].find((candidate) => existsSync(candidate))
  if (path === undefined) throw new Error(`${name} is neither in ${folder} nor above it.`)
  const text = gunzipSync(readFileSync(path)).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

export async function storeOf(sources: readonly ArticleSource[]): Promise<Store> {
  const store = await openSqlite({ file: ':memory:' })
  for (let from = 0; from < sources.length; from += SAVED_AT_ONCE) {
    const articles = await Promise.all(
      sources.slice(from, from + SAVED_AT_ONCE).map((source) => toArticle(source)),
    )
    await store.saveArticles(articles, ASKED_AT)
  }
  return store
}

export interface NewsQuestion {
  readonly id: string
  readonly week: string
  readonly date: string
  readonly question: string
  readonly answers: readonly string[]
  readonly relevant: readonly string[]
}

export interface NewsDocument {
  readonly id: string
  readonly week: string
  readonly title: string
  readonly date: string
  readonly text: string
}

export function newsSource({ id, title, date, text }: NewsDocument): ArticleSource {
  return { externalId: id, title, text, publishedAt: parseIsoTime(date), language: 'en' }
}

export interface HopQuestion {
  readonly id: string
  readonly question: string
  readonly type: string
  readonly relevant: readonly string[]
}

export interface HopDocument {
  readonly id: string
  readonly title: string
  readonly abstract: string
  readonly source?: string
  readonly published_at?: string
}

export function hopSource({ id, title, abstract, source, published_at }: HopDocument): ArticleSource {
  return {
    externalId: id,
    title,
    text: abstract || title,
    publisher: source,
    publishedAt: published_at === undefined ? undefined : Date.parse(published_at),
    language: 'en',
  }
}

export interface PassageQuestion {
  readonly id: string
  readonly passage_id: string
  readonly question: string
  readonly answers: readonly string[]
}

export interface PassageText {
  readonly id: string
  readonly title: string
  readonly text: string
}

export function passageSource({ id, title, text }: PassageText): ArticleSource {
  return { externalId: id, title: title.replaceAll('_', ' '), text, language: 'en' }
}

export interface CandidateQuestion {
  readonly id: string
  readonly question: string
  readonly clean: boolean
  readonly candidates: readonly { readonly id: string; readonly text: string; readonly label: 0 | 1 }[]
}

/** As the scorer of the set compares answers: lower case, no marks, no articles. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !['a', 'an', 'the'].includes(word))
    .join(' ')
}

export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const plain = ` ${bare(text)} `
  return answers.some((answer) => plain.includes(` ${bare(answer)} `))
}
