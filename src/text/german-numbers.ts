import { valuesOf } from './number-units.ts'

/** German writes a number in one word, units before tens: "einundzwanzig", "dreihundertfünf". Up to the thousands. */
export function germanUnits(): Map<string, number> {
  const below100 = germanBelow100()
  const ones = [...below100].filter(([word, value]) => value > 1 && value < 10 && word !== 'zwo')
  const factors = [['ein', 1] as const, ...ones]
  const all = new Map(below100)
  for (const [one, times] of [['', 1] as const, ...factors]) {
    all.set(`${one}hundert`, times * 100)
    for (const [word, value] of below100) if (value > 0) all.set(`${one}hundert${word}`, times * 100 + value)
  }
  for (const [word, times] of [...all, ...factors]) if (times > 0) all.set(`${word}tausend`, times * 1000)
  return all.set('tausend', 1000)
}

function germanBelow100(): Map<string, number> {
  const small =
    valuesOf(`null=0 eins=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13
    vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19`)
  const tens = valuesOf(
    'zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90',
  )
  const all = new Map([...small, ...tens])
  const ones = [['ein', 1] as const, ...[...small].filter(([, value]) => value > 1 && value < 10)]
  for (const [ten, value] of tens) for (const [one, plus] of ones) all.set(`${one}und${ten}`, value + plus)
  return all
}
