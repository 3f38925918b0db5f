// Cues that a point turns its source round: negation, direction, lost attribution. They only raise doubt, since each of
// them is also found between sentences that agree (grounding 8, step 3).

import type { Finding } from '../domain.ts'
import { fold } from '../text/normalise.ts'
import { stem } from '../text/tokens.ts'
import { type CheckedText, type CheckScope, sharedStems } from './checked-text.ts'

/** Below this overlap two sentences say different things, and their cues cannot be compared. */
const MIN_OVERLAP = 0.5

export function checkMeaning(point: CheckedText, scope: CheckScope): readonly Finding[] {
  const likest = likestOf(point, scope.cited)
  if (!likest || sharedStems(point, likest) < MIN_OVERLAP * point.stemSet.size) return []
  return [
    ...checkNegation(point, likest),
    ...checkDirection(point, scope.cited),
    ...checkAttribution(point, likest),
  ]
}

function likestOf(point: CheckedText, cited: readonly CheckedText[]): CheckedText | undefined {
  let best: CheckedText | undefined
  for (const text of cited) if (!best || sharedStems(point, text) > sharedStems(point, best)) best = text
  return best
}

const NEGATIONS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|fail(?:s|ed)? to|lack(?:s|ed)?)\b|n['’]t\b/giu,
  de: /\b(?:nicht|kein\p{L}*|nie|niemals|niemand|nichts|weder|ohne|bestreite\p{L}*|bestritt\p{L}*|ablehn\p{L}*)\b/giu,
  fr: /\b(?:ne|n['’]|pas|jamais|aucune?|sans|ni|refus\p{L}*)\b/giu,
  es: /\b(?:no|nunca|jamás|ningun\p{L}*|nadie|nada|sin|ni|tampoco)\b/giu,
}

function checkNegation(point: CheckedText, likest: CheckedText): readonly Finding[] {
  const claimed = negationsOf(point)
  const given = negationsOf(likest)
  if (claimed.length % 2 === given.length % 2) return []
  const text = claimed[0] ?? given[0] ?? ''
  const note =
    claimed.length > given.length ? 'The source does not deny this.' : `The source says "${text}" here.`
  return [{ kind: 'negation', level: 'soft', text: claimed[0] ?? point.text, note }]
}

export function negationsOf({ text, language }: CheckedText): readonly string[] {
  return text.match(NEGATIONS[language.slice(0, 2)] ?? /(?!)/g) ?? []
}

const OPPOSITES = `rise:fall increase:decrease grow:shrink gain:lose win:lose up:down higher:lower more:less more:fewer
most:least before:after above:below over:under begin:end start:stop open:close accept:reject approve:reject support:oppose
allow:ban allow:forbid convict:acquit guilty:innocent buy:sell import:export enter:leave arrive:depart join:leave hire:fire
appoint:dismiss raise:lower raise:cut improve:worsen strengthen:weaken success:failure succeed:fail pass:fail include:exclude
expand:contract increase:cut profit:loss surplus:deficit maximum:minimum major:minor early:late first:last inside:outside
public:private publicly:secretly legal:illegal love:hate friend:enemy ally:rival attack:defend victory:defeat confirm:deny
admit:deny agree:disagree alive:dead survive:die safe:dangerous hot:cold warm:cold large:small big:small long:short
fast:slow high:low rich:poor strong:weak easy:difficult new:old young:old male:female man:woman boy:girl son:daughter
brother:sister husband:wife father:mother north:south east:west northern:southern eastern:western left:right day:night
morning:evening borrow:lend teacher:student employer:employee plaintiff:defendant optimistic:pessimistic
positive:negative encourage:discourage agree:refuse advance:retreat temporary:permanent increase:reduce attract:repel
hide:reveal remember:forget launch:cancel hope:fear welcome:condemn praise:criticize praise:criticise accelerate:slow
steigen:sinken gewinnen:verlieren mehr:weniger vor:nach öffnen:schließen zustimmen:ablehnen erhöhen:senken`

const opposites = new Map<string, Set<string>>()

function oppositesOf(word: string, language: string): ReadonlySet<string> {
  if (opposites.size === 0) {
    for (const pair of OPPOSITES.trim().split(/\s+/)) {
      const [a = '', b = ''] = pair.split(':')
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const key = stem(one, 'en')
        opposites.set(key, (opposites.get(key) ?? new Set()).add(stem(other, 'en')))
      }
    }
  }
  return opposites.get(stem(word, language.startsWith('en') ? 'en' : language)) ?? new Set()
}

/** A direction word that the cited sentences do not have, while they have its opposite. */
function checkDirection(point: CheckedText, cited: readonly CheckedText[]): readonly Finding[] {
  const given = new Set(cited.flatMap((text) => text.words().map((word) => stem(word, text.language))))
  return point.words().flatMap((word): readonly Finding[] => {
    if (given.has(stem(word, point.language))) return []
    const opposite = [...oppositesOf(word, point.language)].find((other) => given.has(other))
    if (opposite === undefined) return []
    return [
      { kind: 'direction', level: 'soft', text: word, note: `The source says the opposite: "${opposite}".` },
    ]
  })
}

const HEDGES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:alleged(?:ly)?|reported(?:ly)?|apparent(?:ly)?|suspected|claim(?:s|ed)?|accus(?:es|ed|ing)|according to|may|might|could|likely|unlikely|possibl[ey]|perhaps|expected to|believed to|thought to|said to|would|says?|said|told|suggest(?:s|ed)?|warn(?:s|ed)?|plan(?:s|ned)? to|propos(?:es|ed))\b/iu,
  de: /\b(?:angeblich|mutmaßlich\p{L}*|offenbar|laut|soll|sollen|könnte\p{L}*|möglicherweise|wohl|vermutlich|zufolge|dürfte\p{L}*|sagte|teilte|erklärte|will|wollen)\b/iu,
  fr: /\b(?:selon|aurait|auraient|pourrait|pourraient|présumé\p{L}*|peut-être|d'après|affirm\p{L}*|déclar\p{L}*)\b/iu,
  es: /\b(?:según|presunt\p{L}*|podría\p{L}*|habría\p{L}*|supuest\p{L}*|quizás?|dijo|afirm\p{L}*)\b/iu,
}

function checkAttribution(point: CheckedText, likest: CheckedText): readonly Finding[] {
  const pattern = HEDGES[point.language.slice(0, 2)]
  const hedge = pattern?.exec(likest.text)?.[0]
  if (!hedge || pattern?.test(point.text)) return []
  return [
    {
      kind: 'attribution',
      level: 'soft',
      text: point.text,
      note: `The source only says so with "${fold(hedge)}".`,
    },
  ]
}
