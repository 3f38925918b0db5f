// Words that news uses for one another. Kept small: each class is one everyday meaning, and a match through it counts
// half. Languages without classes simply match their own words. Forms that no stemmer joins are here, too.

import { stem } from '../text/tokens.ts'

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'buy bought purchase import acquire acquisition',
    'sell sold sale export',
    'import inbound',
    'export outbound market',
    'say said tell told state comment remark statement announce',
    'back finance fund financing support backing aid',
    'control dominate dominance hold held own',
    'die death kill dead fatal toll',
    'win won victory winner beat defeat champion',
    'leave left quit resign resignation depart',
    'cost price worth',
    'rise rose risen increase grow grew grown growth gain climb surge',
    'fall fell fallen decrease drop decline slump',
    'start begin began begun launch open',
    'end finish close stop',
    'found founder create establish set-up establishment',
    'lead led head leader chief boss',
    'write wrote author written',
    'marry wife husband married spouse wedding',
    'birth born',
    'film movie',
    'law legislation bill act',
    'job employment employ work worker employee',
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
    'pay paid salary wage',
    'election vote poll',
    'live reside home residence inhabitant resident population',
    'make made produce manufacture production maker',
    'call name title',
    'locate base headquarters',
    'quake earthquake tremor',
    'break broke broken',
    'build built',
    'choose chose chosen pick picked elect',
    'drive drove driven',
    'fight fought',
    'fly flew flown',
    'give gave given',
    'go went gone',
    'know knew known',
    'lose lost loss defeat',
    'meet met meeting',
    'send sent',
    'shoot shot',
    'speak spoke spoken speech',
    'spend spent',
    'steal stole stolen theft',
    'strike struck',
    'take took taken',
    'throw threw thrown',
    'think thought',
    'earn profit',
    'vaccine vaccination jab',
    'share percent percentage proportion portion',
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
    'gewinnen gewann gewonnen sieg siegen',
    'verlieren verlor verloren niederlage',
    'beginnen begann begonnen start',
  ],
  fr: [
    'mourir mort morts tuer tues deces',
    'gagner victoire vainqueur remporter',
    'hausse augmentation augmenter',
    'baisse diminution diminuer',
    'cout couter prix',
  ],
  es: [
    'morir muerto muertos murio murieron fallecer matar',
    'ganar victoria gano ganador',
    'subida aumento subir aumentar',
    'bajada caida bajar caer',
    'costo costar coste precio',
  ],
  ru: [
    'погибло погибли погиб умер умерли смерть убит убиты жертв',
    'победа победил победила выиграл выиграла',
    'рост вырос выросла выросли',
    'стоит стоимость обойдется цена',
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
