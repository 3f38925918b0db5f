import { describe, expect, test } from 'vitest'
import { areNearDuplicates, runsOf } from '../../src/stories/near-duplicates.ts'

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ')

const report = `${words(0, 40)}. ${words(40, 40)}. ${words(80, 40)}. ${words(120, 40)}.`

describe('a copy', () => {
  test.each([
    ['of the same text', report],
    ['with a by-line and an agency tag', `By Ada Brook, (Meridian) - ${report} (Editing by Sam Pike)`],
    ['with three new sentences on top', `${words(900, 12)}. ${words(920, 12)}. ${words(940, 12)}. ${report}`],
    ['cut in half', report.slice(0, report.length / 2)],
    ['in other letters and quotes', report.toUpperCase().replaceAll('. ', '.\n\n')],
    ['with a name in another script', `${report} (東京)`],
    ['with every tenth word changed', report.replace(/\bword(\d*)0\b/g, 'other$1')],
  ])('%s is a near duplicate', (_name, copy) => {
    expect(areNearDuplicates(runsOf(report), runsOf(copy))).toBe(true)
  })
})

describe('another text', () => {
  test.each([
    ['about something else', words(500, 160)],
    ['that quotes one sentence', `${words(500, 60)}. ${words(40, 20)}. ${words(600, 80)}.`],
    ['that is empty', ''],
    ['that is shorter than one run', 'Only four words here'],
  ])('%s is not', (_name, other) => {
    expect(areNearDuplicates(runsOf(report), runsOf(other))).toBe(false)
  })

  test('that is short must share nearly everything, because short texts share runs by chance', () => {
    const short = words(0, 30)
    expect(areNearDuplicates(runsOf(short), runsOf(`${words(0, 20)} ${words(700, 10)}`))).toBe(false)
    expect(areNearDuplicates(runsOf(short), runsOf(`${short} ${words(700, 4)}`))).toBe(true)
  })
})

test('text without spaces is compared by runs of characters', () => {
  const text =
    '港の橋が火曜日の朝に閉鎖された。検査員が主ケーブルに三つの亀裂を見つけたためだと港湾局は述べた。'
  const copy = `（通信社）${text}`
  expect(areNearDuplicates(runsOf(text), runsOf(copy))).toBe(true)
  expect(
    areNearDuplicates(runsOf(text), runsOf('谷の洪水で十九人がけがをし、六百五十人が避難所で夜を過ごした。')),
  ).toBe(false)
})

test('two bulletins of one kind in a script without spaces are not copies of each other', () => {
  const bulletin = (day: string, place: string, magnitude: string, depth: string) =>
    `気象庁によると、${day}、${place}を震源とする地震があった。震源の深さは約${depth}キロ、地震の規模を示すマグニチュードは${magnitude}と推定される。この地震による津波の心配はないという。`
  const [one, other] = [
    bulletin('三日午前五時ごろ', '北ハロウ沖', '四・七', '五十'),
    bulletin('八日午後十一時ごろ', '南タム地方の内陸', '五・二', '三十'),
  ]
  expect(areNearDuplicates(runsOf(one), runsOf(other))).toBe(false)
})
