// Words that news uses for one another. Kept small: each class is one everyday meaning, and a match through it counts
// half. Languages without classes simply match their own words.

import { stem } from '../text/tokens.ts'

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'buy purchase import acquire acquisition',
    'sell sale export',
    'import inbound',
    'export outbound market',
    'say tell state comment remark statement announce',
    'back finance fund financing support backing aid',
    'control dominate dominance hold own',
    'die death kill dead fatal',
    'win victory winner beat defeat',
    'leave quit resign resignation depart',
    'cost price worth',
    'rise increase grow growth gain climb surge',
    'fall decrease drop decline slump',
    'start begin launch open',
    'end finish close stop',
    'found founder create establish set-up establishment',
    'lead head leader chief boss',
    'write author written',
    'marry wife husband married spouse wedding',
    'birth born',
    'film movie',
    'law legislation bill act',
    'job employment work worker employee',
    'firm company business',
    'child kid',
    'doctor physician',
    'lawyer attorney',
    'police officer',
    'ban prohibit forbid',
    'injure hurt wound injury',
    'arrest detain custody',
    'jail prison sentence',
    'agree agreement deal accord pact',
    'plan intend propose proposal',
    'cause lead reason because',
    'plane aircraft jet flight',
    'car vehicle',
    'illness disease',
    'pay salary wage',
    'election vote poll',
    'live reside home residence',
    'make produce manufacture production maker',
    'call name title',
    'locate base headquarters',
  ],
  de: [
    'kaufen einfuhr import erwerben',
    'verkaufen ausfuhr export',
    'sagen erklaren mitteilen',
    'sterben tod toten',
    'steigen zunehmen wachsen anstieg',
    'fallen sinken ruckgang',
    'firma unternehmen konzern',
    'kosten preis',
  ],
}

const tables = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()
const NONE: ReadonlySet<string> = new Set()

/** The other stems of the classes that hold this stem. */
export function synonymsOf(wordStem: string, language: string): ReadonlySet<string> {
  return tableOf(language).get(wordStem) ?? NONE
}

function tableOf(language: string): ReadonlyMap<string, ReadonlySet<string>> {
  const known = tables.get(language)
  if (known) return known
  const table = new Map<string, Set<string>>()
  for (const words of CLASSES[language] ?? []) {
    const stems = [...new Set(words.split(' ').map((word) => stem(word, language)))]
    for (const one of stems) {
      const others = table.get(one) ?? new Set()
      for (const other of stems) if (other !== one) others.add(other)
      table.set(one, others)
    }
  }
  tables.set(language, table)
  return table
}
