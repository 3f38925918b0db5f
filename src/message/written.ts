// Which points are quoted and which are written. Where a model wrote some, the others stand between quotation marks, and a line
// below says what that means; where it wrote none, every point is the words of its article, as always.

import type { Answer, Block, Brief, Point } from '../domain.ts'
import { foreign } from './language-note.ts'
import { texts } from './texts.ts'
import { unlinked } from './unlinked.ts'

type Told = Pick<Brief | Answer, 'engine' | 'model' | 'language' | 'points'>

export function pointBlock(
  point: Point,
  { engine, language: own }: Pick<Told, 'engine' | 'language'>,
  marks: readonly number[],
  language: string,
): Block {
  const isQuoted = engine === 'model' && !point.isWritten
  const words = unlinked(point.text)
  return {
    kind: 'point',
    text: isQuoted ? texts(language).quote(words) : words,
    marks,
    ...foreign(point.language ?? own, language),
  }
}

/** Nothing where no point was written. */
export function writtenNote(told: readonly Told[], language: string): readonly Block[] {
  const written = told.filter(({ points }) => points.some(({ isWritten }) => isWritten))
  if (written.length === 0) return []
  const models = [...new Set(written.flatMap(({ model }) => model ?? []))].join(', ')
  const isMixed = written.some(({ points }) => points.some(({ isWritten }) => !isWritten))
  const say = texts(language)
  const text = [say.written(models), isMixed && say.quotedPoints].filter((one) => typeof one === 'string')
  return [{ kind: 'quiet', text: text.join(' ') }]
}
