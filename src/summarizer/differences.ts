// Sources of one story that give different figures for the same thing (grounding 5.6). What a reader is told here is that they do not
// agree, so it is said only where little else can be meant: the same kind of figure, of the same things, in sentences that are
// alike, told within a day.

import { DAY_MS } from '../clock.ts'
import type { Citation, GivenFigure, Point } from '../domain.ts'
import { timeOf } from '../stories/article-time.ts'
import type { NumberMention } from '../text/numbers.ts'
import { contentStems, tokenize } from '../text/tokens.ts'
import { cosine } from '../text/vector.ts'
import type { EvidenceSentence } from './evidence.ts'
import { type FigureSlot, figureSlotsOf, figuresAgree, sharedContext } from './figure-slots.ts'
import { citationOf } from './numbered-evidence.ts'
import { isAiDirected } from './sentence-traits.ts'
import { sourceName } from './source-of.ts'

/** A figure where it stands. */
interface Mention extends FigureSlot {
  readonly sentence: EvidenceSentence
  /** The first word of meaning behind it: what is counted. */
  readonly counted: string | undefined
}

const WITHIN_MS = DAY_MS
const MIN_SHARED = 2
const MIN_OVERLAP = 0.12
const MIN_LIKENESS = 0.15
const MOST_FIGURES = 3

/** Each the figures that are given for one thing, the latest first; what is surest to be a difference comes first. */
export function differencesAmong(
  sentences: readonly EvidenceSentence[],
): readonly (readonly GivenFigure[])[] {
  const slots = slotsOf(sentences)
  const said = saidIn(slots)
  const mentions = [...slots].flatMap(([sentence, own]) => mentionsIn(sentence, own))
  const pairs = mentions.flatMap((a, at) =>
    mentions.slice(at + 1).flatMap((b) => {
      const likeness = differ(a, b, said) ? likenessOf(a, b) : 0
      return likeness > 0 ? [{ a, b, likeness }] : []
    }),
  )
  const told = new Set<Mention>()
  return pairs
    .toSorted((x, y) => y.likeness - x.likeness)
    .flatMap(({ a, b }) => {
      if (told.has(a) || told.has(b)) return []
      const others = mentions.filter((other) =>
        [a, b].every((one) => one !== other && differ(one, other, said)),
      )
      const all = latestFirst([a, b, ...others.slice(0, MOST_FIGURES - 2)])
      for (const one of all) told.add(one)
      return [all.map(givenFigure)]
    })
}

/** The one that whoever reads these points has to know of: they tell one of its figures as if there were no other. */
export function differenceIn(
  points: readonly Point[],
  differences: readonly (readonly GivenFigure[])[],
): readonly GivenFigure[] | undefined {
  const cited = points.flatMap(({ citations }) => citations)
  return differences.find(
    (figures) =>
      figures.some(({ citation }) => cited.some((other) => isSameSentence(citation, other))) &&
      !points.some(({ text }) => figures.every((figure) => text.includes(figure.text))),
  )
}

function isSameSentence(a: Citation, b: Citation): boolean {
  return a.articleId === b.articleId && a.start === b.start
}

/** News tells what happened first. */
const MOST_SENTENCES = 30

type Slots = ReadonlyMap<EvidenceSentence, readonly FigureSlot[]>

/** Nothing where only one source speaks. */
function slotsOf(sentences: readonly EvidenceSentence[]): Slots {
  const sources = new Set(sentences.map(({ article }) => sourceName(article)))
  const read = sources.size < 2 ? [] : sentences.filter(({ index }) => index < MOST_SENTENCES)
  return new Map(read.map((one) => [one, figureSlotsOf(one.text, one.article.language)]))
}

function mentionsIn(sentence: EvidenceSentence, slots: readonly FigureSlot[]): readonly Mention[] {
  if (sentence.traits.isChrome || slots.length === 0 || isAiDirected(sentence.text)) return []
  return slots
    .filter(({ number }) => isCount(number, sentence.text))
    .map((slot) => ({
      ...slot,
      sentence,
      counted: contentStems(sentence.text.slice(slot.number.end), sentence.article.language)[0],
    }))
}

/** Of people and things, one by one: no measure, and no part of a longer number. */
function isCount({ kind, value, start, end }: NumberMention, text: string): boolean {
  const behind = text.slice(end)
  return (
    kind === 'num' &&
    Number.isInteger(value) &&
    !/[\d_/-]\s?$/.test(text.slice(0, start)) &&
    /^\s\p{L}/u.test(behind) &&
    !MEASURE.test(behind)
  )
}

/** Lengths, areas, weights, money, shares and times, in the five languages; what is counted otherwise varies with the counting. */
const MEASURE =
  /^\s(?:(?:per|pro|por|pour|k?m|cm|kg|t|ans?|pieds?)(?!\p{L})|square|cubic|quadrat|metr|meter|mètre|kilom|hectare|hektar|miles?(?!\p{L})|millas|meilen|foot|feet|inch|ton(?:ne|s|nes|elada)?(?!\p{L})|pound|pfund|dollar|dólar|euro|crown|degree|grad|percent|prozent|season|saison|temporada|jahr|année|año|semaine|semana|woche|jour|día|tag(?!\p{L})|tagen?(?!\p{L})|heure|hora|stund|mois|mes(?:es)?(?!\p{L})|monat|лет|год|дн(?:я|ей)|недел|месяц|час(?:а|ов)?(?!\p{L})|метр|километр|тонн|рубл|процент|градус)/iu

/** Every figure of a source, by its name. */
type Said = ReadonlyMap<string, readonly FigureSlot[]>

function saidIn(slots: Slots): Said {
  const bySource = Map.groupBy(slots, ([{ article }]) => sourceName(article))
  return new Map([...bySource].map(([source, own]) => [source, own.flatMap(([, figures]) => figures)]))
}

function saysToo({ sentence }: Mention, other: Mention, said: Said): boolean {
  return (said.get(sourceName(sentence.article)) ?? []).some((own) => figuresAgree(own, other))
}

function differ(a: Mention, b: Mention, said: Said): boolean {
  const [one, other] = [a.sentence.article, b.sentence.article]
  return (
    one.language === other.language &&
    one.duplicateGroup !== other.duplicateGroup &&
    sourceName(one) !== sourceName(other) &&
    Math.abs(timeOf(one) - timeOf(other)) <= WITHIN_MS &&
    countTheSame(a, b) &&
    !figuresAgree(a, b) &&
    !isSumIn(a, b) &&
    !isSumIn(b, a) &&
    // Who gives both figures tells of two things, or of how one grew.
    !saysToo(a, b, said) &&
    !saysToo(b, a, said)
  )
}

/** "2.5 million for Mexico and 1.5 million for Canada" are the 4 million of another. */
function isSumIn({ sentence }: Mention, { number }: Mention): boolean {
  const figures = figureSlotsOf(sentence.text, sentence.article.language).map((slot) => slot.number.value)
  return figures.some((one, at) => figures.slice(at + 1).some((other) => one + other === number.value))
}

function countTheSame(a: Mention, b: Mention): boolean {
  if (a.counted === undefined || a.counted !== b.counted) return false
  if (sharedContext(a, b) < MIN_SHARED) return false
  return overlap(a, b) >= MIN_OVERLAP && cosine(a.sentence.vector, b.sentence.vector) >= MIN_LIKENESS
}

function overlap(a: Mention, b: Mention): number {
  const shared = sharedContext(a, b)
  return shared / (a.context.size + b.context.size - shared)
}

function likenessOf(a: Mention, b: Mention): number {
  return overlap(a, b) + cosine(a.sentence.vector, b.sentence.vector)
}

function latestFirst(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.toSorted((a, b) => timeOf(b.sentence.article) - timeOf(a.sentence.article))
}

/** With the word behind it where that is what it counts: "19 people". */
function givenFigure({ number, sentence, counted }: Mention): GivenFigure {
  const { text, article } = sentence
  const [next] = tokenize(text.slice(number.end, number.end + 40), article.language)
  const isCounted =
    next !== undefined &&
    number.kind === 'num' &&
    /^\s+$/.test(text.slice(number.end, number.end + next.start)) &&
    contentStems(next.text, article.language)[0] === counted
  const end = isCounted ? number.end + next.end : number.end
  return { text: text.slice(number.start, end), source: sourceName(article), citation: citationOf(sentence) }
}
